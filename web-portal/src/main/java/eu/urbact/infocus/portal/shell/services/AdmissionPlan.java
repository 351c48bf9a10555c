package eu.urbact.infocus.portal.shell.services;

import java.time.Instant;
import java.time.LocalDate;
import java.util.List;

/**
 * The room as it would be.
 *
 * @param tag names what was looked at
 * @param people how many decisions are staged
 * @param over how many of those to admit would find no seat
 * @param needs places that the people take at meals and visits, in buses and in hotels, as far as they have said so
 * @param unsaid how many have not: {@code PLACES}, {@code NIGHT}
 * @param keptForSubstitutes how many held seats cities keep for people who have not answered yet; counted in {@code cities} only
 */
public record AdmissionPlan(
        String tag,
        int capacity,
        int held,
        int after,
        int people,
        int over,
        List<Bucket> buckets,
        List<Group> cities,
        List<Group> profiles,
        List<Group> organisations,
        List<Group> newcomers,
        List<Outcome> outcomes,
        List<String> changedSince,
        List<Group> clusters,
        List<Need> needs,
        List<Group> unsaid,
        int keptForSubstitutes) {

    /** Completes what a service left out. */
    public AdmissionPlan {
        buckets = buckets == null ? List.of() : buckets;
        cities = cities == null ? List.of() : cities;
        profiles = profiles == null ? List.of() : profiles;
        organisations = organisations == null ? List.of() : organisations;
        newcomers = newcomers == null ? List.of() : newcomers;
        outcomes = outcomes == null ? List.of() : outcomes;
        changedSince = changedSince == null ? List.of() : changedSince;
        clusters = clusters == null ? List.of() : clusters;
        needs = needs == null ? List.of() : needs;
        unsaid = unsaid == null ? List.of() : unsaid;
    }

    /** Seats that would be held, in percent of the capacity. */
    public int percent() {
        return capacity <= 0 ? 0 : Math.min(100, Math.round(after * 100f / capacity));
    }

    /** Those who would be told something. */
    public List<Outcome> told() {
        return outcomes.stream().filter(outcome -> outcome.recipients() > 0).toList();
    }

    /** Whether anybody speaks for a cluster of the directory. */
    public boolean isWithClusters() {
        return clusters.stream().anyMatch(group -> !group.key().equals("none"));
    }

    /** Whether the call has such seats. */
    public boolean hasBucket(String code) {
        return buckets.stream().anyMatch(bucket -> code.equals(bucket.code()));
    }

    /** Name of a bucket, or its code. */
    public String bucketName(String code) {
        return buckets.stream()
                .filter(bucket -> bucket.code().equals(code))
                .map(Bucket::label)
                .findFirst()
                .orElse(code);
    }

    /**
     * Some of the seats.
     *
     * @param kept how many free ones stay for people whom the city has nominated
     */
    public record Bucket(
            String code, String label, int limit, int held, int freed, int planned, int over, int after, int kept) {

        /** Seats that would be held, in percent of the limit. */
        public int percent() {
            return limit <= 0 ? (after > 0 ? 100 : 0) : Math.min(100, Math.round(after * 100f / limit));
        }

        /** Whether no seat would be left. */
        public boolean isFull() {
            return after >= limit;
        }
    }

    /** People with something in common: how many hold a seat, and how many would. */
    public record Group(String key, int held, int after) {

        /** Whether the plan changes it. */
        public boolean isChanged() {
            return held != after;
        }
    }

    /**
     * Places of one kind.
     *
     * @param kind {@code MEAL}, {@code DINNER}, {@code VISIT}, {@code BUS} or {@code NIGHT}
     * @param title null for a night
     * @param night null for what has a title
     * @param limit null for no limit
     */
    public record Need(
            String kind,
            String key,
            String title,
            Instant startsAt,
            LocalDate night,
            Integer limit,
            int held,
            int after) {

        /** Whether the plan changes it. */
        public boolean isChanged() {
            return held != after;
        }

        /** Whether more are wanted than there are. */
        public boolean isOver() {
            return limit != null && after > limit;
        }
    }

    /** Everybody who would be told the same. */
    public record Outcome(String decision, String mail, long recipients, List<Sample> samples) {

        /** Completes what a service left out. */
        public Outcome {
            samples = samples == null ? List.of() : samples;
        }
    }

    /** One of them. */
    public record Sample(
            String applicationId,
            String givenName,
            String familyName,
            String bucket,
            String reasonCode,
            String note,
            String stagedBy,
            Instant stagedAt) {

        /** Given and family name. */
        public String name() {
            return (givenName == null ? "" : givenName) + " " + (familyName == null ? "" : familyName);
        }
    }
}
