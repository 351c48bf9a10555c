package eu.urbact.infocus.directory.cluster;

import java.time.LocalDate;
import java.util.List;

import eu.urbact.infocus.directory.reference.ProvenanceView;
import eu.urbact.infocus.directory.reference.Taxonomy;

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
     * @param taxonomy titles of the sources
     * @return features in the same order
     */
    public static SeatFeatures of(List<ClusterSeat> seats, Taxonomy taxonomy) {
        return new SeatFeatures(
                "FeatureCollection",
                seats.stream().map(seat -> Feature.of(seat, taxonomy)).toList());
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

        private static Feature of(ClusterSeat seat, Taxonomy taxonomy) {
            ProvenanceView place = taxonomy.view(seat.place());
            return new Feature(
                    "Feature",
                    seat.id(),
                    new Point("Point", List.of(seat.longitude(), seat.latitude())),
                    new Properties(
                            seat.name(),
                            seat.kind(),
                            seat.cityId(),
                            seat.city(),
                            seat.country(),
                            place.source().title(),
                            place.source().url(),
                            place.date(),
                            place.uncertain()));
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
     * @param source who says that it lies there
     * @param sourceUrl address of that source, or null
     * @param checkedOn day on which that was last looked up
     * @param uncertain whether that is still to be verified
     */
    public record Properties(
            String name,
            ClusterKind kind,
            String cityId,
            String city,
            String country,
            String source,
            String sourceUrl,
            LocalDate checkedOn,
            boolean uncertain) {}
}
