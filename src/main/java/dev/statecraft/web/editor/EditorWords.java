package dev.statecraft.web.editor;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;

import dev.statecraft.content.Library;
import dev.statecraft.content.Reference;
import dev.statecraft.content.Scenario;
import dev.statecraft.editing.Words;
import dev.statecraft.editing.Words.Resource;
import dev.statecraft.sandbox.Account;
import dev.statecraft.sandbox.Fault;
import dev.statecraft.sandbox.world.World;
import dev.statecraft.sandbox.world.WorldFault;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;

import java.io.IOException;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/** What the editor can say about names: the entries of the reference, and the functions of the account that somebody writes for. */
@ApplicationScoped
class EditorWords {
    private static final ObjectMapper JSON = new ObjectMapper();
    private static final int MOST_CHARACTERS = 200_000;

    private final Library library;
    private final Words general;

    @Inject
    EditorWords(Library library, Reference reference) {
        this.library = library;
        Map<String, String> sayings = new LinkedHashMap<>();
        for (Reference.Chapter chapter : reference.chapters()) {
            chapter.entries().forEach(it -> sayings.put(it.name(), it.say()));
        }
        this.general = Words.of(sayings);
    }

    /**
     * @param place id of a scenario, or another place that has an editor
     * @param world of the sandbox, as typed
     */
    Words of(String place, String world) {
        return library.scenario(String.valueOf(place))
                .map(Scenario::world)
                .or(() -> typed(world))
                .map(it -> general.with(resources(it), errors(it)))
                .orElse(general);
    }

    private static Optional<World> typed(String world) {
        if (world == null || world.length() > MOST_CHARACTERS) {
            return Optional.empty();
        }
        try {
            JsonNode read = JSON.readTree(world);
            return Optional.of(World.of(read));
        } catch (IOException | WorldFault e) {
            // The page says elsewhere what is wrong with it.
            return Optional.empty();
        }
    }

    private static List<Resource> resources(World world) {
        List<Resource> resources = new ArrayList<>();
        world.functions()
                .values()
                .forEach(it -> resources.add(resource("lambda", "function", it.name(), it.says())));
        world.activities()
                .keySet()
                .forEach(it -> resources.add(resource("states", "activity", it, "")));
        return resources;
    }

    private static Resource resource(String service, String kind, String name, String says) {
        return new Resource(
                "arn:aws:%s:%s:%s:%s:%s".formatted(service, Account.REGION, Account.ID, kind, name),
                says == null ? "" : says);
    }

    private static List<String> errors(World world) {
        Set<String> errors = new LinkedHashSet<>();
        for (World.Function function : world.functions().values()) {
            for (World.Failure failure : function.failures()) {
                switch (failure.kind()) {
                    case Fault.Kind.Fails fails -> errors.add(fails.error());
                    case Fault.Kind.ReplyLost lost -> errors.add(lost.error());
                    case Fault.Kind.Silent ignored -> {}
                    case Fault.Kind.Slow ignored -> {}
                }
            }
        }
        return List.copyOf(errors);
    }
}
