package dev.statecraft.web.runs;

import com.fasterxml.jackson.databind.JsonNode;

import dev.statecraft.engine.tasks.ObjectStore.StoredObject;
import dev.statecraft.sandbox.Account;
import dev.statecraft.sandbox.EffectRecord;
import dev.statecraft.sandbox.stores.Messages;
import dev.statecraft.sandbox.world.Pictures;
import dev.statecraft.sandbox.world.World;
import dev.statecraft.web.Addresses;
import dev.statecraft.web.Spans;

import java.time.Duration;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;

/** The account before the run and after the selected event: tables, buckets, queues, and what was done for good. */
record AccountView(
        List<Store> tables, List<Store> buckets, List<Channel> channels, List<String> effects) {
    private static final int MOST_ENTRIES = 60;
    private static final JsonLines NOTHING = new JsonLines(List.of(), "");

    /** @param summary such as {@code 2 items before the run, 3 now} */
    record Store(String name, String summary, List<Entry> entries, int hidden) {}

    /**
     * An item or an object.
     *
     * @param note its size, where that says something
     * @param tone {@code added}, {@code changed}, {@code removed} or {@code same}
     * @param picture where it can be seen; empty if it is no picture
     */
    record Entry(
            String name,
            String note,
            String tone,
            JsonLines before,
            JsonLines now,
            String picture) {}

    /** A queue, a topic or an event bus. */
    record Channel(String kind, String name, List<Sent> messages) {
        public String summary() {
            return counted("message", 0, messages.size());
        }
    }

    record Sent(String at, JsonLines body) {}

    public boolean isEmpty() {
        return tables.isEmpty() && buckets.isEmpty() && channels.isEmpty() && effects.isEmpty();
    }

    static AccountView of(RecordedRun run, String runId) {
        Account account = run.replay().account();
        AccountState before = run.before();
        AccountState now = run.at();
        List<Store> tables = new ArrayList<>();
        account.world()
                .tables()
                .forEach(
                        (name, table) ->
                                tables.add(
                                        store(
                                                name,
                                                items(before, name, table),
                                                items(now, name, table))));
        List<Store> buckets =
                account.world().buckets().keySet().stream()
                        .map(name -> bucket(name, before, now, account, runId))
                        .toList();
        return new AccountView(
                tables,
                buckets,
                channels(account.world(), now.messages()),
                now.effects().stream().map(AccountView::words).toList());
    }

    private static Map<String, JsonNode> items(AccountState state, String name, World.Table table) {
        Map<String, JsonNode> items = new LinkedHashMap<>();
        state.tables().getOrDefault(name, List.of()).forEach(it -> items.put(key(it, table), it));
        return items;
    }

    private static String key(JsonNode item, World.Table table) {
        return String.join(
                ", ", table.keys().stream().map(it -> it + " = " + plain(item.path(it))).toList());
    }

    /** {@code {"S": "a7"}} is a7. */
    private static String plain(JsonNode typed) {
        return typed.isObject() && typed.size() == 1
                ? typed.elements().next().asText()
                : typed.toString();
    }

    private static Store store(
            String name, Map<String, JsonNode> before, Map<String, JsonNode> now) {
        Set<String> keys = new LinkedHashSet<>(before.keySet());
        keys.addAll(now.keySet());
        List<Entry> entries = new ArrayList<>();
        for (String key : keys) {
            JsonNode was = before.get(key);
            JsonNode is = now.get(key);
            String tone = tone(was != null, is != null, was != null && was.equals(is));
            boolean both = was != null && is != null;
            entries.add(
                    new Entry(
                            key,
                            "",
                            tone,
                            was == null || tone.equals("same") ? NOTHING : JsonLines.of(was),
                            is == null ? NOTHING : both ? JsonLines.of(is, was) : JsonLines.of(is),
                            ""));
        }
        return store(name, counted("item", before.size(), now.size()), entries);
    }

    private static Store store(String name, String summary, List<Entry> entries) {
        // What changed comes first; of the rest there may be very much.
        List<Entry> ordered = new ArrayList<>(entries);
        ordered.sort(java.util.Comparator.comparing(it -> it.tone().equals("same")));
        List<Entry> shown = ordered.subList(0, Math.min(MOST_ENTRIES, ordered.size()));
        return new Store(name, summary, shown, ordered.size() - shown.size());
    }

    private static String counted(String thing, int before, int now) {
        String things = before + " " + thing + (before == 1 ? "" : "s");
        return before == now ? things : things + " before the run, " + now + " now";
    }

    private static String tone(boolean was, boolean is, boolean same) {
        if (!was) {
            return "added";
        }
        if (!is) {
            return "removed";
        }
        return same ? "same" : "changed";
    }

    private static Store bucket(
            String name, AccountState before, AccountState now, Account account, String runId) {
        Map<String, StoredObject> was = objects(before, name);
        Map<String, StoredObject> is = objects(now, name);
        Set<String> keys = new LinkedHashSet<>(was.keySet());
        keys.addAll(is.keySet());
        List<Entry> entries = new ArrayList<>();
        for (String key : keys) {
            boolean same =
                    was.containsKey(key)
                            && is.containsKey(key)
                            && was.get(key).etag().equals(is.get(key).etag());
            entries.add(
                    new Entry(
                            key,
                            widthOf(name, key, account)
                                    + is.getOrDefault(key, was.get(key)).size()
                                    + " bytes",
                            tone(was.containsKey(key), is.containsKey(key), same),
                            NOTHING,
                            NOTHING,
                            is.containsKey(key) ? picture(name, key, account, runId) : ""));
        }
        return store(name, counted("object", was.size(), is.size()), entries);
    }

    private static Map<String, StoredObject> objects(AccountState state, String bucket) {
        Map<String, StoredObject> objects = new LinkedHashMap<>();
        state.buckets().getOrDefault(bucket, List.of()).forEach(it -> objects.put(it.key(), it));
        return objects;
    }

    private static String widthOf(String bucket, String key, Account account) {
        return account.buckets()
                .get(bucket, key)
                .flatMap(Pictures::widthOf)
                .map(width -> width + " px wide, ")
                .orElse("");
    }

    private static String picture(String bucket, String key, Account account, String runId) {
        return account.buckets()
                .get(bucket, key)
                .flatMap(Pictures::mediaTypeOf)
                .map(
                        type ->
                                "/runs/"
                                        + runId
                                        + "/objects/"
                                        + Addresses.part(bucket)
                                        + "/"
                                        + Addresses.path(key))
                .orElse("");
    }

    private static List<Channel> channels(World world, List<Messages.Message> sent) {
        Map<String, Channel> channels = new LinkedHashMap<>();
        world.queues().forEach(it -> channel(channels, "sqs", it));
        world.topics().forEach(it -> channel(channels, "sns", it));
        world.eventBuses().forEach(it -> channel(channels, "events", it));
        for (Messages.Message message : sent) {
            Channel channel = channel(channels, message.service(), message.to());
            if (channel.messages().size() < MOST_ENTRIES) {
                channel.messages()
                        .add(
                                new Sent(
                                        Spans.inWords(
                                                Duration.between(Account.START, message.at())),
                                        JsonLines.of(message.body())));
            }
        }
        return List.copyOf(channels.values());
    }

    private static Channel channel(Map<String, Channel> channels, String service, String name) {
        String kind =
                switch (service) {
                    case "sqs" -> "Queue";
                    case "sns" -> "Topic";
                    default -> "Event bus";
                };
        return channels.computeIfAbsent(
                service + ":" + name, key -> new Channel(kind, name, new ArrayList<>()));
    }

    private static String words(EffectRecord effect) {
        return effect.name()
                + effect.key().map(key -> " for " + key).orElse("")
                + ", by "
                + effect.stateName();
    }
}
