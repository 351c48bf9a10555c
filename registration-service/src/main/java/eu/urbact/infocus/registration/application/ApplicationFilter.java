package eu.urbact.infocus.registration.application;

import java.util.Set;
import java.util.UUID;

/**
 * Which applications a list shows; null means all.
 *
 * @param cities only of these partner cities
 * @param withoutCity only of people who come with no partner city
 * @param text part of a name, an organisation or a mail address
 */
public record ApplicationFilter(
        UUID callId, ApplicationState state, Set<String> cities, boolean withoutCity, String text, Order order) {

    /** How the list is sorted; the id decides between equals, so that pages never overlap. */
    public enum Order {
        APPLIED_AT("appliedAt"),
        NAME("familyName, givenName"),
        CITY("cityId nulls last, appliedAt"),
        STATE("state, appliedAt");

        private final String columns;

        Order(String columns) {
            this.columns = columns;
        }

        String columns() {
            return columns + ", id";
        }
    }
}
