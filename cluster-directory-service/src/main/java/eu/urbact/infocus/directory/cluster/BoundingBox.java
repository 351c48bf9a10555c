package eu.urbact.infocus.directory.cluster;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

import static java.util.Objects.requireNonNull;

/**
 * A part of the map: west, south, east, north in degrees, as in GeoJSON (RFC 7946). The commonest slip is to give latitudes first;
 * it is told apart from a box far away by looking whether the box would meet Europe the other way round.
 *
 * @param west smallest longitude
 * @param south smallest latitude
 * @param east largest longitude
 * @param north largest latitude
 */
public record BoundingBox(double west, double south, double east, double north) {

    private static final int NUMBERS = 4;
    private static final BoundingBox EUROPE = new BoundingBox(-25, 34, 45, 72);

    /**
     * Reads a box, or says what is wrong with it.
     *
     * @param box the box, when it is right
     * @param violation what is wrong, otherwise
     */
    public record Reading(Optional<BoundingBox> box, Optional<String> violation) {

        private static Reading wrong(String violation) {
            return new Reading(Optional.empty(), Optional.of(violation));
        }
    }

    /**
     * Reads a box as it stands in an address.
     *
     * @param text four numbers with commas between them
     * @return the box, or what is wrong
     */
    public static Reading read(String text) {
        List<Double> numbers = new ArrayList<>();
        for (String part : requireNonNull(text).split(",", -1)) {
            try {
                numbers.add(Double.valueOf(part.strip()));
            } catch (NumberFormatException noNumber) {
                return Reading.wrong("must be four numbers: west, south, east, north");
            }
        }
        if (numbers.size() != NUMBERS || !numbers.stream().allMatch(Double::isFinite)) {
            return Reading.wrong("must be four numbers: west, south, east, north");
        }
        BoundingBox box = new BoundingBox(numbers.get(0), numbers.get(1), numbers.get(2), numbers.get(3));
        BoundingBox turned = new BoundingBox(
                /* west= */ box.south, /* south= */ box.west, /* east= */ box.north, /* north= */ box.east);
        if (turned.isOnEarth() && turned.meets(EUROPE) && !(box.isOnEarth() && box.meets(EUROPE))) {
            return Reading.wrong("longitude comes first: west, south, east, north");
        }
        if (!box.isOnEarth()) {
            return Reading.wrong(
                    "must be west, south, east, north: longitudes from -180 to 180, latitudes from -90 to 90, the smaller"
                            + " one first");
        }
        return new Reading(Optional.of(box), Optional.empty());
    }

    private boolean isOnEarth() {
        return -180 <= west && west <= east && east <= 180 && -90 <= south && south <= north && north <= 90;
    }

    private boolean meets(BoundingBox other) {
        return west <= other.east && other.west <= east && south <= other.north && other.south <= north;
    }

    /**
     * Whether a place lies in the box; its edges belong to it.
     *
     * @param latitude degrees north
     * @param longitude degrees east
     * @return true when it does
     */
    public boolean holds(double latitude, double longitude) {
        return south <= latitude && latitude <= north && west <= longitude && longitude <= east;
    }
}
