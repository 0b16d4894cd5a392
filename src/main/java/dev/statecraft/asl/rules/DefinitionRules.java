package dev.statecraft.asl.rules;

import dev.statecraft.asl.rules.calls.CallParametersRule;
import dev.statecraft.asl.rules.calls.CallbackTokenRule;
import dev.statecraft.asl.rules.calls.ExpressResourcesRule;
import dev.statecraft.asl.rules.calls.ItemReaderRule;
import dev.statecraft.asl.rules.calls.MissingRetryRule;
import dev.statecraft.asl.rules.calls.MissingTimeoutRule;
import dev.statecraft.asl.rules.calls.ReservedErrorNamesRule;
import dev.statecraft.asl.rules.calls.ResourceRule;
import dev.statecraft.asl.rules.calls.ResultWriterRule;
import dev.statecraft.asl.rules.calls.TaskTokenRule;
import dev.statecraft.asl.rules.data.ContextFieldsRule;
import dev.statecraft.asl.rules.data.JsonataReferencesRule;
import dev.statecraft.asl.rules.data.LookalikesRule;
import dev.statecraft.asl.rules.data.MapSizeRule;
import dev.statecraft.asl.rules.data.PayloadGrowthRule;
import dev.statecraft.asl.rules.data.PayloadSizeRule;
import dev.statecraft.asl.rules.data.VariablesRule;
import dev.statecraft.asl.rules.flow.ConstantConditionsRule;
import dev.statecraft.asl.rules.flow.ConstantLoopRule;
import dev.statecraft.asl.rules.flow.DefaultChoiceRule;
import dev.statecraft.asl.rules.flow.LabelsRule;
import dev.statecraft.asl.rules.flow.NoWayOutRule;
import dev.statecraft.asl.rules.flow.ReachabilityRule;
import dev.statecraft.asl.rules.flow.TerminalStateRule;
import dev.statecraft.asl.rules.flow.TransitionTargetsRule;
import dev.statecraft.asl.rules.flow.UniqueNamesRule;

import java.util.List;

/** All checks over a whole definition. A new one is a class of its own and an entry here. */
public final class DefinitionRules {

    public static final List<DefinitionRule> ALL =
            List.of(
                    new TransitionTargetsRule(),
                    new UniqueNamesRule(),
                    new ReachabilityRule(),
                    new TerminalStateRule(),
                    new NoWayOutRule(),
                    new ConstantLoopRule(),
                    new ConstantConditionsRule(),
                    new DefaultChoiceRule(),
                    new ReservedErrorNamesRule(),
                    new ExpressResourcesRule(),
                    new ResourceRule(),
                    new LabelsRule(),
                    new ItemReaderRule(),
                    new ResultWriterRule(),
                    new CallbackTokenRule(),
                    new TaskTokenRule(),
                    new JsonataReferencesRule(),
                    new VariablesRule(),
                    new LookalikesRule(),
                    new ContextFieldsRule(),
                    new CallParametersRule(),
                    new PayloadSizeRule(),
                    new PayloadGrowthRule(),
                    new MapSizeRule(),
                    new MissingRetryRule(),
                    new MissingTimeoutRule());

    /** What can be said of a state without those around it. */
    public static final List<DefinitionRule> OF_ONE_STATE =
            List.of(
                    new UniqueNamesRule(),
                    new ReservedErrorNamesRule(),
                    new ResourceRule(),
                    new ItemReaderRule(),
                    new ResultWriterRule(),
                    new JsonataReferencesRule());

    private DefinitionRules() {}
}
