package dev.statecraft.api;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** The operations of the Step Functions API, version 2016-11-23, by name. */
final class Operations {
    private static final Map<String, Action> ALL = new LinkedHashMap<>();

    static {
        for (Map<String, Action> some :
                List.of(
                        MachineActions.all(),
                        VersionActions.all(),
                        AliasActions.all(),
                        ExecutionActions.all(),
                        ActivityActions.all(),
                        TaskActions.all(),
                        MapRunActions.all(),
                        RedriveActions.all(),
                        TagActions.all(),
                        TestStateAction.all())) {
            ALL.putAll(some);
        }
    }

    private Operations() {}

    static Optional<Action> named(String name) {
        return Optional.ofNullable(ALL.get(name));
    }
}
