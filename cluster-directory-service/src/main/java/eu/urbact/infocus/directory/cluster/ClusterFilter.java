package eu.urbact.infocus.directory.cluster;

import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * What somebody looks for. Within one side a cluster needs to fit one value; a side that is not named asks for nothing.
 *
 * @param wanted the values of each side that is narrowed
 * @param words searched text, in any spelling
 */
public record ClusterFilter(Map<Narrowing, List<String>> wanted, Optional<String> words) {

    /** Leaves out sides without a value. */
    public ClusterFilter {
        Map<Narrowing, List<String>> narrowed = new EnumMap<>(Narrowing.class);
        wanted.forEach((side, values) -> {
            if (!values.isEmpty()) {
                narrowed.put(side, List.copyOf(values));
            }
        });
        wanted = narrowed;
    }

    /**
     * All clusters of a scope.
     *
     * @param scope whose clusters
     * @return a filter for them
     */
    public static ClusterFilter of(ClusterScope scope) {
        return new ClusterFilter(
                scope == ClusterScope.ALL ? Map.of() : Map.of(Narrowing.SCOPE, List.of(scope.name())),
                Optional.empty());
    }

    /**
     * The clusters of one city.
     *
     * @param cityId id of the city
     * @return a filter for them
     */
    public static ClusterFilter ofCity(String cityId) {
        return new ClusterFilter(Map.of(Narrowing.CITY, List.of(cityId)), Optional.empty());
    }
}
