package dev.statecraft.region;

import dev.statecraft.engine.StateMachineType;

import java.time.Instant;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;

/** A state machine that exists in the account: its newest revision, its versions, aliases and tags. */
public final class RegisteredMachine {
    private final String arn;
    private final String name;
    private final Instant created;
    private final long sequence;
    private final TreeMap<Integer, MachineVersion> versions = new TreeMap<>();
    private final Map<String, MachineAlias> aliases = new LinkedHashMap<>();
    private Revision revision;
    private int published;

    RegisteredMachine(String arn, String name, Revision revision, long sequence) {
        this.arn = arn;
        this.name = name;
        this.revision = revision;
        this.created = revision.date();
        this.sequence = sequence;
    }

    public String arn() {
        return arn;
    }

    public String name() {
        return name;
    }

    public StateMachineType type() {
        return revision.type();
    }

    public Instant created() {
        return created;
    }

    /** Grows with each state machine; orders lists. */
    public long sequence() {
        return sequence;
    }

    public synchronized Revision revision() {
        return revision;
    }

    synchronized void update(Revision newRevision) {
        revision = newRevision;
    }

    /** Publishes the newest revision; the same revision is published once. */
    synchronized MachineVersion publish(Optional<String> description, Instant now) {
        if (!versions.isEmpty()
                && versions.lastEntry().getValue().revision() == revision
                && versions.lastEntry().getValue().number() == published) {
            return versions.lastEntry().getValue();
        }
        published++;
        var version =
                new MachineVersion(arn + ":" + published, published, revision, description, now);
        versions.put(published, version);
        return version;
    }

    /** Newest first. */
    public synchronized List<MachineVersion> versions() {
        return new ArrayList<>(versions.descendingMap().values());
    }

    public synchronized Optional<MachineVersion> version(String number) {
        try {
            return Optional.ofNullable(versions.get(Integer.valueOf(number)));
        } catch (NumberFormatException e) {
            return Optional.empty();
        }
    }

    synchronized void deleteVersion(String number) {
        version(number).ifPresent(version -> versions.remove(version.number()));
    }

    /** In the order in which they were made. */
    public synchronized List<MachineAlias> aliases() {
        return new ArrayList<>(aliases.values());
    }

    public synchronized Optional<MachineAlias> alias(String aliasName) {
        return Optional.ofNullable(aliases.get(aliasName));
    }

    synchronized void put(MachineAlias alias) {
        aliases.put(alias.name(), alias);
    }

    synchronized void deleteAlias(String aliasName) {
        aliases.remove(aliasName);
    }
}
