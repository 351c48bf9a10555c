package eu.urbact.infocus.portal.shell.services;

import java.time.Instant;
import java.util.List;

/**
 * The waiting list of a call, for organisers.
 *
 * @param settingsVersion needed to change the settings
 * @param cutOffAt from then on nobody is offered a seat
 * @param closed whether that time has come
 */
public record WaitingList(
        Settings settings, long settingsVersion, Instant cutOffAt, boolean closed, String zone, Page<Person> waiting) {

    /** Completes what a service left out. */
    public WaitingList {
        waiting = waiting == null ? Page.empty() : waiting;
    }

    /** How the list works. */
    public record Settings(boolean running, int offerHours, int cutOffHours) {}

    /** One person, and why they stand there. */
    public record Person(
            int place,
            String applicationId,
            String givenName,
            String familyName,
            String organisation,
            String cityId,
            String country,
            boolean contributor,
            Instant appliedAt,
            int priority,
            Instant firstAt,
            String firstReason,
            List<String> reasons,
            long version) {

        /** Completes what a service left out. */
        public Person {
            reasons = reasons == null ? List.of() : reasons;
        }

        /** Given and family name. */
        public String name() {
            return givenName + " " + familyName;
        }

        @Override
        public String toString() {
            return "Person[applicationId=" + applicationId + "]";
        }
    }

    /** Once that a person was put first, and why. */
    public record PutFirst(Instant at, String reason) {

        @Override
        public String toString() {
            return "PutFirst[at=" + at + "]";
        }
    }

    /** One offer. */
    public record Offer(
            String id,
            String applicationId,
            String givenName,
            String familyName,
            String cityId,
            String bucket,
            String state,
            Instant offeredAt,
            Instant expiresAt,
            Instant settledAt,
            long version) {

        /** Given and family name. */
        public String name() {
            return givenName + " " + familyName;
        }

        @Override
        public String toString() {
            return "Offer[id=" + id + "]";
        }
    }
}
