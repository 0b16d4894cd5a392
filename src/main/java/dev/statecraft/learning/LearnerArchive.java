package dev.statecraft.learning;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.persistence.EntityManager;
import jakarta.transaction.Transactional;

import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;
import java.util.List;

/** Everything that is kept about a learner, as one JSON text: to take away, to bring back, to delete. */
@ApplicationScoped
public class LearnerArchive {
    private static final String FORMAT = "statecraft-learner-1";
    private static final int MOST_ROWS = 200_000;
    private static final ObjectMapper JSON = new ObjectMapper();

    /** A file that cannot be brought in; the message is for the learner. */
    public static final class Unreadable extends RuntimeException {
        private static final long serialVersionUID = 1;

        Unreadable(String message) {
            super(message, null, false, false);
        }
    }

    @Inject EntityManager database;

    /** The same state always gives the same text. */
    @Transactional
    public String export(String learner) {
        ObjectNode tables = JSON.createObjectNode();
        for (ArchivePart part : ArchivePart.ALL) {
            tables.set(part.table(), rows(part, learner));
        }
        ObjectNode archive = JSON.createObjectNode();
        archive.put("format", FORMAT);
        archive.put("digest", digest(tables));
        archive.set("tables", tables);
        return archive.toPrettyString();
    }

    private ArrayNode rows(ArchivePart part, String learner) {
        String columns = String.join(", ", part.columns());
        List<?> found =
                database.createNativeQuery(
                                "select "
                                        + columns
                                        + " from "
                                        + part.table()
                                        + " where "
                                        + part.owned()
                                        + " order by "
                                        + part.columns().getFirst()
                                        + ", "
                                        + part.columns().get(1),
                                Object[].class)
                        .setParameter(1, learner)
                        .getResultList();
        ArrayNode rows = JSON.createArrayNode();
        for (Object row : found) {
            ArrayNode values = rows.addArray();
            for (Object value : (Object[]) row) {
                values.addPOJO(value);
            }
        }
        return JSON.valueToTree(rows);
    }

    /**
     * Replaces everything of the learner by what the file holds. A file that is not as we wrote it changes nothing.
     *
     * @throws Unreadable if it cannot be brought in
     */
    @Transactional(rollbackOn = Unreadable.class)
    public void replace(String learner, String text) {
        JsonNode tables = checked(text);
        delete(learner);
        for (ArchivePart part : ArchivePart.ALL) {
            for (JsonNode row : tables.path(part.table())) {
                insert(part, learner, row);
            }
        }
    }

    private static JsonNode checked(String text) {
        JsonNode archive;
        try {
            archive = JSON.readTree(text);
        } catch (JsonProcessingException e) {
            throw new Unreadable("This is no JSON. Choose the file that \"Export\" gave you.");
        }
        if (!archive.path("format").asText().equals(FORMAT)) {
            throw new Unreadable(
                    "This is no export of Statecraft. Choose the file that \"Export\" gave you.");
        }
        JsonNode tables = archive.path("tables");
        if (!archive.path("digest").asText().equals(digest(tables))) {
            throw new Unreadable(
                    "This file was changed after it was exported. Nothing was brought in; export again and use that file as it is.");
        }
        int rows = 0;
        for (ArchivePart part : ArchivePart.ALL) {
            for (JsonNode row : tables.path(part.table())) {
                rows++;
                if (!part.fits(row)) {
                    throw new Unreadable(
                            "The file has a row in \"" + part.table() + "\" that we cannot read.");
                }
                checkValues(part, row);
            }
        }
        if (rows > MOST_ROWS) {
            throw new Unreadable("The file has more than " + MOST_ROWS + " rows.");
        }
        return tables;
    }

    private static void checkValues(ArchivePart part, JsonNode row) {
        for (int i = 0; i < row.size(); i++) {
            String column = part.columns().get(i);
            if (!ArchiveValues.accepts(part.table(), column, row.get(i))) {
                throw new Unreadable(
                        "The file says something impossible in \""
                                + part.table()
                                + "\", column \""
                                + column
                                + "\". Nothing was brought in; export again and use that file as it is.");
            }
        }
    }

    private void insert(ArchivePart part, String learner, JsonNode row) {
        boolean owned = part.isOwned();
        String columns =
                String.join(", ", part.columns().subList(0, row.size()))
                        + (owned ? ", learner" : "");
        var marks = new StringBuilder();
        int count = row.size() + (owned ? 1 : 0);
        for (int i = 1; i <= count; i++) {
            marks.append(i == 1 ? "?" : ", ?").append(i);
        }
        refuseForeignParents(part, learner, row);
        var insert =
                database.createNativeQuery(
                        "insert into "
                                + part.table()
                                + " ("
                                + columns
                                + ") values ("
                                + marks
                                + ") on conflict do nothing");
        for (int i = 0; i < row.size(); i++) {
            insert.setParameter(i + 1, value(row.get(i)));
        }
        if (owned) {
            insert.setParameter(count, learner);
        }
        if (insert.executeUpdate() != 1) {
            throw new Unreadable(
                    "Some of this is already here, under another learner of this server. To go on there, use a code for this device instead of the file.");
        }
    }

    /** A row that hangs on another one must hang on one of the learner's own. */
    private void refuseForeignParents(ArchivePart part, String learner, JsonNode row) {
        if (part.isOwned()) {
            return;
        }
        String parent = part.table().equals("run_signal") ? "run" : "sitting";
        long mine =
                ((Number)
                                database.createNativeQuery(
                                                "select count(*) from "
                                                        + parent
                                                        + " where id = ?1 and learner = ?2")
                                        .setParameter(1, row.get(0).asText())
                                        .setParameter(2, learner)
                                        .getSingleResult())
                        .longValue();
        if (mine != 1) {
            throw new Unreadable(
                    "The file has a row in \""
                            + part.table()
                            + "\" that belongs to nothing in it.");
        }
    }

    private static Object value(JsonNode node) {
        if (node.isNull()) {
            return new org.hibernate.query.TypedParameterValue<>(
                    org.hibernate.type.StandardBasicTypes.STRING, null);
        }
        if (node.isIntegralNumber()) {
            return node.longValue();
        }
        return node.isNumber() ? node.doubleValue() : node.asText();
    }

    /** Deletes everything of the learner. */
    @Transactional
    public void delete(String learner) {
        for (ArchivePart part : ArchivePart.ALL.reversed()) {
            database.createNativeQuery("delete from " + part.table() + " where " + part.owned())
                    .setParameter(1, learner)
                    .executeUpdate();
        }
        database.createNativeQuery("delete from device_code where learner = ?1")
                .setParameter(1, learner)
                .executeUpdate();
        database.clear();
    }

    private static String digest(JsonNode tables) {
        try {
            byte[] hash =
                    MessageDigest.getInstance("SHA-256")
                            .digest(tables.toString().getBytes(StandardCharsets.UTF_8));
            return HexFormat.of().formatHex(hash);
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("Every Java platform has SHA-256", e);
        }
    }
}
