package eu.urbact.infocus.chassis.calendar;

/** Where something takes place, in one line for people. */
public final class Whereabouts {

    private Whereabouts() {}

    /**
     * The house as far as it is known, otherwise the city.
     *
     * @param venue what the house is called, or null
     * @param address where it is, with the town, or null
     * @param cityId the city, or null
     * @return null when nothing is known
     */
    public static String of(String venue, String address, String cityId) {
        if (isGiven(venue) && isGiven(address)) {
            return venue + ", " + address;
        }
        return isGiven(cityId) ? CityNames.of(cityId) : null;
    }

    private static boolean isGiven(String text) {
        return text != null && !text.isBlank();
    }
}
