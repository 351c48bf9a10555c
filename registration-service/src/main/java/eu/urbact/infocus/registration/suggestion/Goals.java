package eu.urbact.infocus.registration.suggestion;

import java.util.EnumMap;
import java.util.Map;

import eu.urbact.infocus.registration.application.Profile;

/**
 * What a well-mixed room looks like.
 *
 * @param maxPerCityInOpenPool how many people of one partner city may have an open seat, or null for no limit
 * @param newcomersPercent which share of the room is to be new to the network's workshops, 0 to 100
 * @param minimumPerProfile how many of a profile are to be in the room; what is not named has no minimum
 */
public record Goals(Integer maxPerCityInOpenPool, int newcomersPercent, Map<Profile, Integer> minimumPerProfile) {

    /** What holds until organisers say something else. */
    public static final Goals DEFAULT = new Goals(2, 30, Map.of());

    /** Leaves out minimums that ask for nobody. */
    public Goals {
        Map<Profile, Integer> asked = new EnumMap<>(Profile.class);
        minimumPerProfile.forEach((profile, minimum) -> {
            if (minimum > 0) {
                asked.put(profile, minimum);
            }
        });
        minimumPerProfile = Map.copyOf(asked);
    }

    /** How many newcomers a room of this size is to have. */
    int newcomersIn(int capacity) {
        return (capacity * newcomersPercent + 99) / 100;
    }

    int minimumOf(Profile profile) {
        return minimumPerProfile.getOrDefault(profile, 0);
    }
}
