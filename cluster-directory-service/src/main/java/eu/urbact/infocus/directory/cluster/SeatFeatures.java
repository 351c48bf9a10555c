package eu.urbact.infocus.directory.cluster;

import java.util.List;

/**
 * Seats of clusters as a GeoJSON feature collection (RFC 7946): longitude before latitude, one feature per seat.
 *
 * @param type always {@code FeatureCollection}
 * @param features the seats
 */
public record SeatFeatures(String type, List<Feature> features) {

    /**
     * Makes a collection.
     *
     * @param seats in their order
     * @return features in the same order
     */
    public static SeatFeatures of(List<ClusterSeat> seats) {
        return new SeatFeatures(
                "FeatureCollection", seats.stream().map(Feature::of).toList());
    }

    /**
     * A seat.
     *
     * @param type always {@code Feature}
     * @param id short name of the cluster
     * @param geometry where it is
     * @param properties what it is
     */
    public record Feature(String type, String id, Point geometry, Properties properties) {

        private static Feature of(ClusterSeat seat) {
            return new Feature(
                    "Feature",
                    seat.id(),
                    new Point("Point", List.of(seat.longitude(), seat.latitude())),
                    new Properties(seat.name(), seat.kind(), seat.cityId(), seat.city(), seat.country()));
        }
    }

    /**
     * A point in WGS 84.
     *
     * @param type always {@code Point}
     * @param coordinates longitude and latitude
     */
    public record Point(String type, List<Double> coordinates) {}

    /**
     * What is shown of a cluster on a map.
     *
     * @param name name
     * @param kind what stands behind the name
     * @param cityId its city
     * @param city name of that city
     * @param country ISO 3166 alpha-2
     */
    public record Properties(String name, ClusterKind kind, String cityId, String city, String country) {}
}
