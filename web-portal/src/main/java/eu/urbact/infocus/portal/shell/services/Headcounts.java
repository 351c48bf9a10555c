package eu.urbact.infocus.portal.shell.services;

import java.time.LocalDate;
import java.util.List;

/** Who comes along to what, in numbers. */
public record Headcounts(
        String zone,
        Answers answers,
        List<Headcount> options,
        List<Travel> arrivals,
        List<Travel> departures,
        long openRequests,
        Sessions sessions) {

    /** Completes what a service left out. */
    public Headcounts {
        options = options == null ? List.of() : options;
        arrivals = arrivals == null ? List.of() : arrivals;
        departures = departures == null ? List.of() : departures;
        sessions = sessions == null ? new Sessions(List.of(), 0) : sessions;
    }

    /**
     * How many of those with a place have answered what.
     *
     * @param photoForgotten have said whether they may be in pictures, and which of both is not kept any longer
     */
    public record Answers(
            long admitted, long travel, long choices, long needs, long photoYes, long photoNo, long photoForgotten) {

        /** Whether nothing is left of what was said about pictures, which is not the same as that nobody said anything. */
        public boolean isPhotoOver() {
            return photoYes + photoNo == 0 && photoForgotten > 0;
        }
    }

    /** How many come along to one option. */
    public record Headcount(
            LogisticsOption option,
            long people,
            long companions,
            long places,
            List<Count> diets,
            long dietNotes,
            List<Count> accessNeeds,
            long accessNotes) {

        /** Completes what a service left out. */
        public Headcount {
            diets = diets == null ? List.of() : diets;
            accessNeeds = accessNeeds == null ? List.of() : accessNeeds;
        }
    }

    /** What the venue of the sessions must be ready for: the needs of everybody with a place, whatever they come along to. */
    public record Sessions(List<Count> accessNeeds, long accessNotes) {

        /** Completes what a service left out. */
        public Sessions {
            accessNeeds = accessNeeds == null ? List.of() : accessNeeds;
        }
    }

    /** How many of something. */
    public record Count(String code, long people) {}

    /**
     * How many arrive or leave on a day by one means.
     *
     * @param outside whether the workshop is not on this day, which it may have been before
     */
    public record Travel(LocalDate date, String by, long people, boolean outside) {}
}
