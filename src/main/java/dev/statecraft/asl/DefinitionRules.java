package dev.statecraft.asl;

import java.util.List;

/** All checks over a whole definition. A new one is a class of its own and an entry here. */
final class DefinitionRules {

    static final List<DefinitionRule> ALL =
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
    static final List<DefinitionRule> OF_ONE_STATE =
            List.of(
                    new UniqueNamesRule(),
                    new ReservedErrorNamesRule(),
                    new ResourceRule(),
                    new ItemReaderRule(),
                    new ResultWriterRule(),
                    new JsonataReferencesRule());

    private DefinitionRules() {}
}
