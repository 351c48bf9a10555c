package eu.urbact.infocus.chassis.calendar;

import java.util.Arrays;
import java.util.Locale;
import java.util.Map;
import java.util.stream.Collectors;

/**
 * Names of cities for people. The directory owns them; a mail and a calendar must not wait for it to print ten names that do not
 * change, so the partners' are known here, too.
 */
public final class CityNames {

    private static final Map<String, String> PARTNERS = Map.of(
            "bilbao", "Bilbao",
            "bielsko-biala", "Bielsko-Biała",
            "bordeaux", "Bordeaux",
            "bucharest", "Bucharest",
            "frankfurt", "Frankfurt",
            "grenoble", "Grenoble",
            "ostrava", "Ostrava",
            "plasencia", "Plasencia",
            "porto", "Porto",
            "torino", "Torino");

    private CityNames() {}

    /** Whether the city with this id is a partner of the network. */
    public static boolean isPartner(String cityId) {
        return PARTNERS.containsKey(cityId);
    }

    /** The name of the city with this id; one that is not a partner is shown by its id, in capitals where names have them: "Novi Sad". */
    public static String of(String cityId) {
        String name = PARTNERS.get(cityId);
        return name != null
                ? name
                : Arrays.stream(cityId.split("-", -1))
                        .map(CityNames::capitalised)
                        .collect(Collectors.joining(" "));
    }

    private static String capitalised(String word) {
        return word.isEmpty() ? word : word.substring(0, 1).toUpperCase(Locale.ROOT) + word.substring(1);
    }
}
