package dev.statecraft.api;

import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;

import dev.statecraft.region.MachineAlias;
import dev.statecraft.region.Region;
import dev.statecraft.region.RegisteredMachine;
import dev.statecraft.region.ServiceError;
import dev.statecraft.region.StatesArn;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Pattern;

/** Creating, changing, describing, listing and deleting aliases. */
final class AliasActions {
    private static final int DEFAULT_PAGE = 100;
    private static final Pattern NAME =
            Pattern.compile("^(?=.*[a-zA-Z_\\-\\.])[a-zA-Z0-9_\\-\\.]+$");

    private AliasActions() {}

    static Map<String, Action> all() {
        return Map.of(
                "CreateStateMachineAlias", Action.of(AliasActions::create),
                "UpdateStateMachineAlias", Action.of(AliasActions::update),
                "DescribeStateMachineAlias", Action.of(AliasActions::describe),
                "ListStateMachineAliases", Action.of(AliasActions::list),
                "DeleteStateMachineAlias", Action.of(AliasActions::delete));
    }

    private static ObjectNode create(Region region, Parameters parameters) {
        String name = parameters.requiredText("name", 1, 80);
        if (name.length() <= 80) {
            parameters.mustMatch("name", name, NAME);
        }
        Optional<String> description = parameters.text("description", 0, 256);
        List<MachineAlias.Route> routes = routes(parameters).orElse(List.of());
        if (!parameters.has("routingConfiguration")) {
            parameters.missing("routingConfiguration");
        }
        parameters.check();
        requireOneOrTwo(routes);
        MachineAlias alias = region.machines().createAlias(name, description, routes);
        return Answers.empty()
                .put("stateMachineAliasArn", alias.arn())
                .put("creationDate", Answers.date(alias.created()));
    }

    private static Optional<List<MachineAlias.Route>> routes(Parameters parameters) {
        return parameters
                .structures("routingConfiguration")
                .map(
                        items -> {
                            List<MachineAlias.Route> routes = new ArrayList<>();
                            for (Parameters item : items) {
                                routes.add(
                                        new MachineAlias.Route(
                                                item.arn("stateMachineVersionArn"),
                                                item.number("weight", 0, 100)
                                                        .orElse(0L)
                                                        .intValue()));
                            }
                            return routes;
                        });
    }

    private static void requireOneOrTwo(List<MachineAlias.Route> routes) {
        if (routes.isEmpty() || routes.size() > 2) {
            throw ServiceError.validation(
                    "1 validation error detected: Value at 'routingConfiguration' failed to satisfy constraint: Member must"
                            + " have length "
                            + (routes.isEmpty()
                                    ? "greater than or equal to 1"
                                    : "less than or equal to 2"));
        }
    }

    private static ObjectNode update(Region region, Parameters parameters) {
        String arn = parameters.arn("stateMachineAliasArn");
        Optional<String> description = parameters.text("description", 0, 256);
        Optional<List<MachineAlias.Route>> routes = routes(parameters);
        parameters.check();
        routes.ifPresent(AliasActions::requireOneOrTwo);
        if (description.isEmpty() && routes.isEmpty()) {
            throw ServiceError.validation(
                    "Either the description or the routing configuration must be specified.");
        }
        MachineAlias alias = region.machines().updateAlias(arn, description, routes);
        return Answers.empty().put("updateDate", Answers.date(alias.updated()));
    }

    private static ObjectNode describe(Region region, Parameters parameters) {
        String arn = parameters.arn("stateMachineAliasArn");
        parameters.check();
        MachineAlias alias = region.machines().alias(arn);
        ObjectNode answer = Answers.empty();
        answer.put("stateMachineAliasArn", alias.arn());
        answer.put("name", alias.name());
        alias.description().ifPresent(it -> answer.put("description", it));
        ArrayNode routes = answer.putArray("routingConfiguration");
        alias.routes()
                .forEach(
                        route ->
                                routes.addObject()
                                        .put("stateMachineVersionArn", route.versionArn())
                                        .put("weight", route.weight()));
        answer.put("creationDate", Answers.date(alias.created()));
        answer.put("updateDate", Answers.date(alias.updated()));
        return answer;
    }

    private static ObjectNode list(Region region, Parameters parameters) {
        String arn = parameters.arn("stateMachineArn");
        Page<MachineAlias> page = Page.of(parameters, "aliases:" + arn, DEFAULT_PAGE, 1024);
        RegisteredMachine machine = region.machines().owner(arn);
        boolean ofVersion = StatesArn.parse(arn).qualifier().isPresent();
        List<MachineAlias> shown =
                machine.aliases().stream()
                        .filter(
                                alias ->
                                        !ofVersion
                                                || alias.routes().stream()
                                                        .anyMatch(
                                                                it -> it.versionArn().equals(arn)))
                        .toList();
        ObjectNode answer = Answers.empty();
        ArrayNode aliases = answer.putArray("stateMachineAliases");
        page.show(
                shown,
                MachineAlias::sequence,
                false,
                answer,
                alias ->
                        aliases.addObject()
                                .put("stateMachineAliasArn", alias.arn())
                                .put("creationDate", Answers.date(alias.created())));
        return answer;
    }

    private static ObjectNode delete(Region region, Parameters parameters) {
        String arn = parameters.arn("stateMachineAliasArn");
        parameters.check();
        region.machines().deleteAlias(arn);
        return Answers.empty();
    }
}
