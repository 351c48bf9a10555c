package eu.urbact.infocus.registration.suggestion;

import java.time.Instant;
import java.util.Comparator;
import java.util.UUID;

import eu.urbact.infocus.registration.application.ApplicationState;
import eu.urbact.infocus.registration.application.Profile;

/**
 * What the rule knows of a person who is not decided about, or waits. Nothing in it tells who the person is.
 *
 * @param state undecided, or on the waiting list
 * @param cityId the partner city the person comes with, or null
 * @param newcomer whether the person has been admitted to no earlier workshop of the network
 * @param nominee whether the city has nominated the person, whom one of its seats is promised to until somebody decides
 * @param setAside whether the person waits and has declined a place, or organisers have taken their offer back
 */
public record Candidate(
        UUID id,
        ApplicationState state,
        String cityId,
        Profile profile,
        boolean contributor,
        boolean newcomer,
        boolean nominee,
        boolean setAside,
        Instant appliedAt,
        Tally votes) {

    /** Who applied earlier comes first; the id decides between equals. */
    static final Comparator<Candidate> BY_TIME =
            Comparator.comparing(Candidate::appliedAt).thenComparing(Candidate::id);

    /** The order of people who differ in nothing but votes and time. */
    static final Comparator<Candidate> BY_VOTES = Comparator.<Candidate>comparingInt(
                    candidate -> -candidate.votes().net())
            .thenComparing(BY_TIME);

    /**
     * Whether the rule has nothing to say: the person gets a place only if organisers put them first, more organisers are against the person
     * than for them, or the person is none of those the call is for and no majority has spoken for them.
     */
    boolean forPeople() {
        return setAside || votes.net() < 0 || (profile == Profile.OTHER && votes.net() <= 0);
    }
}
