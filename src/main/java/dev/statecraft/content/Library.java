package dev.statecraft.content;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * All content, read once.
 *
 * @param scenarios in the order of the learning path
 * @param faults everything that could not be read; the scenarios concerned are left out
 */
public record Library(List<Scenario> scenarios, List<ContentFault> faults) {
    public Library {
        scenarios = List.copyOf(scenarios);
        faults = List.copyOf(faults);
    }

    /** Reads {@code scenarios/index.yaml}, a list of folder names, and every scenario it names. */
    public static Library read(ContentFolder folder) {
        List<Scenario> scenarios = new ArrayList<>();
        List<ContentFault> faults = new ArrayList<>();
        for (String id : index(folder, faults)) {
            new ScenarioReader(folder, id, faults).read().ifPresent(scenarios::add);
        }
        return new Library(scenarios, faults);
    }

    static List<String> index(ContentFolder folder, List<ContentFault> faults) {
        String file = "scenarios/index.yaml";
        List<String> ids = new ArrayList<>();
        try {
            folder.read(file)
                    .map(Yaml::read)
                    .ifPresentOrElse(
                            list -> list.forEach(id -> ids.add(id.asText())),
                            () ->
                                    faults.add(
                                            new ContentFault(
                                                    file,
                                                    "/",
                                                    "The file is missing; list the scenarios' folders in it.")));
        } catch (Yaml.Unreadable e) {
            faults.add(new ContentFault(file, "/", e.getMessage()));
        }
        return ids;
    }

    public Optional<Scenario> scenario(String id) {
        return scenarios.stream().filter(it -> it.id().equals(id)).findFirst();
    }
}
