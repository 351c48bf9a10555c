package eu.urbact.infocus.portal.shell.services;

import java.time.Instant;
import java.util.Comparator;
import java.util.List;

/** Who arrives and leaves when and how, by name, the first to arrive first. */
public record TravelList(String zone, List<Traveller> people) {

    /** Completes what a service left out. */
    public TravelList {
        people = people == null ? List.of() : people;
    }

    /** One way of a journey. */
    public record Leg(Instant at, String by, String details) {

        @Override
        public String toString() {
            return "Leg";
        }
    }

    /**
     * Somebody on the list.
     *
     * @param outside whether the workshop is not on between arrival and departure, which it may have been before
     */
    public record Traveller(
            String applicationId,
            String givenName,
            String familyName,
            String organisation,
            String cityId,
            Leg arrival,
            Leg departure,
            boolean outside) {

        /** Given and family name. */
        public String name() {
            return givenName + " " + familyName;
        }

        @Override
        public String toString() {
            return "Traveller";
        }
    }

    /** The same people, the first to leave first. */
    public List<Traveller> leaving() {
        return people.stream()
                .sorted(Comparator.comparing(traveller -> traveller.departure().at()))
                .toList();
    }

    @Override
    public String toString() {
        return "TravelList";
    }
}
