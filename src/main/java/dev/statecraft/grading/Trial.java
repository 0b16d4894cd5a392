package dev.statecraft.grading;

import com.fasterxml.jackson.databind.JsonNode;

import dev.statecraft.asl.StateMachine;
import dev.statecraft.engine.Execution;
import dev.statecraft.sandbox.Account;
import dev.statecraft.sandbox.FaultPlan;
import dev.statecraft.sandbox.world.World;

import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * One run to be judged, as its causes.
 *
 * @param answers what people do, where it differs from the world
 */
public record Trial(
        JsonNode input, FaultPlan faults, Map<String, List<World.Answer>> answers, long seed) {

    /** What came of a run: the execution, and the account as the run left it. */
    public record Run(Account account, Execution execution) {}

    public Trial withFaults(FaultPlan newFaults) {
        return new Trial(input, newFaults, answers, seed);
    }

    public Run run(World world, StateMachine stateMachine) {
        var account = new Account(world.withAnswers(answers), faults, seed, Account.START);
        Execution execution =
                account.start(stateMachine, "workflow", "run", input, Optional.empty());
        account.run();
        return new Run(account, execution);
    }
}
