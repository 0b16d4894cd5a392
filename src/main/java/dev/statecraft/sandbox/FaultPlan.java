package dev.statecraft.sandbox;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** What goes wrong in one run. */
public record FaultPlan(List<Fault> faults) {
    public static final FaultPlan NONE = new FaultPlan(List.of());

    public FaultPlan {
        faults = List.copyOf(faults);
    }

    public static FaultPlan of(Fault... faults) {
        return new FaultPlan(List.of(faults));
    }

    /** The fault that call {@code number} of {@code target} meets. */
    Optional<Fault.Kind> hitting(String target, int number) {
        return faults.stream().filter(it -> it.hits(target, number)).map(Fault::kind).findFirst();
    }

    public FaultPlan without(int index) {
        List<Fault> fewer = new ArrayList<>(faults);
        fewer.remove(index);
        return new FaultPlan(fewer);
    }

    public boolean isEmpty() {
        return faults.isEmpty();
    }
}
