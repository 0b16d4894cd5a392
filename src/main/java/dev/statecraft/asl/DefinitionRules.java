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

    private DefinitionRules() {}
}
