package eu.urbact.infocus.registration.application.rest;

import java.util.UUID;

import eu.urbact.infocus.registration.application.ApplicationState;

/** Filters of the lists, taken as text so that a wrong one is answered with its name instead of "not found". Empty means all. */
final class ApplicationQuery {

    static final String UUID_FORM = "|[0-9a-fA-F]{8}(-[0-9a-fA-F]{4}){3}-[0-9a-fA-F]{12}";
    static final String STATES = "|SUBMITTED|ADMITTED|WAITLISTED|DECLINED|OFFERED|WITHDRAWN";

    private ApplicationQuery() {}

    static UUID id(String text) {
        return text == null || text.isEmpty() ? null : UUID.fromString(text);
    }

    static ApplicationState state(String text) {
        return text == null || text.isEmpty() ? null : ApplicationState.valueOf(text);
    }
}
