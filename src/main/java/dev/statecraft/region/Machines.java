package dev.statecraft.region;

import java.security.SecureRandom;
import java.time.Instant;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;

/** The account's state machines, by name, with their versions and aliases. Safe for use by several threads. */
public final class Machines {
    private final String arnPrefix;
    private final InstantSource clock;
    private final Map<String, RegisteredMachine> byName = new LinkedHashMap<>();
    private final SecureRandom weights = new SecureRandom();
    private long sequence;

    Machines(String arnPrefix, InstantSource clock) {
        this.arnPrefix = arnPrefix;
        this.clock = clock;
    }

    /** @param version present if one was published */
    public record Change(
            RegisteredMachine machine, Revision revision, Optional<MachineVersion> version) {}

    /** Creates a state machine; the same again is answered as if it had just been made. */
    public synchronized Change create(
            String name, Revision revision, boolean publish, Optional<String> versionDescription) {
        if (versionDescription.isPresent() && !publish) {
            throw ServiceError.validation(
                    "Version description can only be set when publish is true");
        }
        RegisteredMachine machine = byName.get(name);
        if (machine == null) {
            machine =
                    new RegisteredMachine(
                            arnPrefix + "stateMachine:" + name, name, revision, ++sequence);
            byName.put(name, machine);
        } else if (!machine.revision().isSameAs(revision)) {
            throw new ServiceError(
                    "StateMachineAlreadyExists",
                    "State Machine Already Exists: '" + machine.arn() + "'");
        }
        return new Change(
                machine, machine.revision(), published(machine, publish, versionDescription));
    }

    /** Makes {@code revision} the newest one. */
    public synchronized Change update(
            RegisteredMachine machine,
            Revision revision,
            boolean publish,
            Optional<String> versionDescription) {
        if (versionDescription.isPresent() && !publish) {
            throw ServiceError.validation(
                    "Version description can only be set when publish is true");
        }
        Revision numbered = revision.numbered(UUID.randomUUID().toString());
        machine.update(numbered);
        return new Change(machine, numbered, published(machine, publish, versionDescription));
    }

    private Optional<MachineVersion> published(
            RegisteredMachine machine, boolean publish, Optional<String> description) {
        return publish
                ? Optional.of(machine.publish(description, clock.instant()))
                : Optional.empty();
    }

    /** @param revisionId if present, the revision that the caller believes to be the newest */
    public synchronized MachineVersion publish(
            RegisteredMachine machine, Optional<String> description, Optional<String> revisionId) {
        String current = machine.revision().id().orElse("INITIAL");
        if (revisionId.isPresent() && !revisionId.get().equals(current)) {
            throw ServiceError.conflict(
                    "Failed to publish the State Machine version for revision "
                            + revisionId.get()
                            + ". The current State Machine revision is "
                            + current
                            + ".");
        }
        return machine.publish(description, clock.instant());
    }

    public synchronized void delete(RegisteredMachine machine) {
        byName.remove(machine.name());
    }

    /** In the order in which they were made. */
    public synchronized List<RegisteredMachine> all() {
        return new ArrayList<>(byName.values());
    }

    public synchronized Optional<RegisteredMachine> named(String name) {
        return Optional.ofNullable(byName.get(name));
    }

    /** The state machine itself, for an ARN without version or alias. */
    public RegisteredMachine unqualified(String arnText) {
        StatesArn arn = StatesArn.parse(arnText, "stateMachine");
        if (arn.qualifier().isPresent()) {
            throw ServiceError.noSuchMachine(arnText);
        }
        return owner(arn);
    }

    /** The state machine that an ARN, with or without version or alias, belongs to. */
    public RegisteredMachine owner(String arnText) {
        return owner(StatesArn.parse(arnText, "stateMachine"));
    }

    private RegisteredMachine owner(StatesArn arn) {
        return named(arn.name())
                .filter(it -> it.arn().equals(arn.withoutQualifier()))
                .orElseThrow(() -> ServiceError.noSuchMachine(arn.text()));
    }

    /** What an execution of {@code arnText} would run. */
    Target target(String arnText) {
        StatesArn arn = StatesArn.parse(arnText, "stateMachine");
        RegisteredMachine machine = owner(arn);
        if (arn.qualifier().isEmpty()) {
            return new Target(machine, machine.revision(), Optional.empty(), Optional.empty());
        }
        String qualifier = arn.qualifier().get();
        Optional<MachineAlias> alias = machine.alias(qualifier);
        Optional<MachineVersion> version =
                alias.map(it -> it.versionFor(weights.nextInt(100)))
                        .map(it -> StatesArn.parse(it).qualifier().orElseThrow())
                        .or(() -> Optional.of(qualifier))
                        .flatMap(machine::version);
        MachineVersion found = version.orElseThrow(() -> ServiceError.noSuchMachine(arnText));
        return new Target(
                machine, found.revision(), Optional.of(found.arn()), alias.map(MachineAlias::arn));
    }

    public MachineVersion version(String arnText) {
        StatesArn arn = StatesArn.parse(arnText, "stateMachine");
        return owner(arn)
                .version(arn.qualifier().orElse(""))
                .orElseThrow(() -> ServiceError.noSuchMachine(arnText));
    }

    /** Deletes a version, unless an alias leads to it; a version that does not exist is deleted already. */
    public synchronized void deleteVersion(String arnText) {
        StatesArn arn = StatesArn.parse(arnText, "stateMachine");
        String number =
                arn.qualifier()
                        .filter(it -> it.matches("[0-9]+"))
                        .orElseThrow(
                                () ->
                                        ServiceError.validation(
                                                "The ARN does not name a version: " + arnText));
        Optional<RegisteredMachine> machine = named(arn.name());
        if (machine.isEmpty()) {
            return;
        }
        List<String> users =
                machine.get().aliases().stream()
                        .filter(
                                alias ->
                                        alias.routes().stream()
                                                .anyMatch(it -> it.versionArn().equals(arnText)))
                        .map(MachineAlias::name)
                        .toList();
        if (!users.isEmpty()) {
            throw ServiceError.conflict(
                    "Version to be deleted must not be referenced by an alias. Current list of aliases referencing this"
                            + " version: "
                            + users);
        }
        machine.get().deleteVersion(number);
    }

    /** Creates an alias; the same again is answered as if it had just been made. */
    public synchronized MachineAlias createAlias(
            String name, Optional<String> description, List<MachineAlias.Route> routes) {
        RegisteredMachine machine = machineOf(routes);
        Optional<MachineAlias> existing = machine.alias(name);
        if (existing.isPresent()) {
            if (existing.get().routes().equals(routes)
                    && existing.get().description().equals(description)) {
                return existing.get();
            }
            throw ServiceError.conflict(
                    "Failed to create alias because an alias with the same name and a different routing configuration already"
                            + " exists.");
        }
        Instant now = clock.instant();
        var alias =
                new MachineAlias(
                        machine.arn() + ":" + name,
                        name,
                        description,
                        routes,
                        now,
                        now,
                        ++sequence);
        machine.put(alias);
        return alias;
    }

    public synchronized MachineAlias updateAlias(
            String arnText,
            Optional<String> description,
            Optional<List<MachineAlias.Route>> routes) {
        MachineAlias old = alias(arnText);
        RegisteredMachine machine = owner(arnText);
        if (routes.isPresent() && machineOf(routes.get()) != machine) {
            throw ServiceError.validation(
                    "Routing configuration must contain versions of the alias's own state machine.");
        }
        var alias =
                new MachineAlias(
                        old.arn(),
                        old.name(),
                        description.or(old::description),
                        routes.orElse(old.routes()),
                        old.created(),
                        clock.instant(),
                        old.sequence());
        machine.put(alias);
        return alias;
    }

    public MachineAlias alias(String arnText) {
        StatesArn arn = StatesArn.parse(arnText, "stateMachine");
        return named(arn.name())
                .flatMap(machine -> machine.alias(arn.qualifier().orElse("")))
                .orElseThrow(() -> ServiceError.noSuchResource(arnText));
    }

    /** Deletes an alias; one that does not exist is deleted already. */
    public synchronized void deleteAlias(String arnText) {
        StatesArn arn = StatesArn.parse(arnText, "stateMachine");
        named(arn.name()).ifPresent(machine -> machine.deleteAlias(arn.qualifier().orElse("")));
    }

    private RegisteredMachine machineOf(List<MachineAlias.Route> routes) {
        List<String> arns = routes.stream().map(MachineAlias.Route::versionArn).toList();
        boolean versions =
                arns.stream()
                        .map(it -> StatesArn.parse(it, "stateMachine"))
                        .allMatch(
                                it -> it.qualifier().filter(q -> q.matches("[0-9]+")).isPresent());
        if (!versions) {
            throw ServiceError.validation(
                    "Routing configuration must contain state machine version ARNs. Received: "
                            + arns);
        }
        if (routes.stream().mapToInt(MachineAlias.Route::weight).sum() != 100) {
            throw ServiceError.validation("Sum of routing configuration weights must equal 100.");
        }
        List<RegisteredMachine> machines =
                arns.stream()
                        .map(
                                it -> {
                                    RegisteredMachine machine =
                                            named(StatesArn.parse(it).name())
                                                    .orElseThrow(
                                                            () -> ServiceError.noSuchResource(it));
                                    machine.version(StatesArn.parse(it).qualifier().orElse(""))
                                            .orElseThrow(() -> ServiceError.noSuchResource(it));
                                    return machine;
                                })
                        .distinct()
                        .sorted(Comparator.comparing(RegisteredMachine::name))
                        .toList();
        if (machines.size() != 1 || arns.stream().distinct().count() != arns.size()) {
            throw ServiceError.validation(
                    "Routing configuration must contain different versions of one state machine. Received: "
                            + arns);
        }
        return machines.getFirst();
    }
}
