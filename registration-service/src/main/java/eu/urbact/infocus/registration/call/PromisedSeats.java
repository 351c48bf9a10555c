package eu.urbact.infocus.registration.call;

import java.util.Map;
import java.util.Set;
import java.util.UUID;

/**
 * Seats of a city that are nobody's yet and somebody's all the same, known by the feature that has promised them. Nobody else is seated
 * there, or offered one, by a rule; organisers may give away those that are not held by naming the bucket. A seat is promised with the
 * invitation, until it ends or the person has got one in another way, and to whoever accepts until organisers have decided.
 */
public interface PromisedSeats {

    /**
     * How many of a city's seats are kept free, beside those that are held.
     *
     * @param invited for people who can still answer an invitation
     * @param undecided for people who have accepted one, and about whom organisers have not decided yet
     */
    record Promised(int invited, int undecided) {

        public int inAll() {
            return invited + undecided;
        }
    }

    Promised promised(UUID callId, String cityId);

    /** For how many people each city keeps a seat who can still answer, and have not applied by themselves; cities without may be absent. */
    Map<String, Integer> invited(UUID callId);

    /** How many held seats each city keeps for people whom it sends instead of others, and who have not answered; cities with none are absent. */
    Map<String, Integer> keptForSubstitutes(UUID callId);

    /** Whom a seat is kept for and who has applied, by an invitation or with one open, in all cities: the application, and the id of the city that has nominated the person. */
    Map<UUID, String> nominees(UUID callId);

    /**
     * The applications of people whose invitation is open, with a place or without. One stays promised to them whatever is decided, until
     * they have one, and again when theirs is taken from them.
     */
    Set<UUID> stillInvited(UUID callId);
}
