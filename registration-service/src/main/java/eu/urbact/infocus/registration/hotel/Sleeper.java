package eu.urbact.infocus.registration.hotel;

import java.time.Instant;
import java.time.LocalDate;
import java.util.regex.Pattern;

/**
 * Somebody on the rooming list, with a room of their own.
 *
 * @param sharesWith who sleeps in it too, or null; a name and never a mail address, which is not the hotel's business
 */
public record Sleeper(
        String hotelName,
        RoomType roomType,
        String familyName,
        String givenName,
        String organisation,
        String cityId,
        String country,
        LocalDate checkIn,
        LocalDate checkOut,
        int nights,
        long priceCents,
        Instant confirmedAt,
        String sharesWith) {

    /** A mail address with what stands around it. */
    private static final Pattern ADDRESS = Pattern.compile("[\\s,;:<>()]*[^\\s,;:<>()]+@[^\\s,;:<>()]+[\\s,;:<>()]*");

    /**
     * Who sleeps in the room too, for the hotel.
     *
     * @param said in the person's own words, or null
     * @param named the name of the participant whose mail address is among them, or null
     */
    static String forHotel(String said, String named) {
        if (said == null || named != null) {
            return named;
        }
        String rest = ADDRESS.matcher(said).replaceAll(" ").strip();
        return rest.isEmpty() ? null : rest;
    }

    /** Names nobody: records end up in logs. */
    @Override
    public String toString() {
        return "Sleeper[" + hotelName + "]";
    }
}
