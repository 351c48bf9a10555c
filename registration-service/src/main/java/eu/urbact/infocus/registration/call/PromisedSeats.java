package eu.urbact.infocus.registration.call;

import java.util.Map;
import java.util.UUID;

/**
 * Seats of a city that nobody holds and that are somebody's all the same, known by the feature that has promised them. Nobody else is seated
 * there, or offered one, by a rule; organisers may do it by naming the bucket.
 */
public interface PromisedSeats {

    /** How many of the city's seats are kept free for people about whom organisers have not decided yet. */
    int promised(UUID callId, String cityId);

    /** For whom seats are kept, in all cities: the application, and the id of the city that has nominated the person. */
    Map<UUID, String> nominees(UUID callId);
}
