package eu.urbact.infocus.portal.shell.services;

import java.util.List;

/** The clusters of the network's cities on a map: the lightest list of all of them that there is. */
public record ClusterSeats(List<Feature> features) {

    /** Completes what a service left out. */
    public ClusterSeats {
        features = features == null ? List.of() : features;
    }

    /** A cluster. */
    public record Feature(String id, Properties properties) {}

    /** What it is. */
    public record Properties(String name, String cityId, String city, String country) {}

    /** The same without places. */
    public List<ClusterRef> clusters() {
        return features.stream()
                .map(feature -> new ClusterRef(
                        feature.id(),
                        feature.properties().name(),
                        feature.properties().cityId(),
                        feature.properties().city(),
                        feature.properties().country()))
                .toList();
    }
}
