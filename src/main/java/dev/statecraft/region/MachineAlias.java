package dev.statecraft.region;

import java.time.Instant;
import java.util.List;
import java.util.Optional;

/**
 * A name that leads to one version, or to two by weight.
 *
 * @param sequence grows with each alias; orders lists
 */
public record MachineAlias(
        String arn,
        String name,
        Optional<String> description,
        List<Route> routes,
        Instant created,
        Instant updated,
        long sequence) {

    /** @param weight in per cent; the weights of an alias add up to 100 */
    public record Route(String versionArn, int weight) {}

    /** The version for a number between 0 and 99. */
    String versionFor(int chance) {
        int bound = 0;
        for (Route route : routes) {
            bound += route.weight;
            if (chance < bound) {
                return route.versionArn;
            }
        }
        return routes.getLast().versionArn;
    }
}
