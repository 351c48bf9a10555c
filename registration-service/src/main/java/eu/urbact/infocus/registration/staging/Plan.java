package eu.urbact.infocus.registration.staging;

import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.UUID;

import eu.urbact.infocus.registration.application.Decision;
import eu.urbact.infocus.registration.application.ReasonCode;
import eu.urbact.infocus.registration.seat.BucketCode;

/**
 * The room as it would be after a release.
 *
 * @param fingerprint the same as long as the staged decisions and the applications behind them are
 * @param capacity all seats
 * @param over how many of those to admit would find no seat
 * @param buckets the seats
 * @param kept how many held seats cities keep for people who stand in and have not answered; only their city is known, so they are counted
 *     among the cities and nowhere else
 * @param balance who would be in the room, counted several ways
 * @param needs what these people eat, visit and where they sleep
 * @param decisions what would be released, in this order; those that no longer can be come last
 */
public record Plan(
        String fingerprint,
        int capacity,
        int over,
        List<Bucket> buckets,
        int kept,
        Balance balance,
        Needs needs,
        List<Planned> decisions) {

    /**
     * Some of the seats.
     *
     * @param limit as it would be: what a city whose day has come does not use is among the open ones
     * @param held as it is now
     * @param freed how many of those would become free
     * @param planned how many would be taken
     * @param over how many would find none, of those who could sit nowhere else
     * @param kept how many of the free ones would stay for people whom the city has invited, who would still have to answer or wait for a decision
     */
    public record Bucket(
            BucketCode code, String label, int limit, int held, int freed, int planned, int over, int kept) {}

    /** The people in the room, by what makes a room balanced. */
    public record Balance(
            List<Group> cities,
            List<Group> profiles,
            List<Group> clusters,
            List<Group> organisations,
            List<Group> newcomers) {}

    /**
     * What the people in the room have said they need.
     *
     * @param needs meals, dinners, visits and buses in the order of their times, then nights in hotels
     * @param unsaid how many have not said it: PLACES for what they come along to, NIGHT for rooms; each only when it is asked
     */
    public record Needs(List<Need> needs, List<Group> unsaid) {}

    /**
     * Places of one kind.
     *
     * @param kind MEAL, DINNER, VISIT, BUS or NIGHT
     * @param key id of the option, or the night
     * @param title of the option; null for a night
     * @param startsAt of the option; null for a night
     * @param night null for an option
     * @param limit how many there are, or null for no limit
     * @param held taken by those who hold a seat, companions included
     * @param after taken by those who would
     */
    public record Need(
            String kind,
            String key,
            String title,
            Instant startsAt,
            LocalDate night,
            Integer limit,
            int held,
            int after) {}

    /**
     * People who have something in common.
     *
     * @param key a city's id, a profile, a cluster's id, an organisation, or whether they are new; "none" for people who come with no city or speak for no cluster
     * @param held how many of them hold a seat
     * @param after how many would
     */
    public record Group(String key, int held, int after) {}

    /**
     * One decision.
     *
     * @param bucket where the person would sit, or null
     * @param changedSince whether the application has changed since it was staged
     * @param overtaken whether the person's state allows it no longer, as when the waiting list has offered them a place: it counts
     *     nowhere, and the release keeps it and says why
     */
    public record Planned(
            UUID applicationId,
            Decision decision,
            ReasonCode reason,
            String note,
            BucketCode bucket,
            String stagedBy,
            Instant stagedAt,
            boolean changedSince,
            boolean overtaken,
            Seen seen) {}

    /** What people would be told. */
    public List<Planned> told() {
        return decisions.stream().filter(one -> !one.overtaken()).toList();
    }

    /** How many people would be told this. */
    public long recipients(Decision decision) {
        return told().stream().filter(one -> one.decision() == decision).count();
    }
}
