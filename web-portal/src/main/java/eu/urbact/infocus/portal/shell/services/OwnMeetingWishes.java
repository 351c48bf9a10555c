package eu.urbact.infocus.portal.shell.services;

import java.time.Instant;
import java.util.List;

/**
 * What somebody with a place has said to offer and look for at the meetings.
 *
 * @param startsAt when the workshop begins: until then it can be changed
 * @param fixed whether it is too late for that
 * @param statedAt null when nothing was ever said
 * @param version needed to change it
 */
public record OwnMeetingWishes(
        String workshopTitle,
        String zone,
        Instant startsAt,
        boolean fixed,
        Topics offers,
        Topics needs,
        Instant statedAt,
        long version) {

    /** Codes of competences and divisions of NACE. */
    public record Topics(List<String> competences, List<String> activities) {

        /** Completes what a service left out. */
        public Topics {
            competences = competences == null ? List.of() : competences;
            activities = activities == null ? List.of() : activities;
        }
    }

    /** What takes the place of all that. */
    public record Stated(Topics offers, Topics needs) {}
}
