package dev.statecraft.asl;

import dev.statecraft.asl.StateIndex.Entry;
import dev.statecraft.asl.StateIndex.Group;

import java.util.HashMap;
import java.util.Map;

/** A state's name is unique in the whole machine, branches and item processors included. */
final class UniqueNamesRule implements DefinitionRule {

    @Override
    public void check(Definition definition, Problems problems) {
        Map<String, Entry> first = new HashMap<>();
        for (Group group : definition.index().groups()) {
            for (Entry entry : group.states().values()) {
                Entry other = first.putIfAbsent(entry.name(), entry);
                if (other != null) {
                    problems.error(
                            "DUPLICATE_STATE_NAME",
                            new Place(
                                    entry.pointer(),
                                    entry.field().nameStart(),
                                    entry.field().nameEnd()),
                            "Duplicate state name: " + entry.name(),
                            "Rename one of the two; the other is at " + other.pointer() + ".");
                }
            }
        }
    }
}
