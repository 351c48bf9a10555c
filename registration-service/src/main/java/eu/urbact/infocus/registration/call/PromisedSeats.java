package eu.urbact.infocus.registration.call;

import java.util.Map;
import java.util.UUID;

/**
 * Seats of a city that are nobody's yet and somebody's all the same, known by the feature that has promised them. Nobody else is seated
 * there, or offered one, by a rule; organisers may give away those that are not held by naming the bucket.
 */
public interface PromisedSeats {

    /** How many of the city's seats are kept free for people about whom organisers have not decided yet. */
    int promised(UUID callId, String cityId);

    /** How many held seats each city keeps for people whom it sends instead of others, and who have not answered; cities with none are absent. */
    Map<String, Integer> keptForSubstitutes(UUID callId);

    /** For whom seats are kept, in all cities: the application, and the id of the city that has nominated the person. */
    Map<UUID, String> nominees(UUID callId);
}
