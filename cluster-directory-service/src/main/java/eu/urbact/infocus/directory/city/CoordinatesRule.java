package eu.urbact.infocus.directory.city;

import java.util.Locale;
import java.util.Map;
import java.util.Optional;

import static java.util.Map.entry;

/**
 * A city lies in its country, or at least in Europe, and latitude comes first. The commonest slip with coordinates is to swap the two; no
 * place in one of these countries stays there then, so the slip is found.
 */
public final class CoordinatesRule {

    /** Its mainland as far east as Kyiv, and the islands near it; no further, so that no place stays there when it is swapped. */
    private static final Box EUROPE = new Box(34, 72, -25, 33);

    /**
     * South, north, west and east of countries, a little more rather than less. Islands in the Atlantic with cities belong to them (the
     * Azores, Madeira, the Canaries); Greenland, Svalbard, Jan Mayen and what lies on other continents do not.
     */
    private static final Map<String, Box> COUNTRIES = Map.ofEntries(
            entry("AT", new Box(46.3, 49.1, 9.5, 17.2)),
            entry("BE", new Box(49.4, 51.6, 2.5, 6.5)),
            entry("BG", new Box(41.2, 44.3, 22.3, 28.7)),
            entry("CH", new Box(45.8, 47.9, 5.9, 10.6)),
            entry("CY", new Box(34.5, 35.8, 32.2, 34.7)),
            entry("CZ", new Box(48.5, 51.1, 12, 18.9)),
            entry("DE", new Box(47.2, 55.1, 5.8, 15.1)),
            entry("DK", new Box(54.5, 57.8, 8, 15.3)),
            entry("EE", new Box(57.5, 59.8, 21.7, 28.3)),
            entry("ES", new Box(27.6, 43.9, -18.3, 4.4)),
            entry("FI", new Box(59.7, 70.2, 19, 31.6)),
            entry("FR", new Box(41.3, 51.2, -5.2, 9.7)),
            entry("GB", new Box(49.8, 60.9, -8.7, 1.8)),
            entry("GR", new Box(34.7, 41.8, 19.3, 29.7)),
            entry("HR", new Box(42.3, 46.6, 13.4, 19.5)),
            entry("HU", new Box(45.7, 48.6, 16.1, 22.9)),
            entry("IE", new Box(51.3, 55.5, -10.7, -5.9)),
            entry("IS", new Box(63.2, 66.6, -24.6, -13.4)),
            entry("IT", new Box(35.4, 47.1, 6.6, 18.6)),
            entry("LT", new Box(53.8, 56.5, 20.9, 26.9)),
            entry("LU", new Box(49.4, 50.2, 5.7, 6.6)),
            entry("LV", new Box(55.6, 58.1, 20.9, 28.3)),
            entry("MT", new Box(35.7, 36.1, 14.1, 14.6)),
            entry("NL", new Box(50.7, 53.6, 3.3, 7.3)),
            entry("NO", new Box(57.9, 71.2, 4.5, 31.2)),
            entry("PL", new Box(49, 54.9, 14.1, 24.2)),
            entry("PT", new Box(32.3, 42.2, -31.3, -6.1)),
            entry("RO", new Box(43.6, 48.3, 20.2, 29.8)),
            entry("SE", new Box(55.3, 69.1, 10.9, 24.2)),
            entry("SI", new Box(45.4, 46.9, 13.3, 16.7)),
            entry("SK", new Box(47.7, 49.7, 16.8, 22.6)));

    private CoordinatesRule() {}

    /**
     * Checks a place against the country that it is said to be in. A place nearby may pass, one in another part of Europe does not.
     *
     * @param country ISO 3166 code; a place in a country that is not known here has to be in Europe
     * @param latitude degrees north
     * @param longitude degrees east
     * @return what is wrong, if anything
     */
    public static Optional<String> violation(String country, double latitude, double longitude) {
        Box box = COUNTRIES.getOrDefault(country, EUROPE);
        if (box.holds(latitude, longitude)) {
            return Optional.empty();
        }
        if (box.holds(longitude, latitude)) {
            return Optional.of("latitude and longitude are swapped: latitude (degrees north) comes first");
        }
        return Optional.of(String.format(
                Locale.ROOT,
                "not in %s: latitude must be %.1f to %.1f and longitude %.1f to %.1f",
                COUNTRIES.containsKey(country) ? country : "Europe",
                box.south(),
                box.north(),
                box.west(),
                box.east()));
    }

    private record Box(double south, double north, double west, double east) {

        boolean holds(double latitude, double longitude) {
            return latitude >= south && latitude <= north && longitude >= west && longitude <= east;
        }
    }
}
