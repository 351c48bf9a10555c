package eu.urbact.infocus.registration.suggestion;

import java.util.List;
import java.util.Set;
import java.util.UUID;

import eu.urbact.infocus.registration.seat.BucketCode;

/**
 * What is proposed for one person.
 *
 * @param rank the place in the order of seats given, on the waiting list, or among those left to people; from 1
 * @param bucket where the seat would be, for admitting
 * @param reasons why, in words and points; their sum is the person's points
 * @param next who would get in if this person dropped out; at most a few, mostly one
 * @param nextIn in which buckets somebody's dropping out would let this person in
 */
public record Proposal(
        Candidate candidate,
        Kind kind,
        int rank,
        BucketCode bucket,
        List<Reason> reasons,
        List<UUID> next,
        Set<BucketCode> nextIn) {

    /** What can be proposed. Declining is not among it: nobody is declined by a rule. */
    public enum Kind {
        ADMIT,
        WAITLIST,
        FOR_PEOPLE
    }

    /**
     * One of the reasons.
     *
     * @param code stable name
     * @param text for people
     * @param points what it adds, 0 when it only explains
     */
    public record Reason(Code code, String text, int points) {}

    /** What a reason is about. */
    public enum Code {
        SEAT,
        NOMINATED,
        FULL,
        CITY_LIMIT,
        VOTES,
        CITY_BALANCE,
        NEWCOMER,
        PROFILE,
        TIME,
        NOT_FOR_RULE
    }

    public int points() {
        return reasons.stream().mapToInt(Reason::points).sum();
    }
}
