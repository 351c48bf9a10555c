package eu.urbact.infocus.directory.city;

import java.util.Optional;

/**
 * A city lies in Europe, and latitude comes first. The commonest slip with coordinates is to swap the two; no place in
 * Europe stays in Europe then, so the slip is found.
 */
public final class CoordinatesRule {

    private static final double SOUTH = 34;
    private static final double NORTH = 72;
    private static final double WEST = -25;
    private static final double EAST = 33;

    private CoordinatesRule() {}

    /**
     * Checks a place.
     *
     * @param latitude degrees north
     * @param longitude degrees east
     * @return what is wrong, if anything
     */
    public static Optional<String> violation(double latitude, double longitude) {
        if (inEurope(latitude, longitude)) {
            return Optional.empty();
        }
        return Optional.of(
                inEurope(longitude, latitude)
                        ? "latitude and longitude are swapped: latitude (degrees north) comes first"
                        : "not in Europe: latitude must be " + (int) SOUTH + " to " + (int) NORTH + " and longitude "
                                + (int) WEST + " to " + (int) EAST);
    }

    private static boolean inEurope(double latitude, double longitude) {
        return latitude >= SOUTH && latitude <= NORTH && longitude >= WEST && longitude <= EAST;
    }
}
