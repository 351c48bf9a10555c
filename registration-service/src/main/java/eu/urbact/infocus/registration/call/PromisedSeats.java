package eu.urbact.infocus.registration.call;

import java.util.UUID;

/** Seats of a city that nobody holds and that are somebody's all the same, known by the feature that has promised them. */
public interface PromisedSeats {

    /** How many of the city's seats are kept free for people about whom organisers have not decided yet. */
    int promised(UUID callId, String cityId);
}
