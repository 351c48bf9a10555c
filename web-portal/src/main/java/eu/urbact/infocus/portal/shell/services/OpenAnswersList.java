package eu.urbact.infocus.portal.shell.services;

import java.util.List;

/** Who has not answered everything that is asked, by name. */
public record OpenAnswersList(List<Owing> people) {

    /** Completes what a service left out. */
    public OpenAnswersList {
        people = people == null ? List.of() : people;
    }

    /** Somebody on the list; {@code open} holds codes of tasks. */
    public record Owing(
            String applicationId,
            String givenName,
            String familyName,
            String organisation,
            String cityId,
            List<String> open) {

        /** Completes what a service left out. */
        public Owing {
            open = open == null ? List.of() : open;
        }

        /** Given and family name. */
        public String name() {
            return givenName + " " + familyName;
        }

        @Override
        public String toString() {
            return "Owing";
        }
    }

    @Override
    public String toString() {
        return "OpenAnswersList";
    }
}
