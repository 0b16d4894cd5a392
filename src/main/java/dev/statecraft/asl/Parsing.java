package dev.statecraft.asl;

import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * What came of reading a definition: perhaps a machine, always all diagnostics.
 *
 * @param machine present when no diagnostic is an error
 * @param sketch what can be drawn: the machine, also where its only errors are states that no path leads to
 * @param diagnostics in the order of the text
 * @param statePositions where each state's name stands, for jumping between text and graph; also for faulty text
 */
public record Parsing(
        Optional<StateMachine> machine,
        Optional<StateMachine> sketch,
        List<Diagnostic> diagnostics,
        Map<String, Diagnostic.Position> statePositions) {

    static Parsing failed(List<Diagnostic> diagnostics) {
        return new Parsing(Optional.empty(), Optional.empty(), diagnostics, Map.of());
    }

    public boolean isValid() {
        return machine.isPresent();
    }
}
