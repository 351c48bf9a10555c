package eu.urbact.infocus.portal.shell.services;

import java.util.List;

/** A selection that is proposed to the organisers. */
public record Suggestion(
        String tag,
        BalanceGoals goals,
        long goalsVersion,
        List<Bucket> buckets,
        long admitted,
        long waitlisted,
        long forPeople,
        Page<Entry> entries) {

    /** Completes what a service left out. */
    public Suggestion {
        tag = tag == null ? "" : tag;
        goals = goals == null ? new BalanceGoals(null, 0, null) : goals;
        buckets = buckets == null ? List.of() : buckets;
        entries = entries == null ? Page.empty() : entries;
    }

    /** Whether some of the seats are open to all, or can become so. */
    public boolean isWithOpenSeats() {
        return buckets.stream().anyMatch(bucket -> bucket.code().equals("OPEN"));
    }

    /** Whether nobody waits for a decision. */
    public boolean isNobody() {
        return entries.total() == 0;
    }

    /** The people of one kind on this page. */
    public List<Entry> of(String proposal) {
        return entries.items().stream()
                .filter(entry -> proposal.equals(entry.proposal()))
                .toList();
    }

    /** Name of a bucket, or its code. */
    public String bucketName(String code) {
        return buckets.stream()
                .filter(bucket -> bucket.code().equals(code))
                .map(Bucket::label)
                .findFirst()
                .orElse(code);
    }

    /** Some of the seats. */
    public record Bucket(String code, String label, int limit, int held, int free, long suggested) {}

    /** One person. */
    public record Entry(
            String applicationId,
            String proposal,
            int rank,
            String bucket,
            int points,
            List<Reason> reasons,
            List<Person> next,
            List<String> nextIn,
            String state,
            String givenName,
            String familyName,
            String organisation,
            String cityId,
            String profile,
            boolean contributor) {

        /** Completes what a service left out. */
        public Entry {
            reasons = reasons == null ? List.of() : reasons;
            next = next == null ? List.of() : next;
            nextIn = nextIn == null ? List.of() : nextIn;
        }

        /** Given and family name. */
        public String name() {
            return givenName + " " + familyName;
        }

        @Override
        public String toString() {
            return "Entry[applicationId=" + applicationId + "]";
        }
    }

    /** A reason in words; its points are part of the person's. */
    public record Reason(String code, String text, int points) {

        /** The points with their sign; empty when it only explains. */
        public String signed() {
            return points == 0 ? "" : points > 0 ? "+" + points : "−" + -points;
        }
    }

    /** Somebody else in the proposal. */
    public record Person(String applicationId, String givenName, String familyName) {

        /** Given and family name. */
        public String name() {
            return givenName + " " + familyName;
        }

        @Override
        public String toString() {
            return "Person[applicationId=" + applicationId + "]";
        }
    }
}
