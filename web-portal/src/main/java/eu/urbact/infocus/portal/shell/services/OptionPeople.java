package eu.urbact.infocus.portal.shell.services;

import java.util.List;

/** Who comes along to an option, by name. */
public record OptionPeople(LogisticsOption option, List<Person> people) {

    /** Completes what a service left out. */
    public OptionPeople {
        people = people == null ? List.of() : people;
    }

    /** Somebody on the list. */
    public record Person(
            String givenName,
            String familyName,
            String organisation,
            String cityId,
            int companions,
            Boolean photoConsent,
            List<String> diets,
            String dietNote,
            List<String> accessNeeds,
            String accessNote) {

        /** Completes what a service left out. */
        public Person {
            diets = diets == null ? List.of() : diets;
            accessNeeds = accessNeeds == null ? List.of() : accessNeeds;
        }

        /** Given and family name. */
        public String name() {
            return givenName + " " + familyName;
        }

        @Override
        public String toString() {
            return "Person";
        }
    }

    @Override
    public String toString() {
        return "OptionPeople";
    }
}
