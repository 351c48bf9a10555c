package eu.urbact.infocus.portal.shell.services;

import java.util.List;

/** Everybody with a place, by name. */
public record GuestList(List<Guest> people) {

    /** Completes what a service left out. */
    public GuestList {
        people = people == null ? List.of() : people;
    }

    /** Somebody on the list; {@code photoConsent} is null when not answered. */
    public record Guest(
            String applicationId,
            String givenName,
            String familyName,
            String organisation,
            String cityId,
            Boolean photoConsent,
            List<String> accessNeeds,
            String accessNote) {

        /** Completes what a service left out. */
        public Guest {
            accessNeeds = accessNeeds == null ? List.of() : accessNeeds;
        }

        /** Given and family name. */
        public String name() {
            return givenName + " " + familyName;
        }

        @Override
        public String toString() {
            return "Guest";
        }
    }

    @Override
    public String toString() {
        return "GuestList";
    }
}
