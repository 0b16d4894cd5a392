package dev.statecraft.asl;

import java.util.List;

/** All rules over a whole definition. A new rule is a class of its own and an entry here. */
final class DefinitionRules {

    static final List<DefinitionRule> ALL =
            List.of(
                    new TransitionTargetsRule(),
                    new UniqueNamesRule(),
                    new ReachabilityRule(),
                    new TerminalStateRule(),
                    new DefaultChoiceRule(),
                    new ReservedErrorNamesRule(),
                    new ExpressResourcesRule(),
                    new ResourceRule(),
                    new MissingRetryRule(),
                    new MissingTimeoutRule());

    /** What can be said of a state without those around it. */
    static final List<DefinitionRule> OF_ONE_STATE =
            List.of(new UniqueNamesRule(), new ReservedErrorNamesRule(), new ResourceRule());

    private DefinitionRules() {}
}
