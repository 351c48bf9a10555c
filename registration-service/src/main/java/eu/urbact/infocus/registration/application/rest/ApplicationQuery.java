package eu.urbact.infocus.registration.application.rest;

import java.util.Set;
import java.util.UUID;
import jakarta.validation.constraints.Pattern;
import jakarta.validation.constraints.Size;
import jakarta.ws.rs.DefaultValue;
import jakarta.ws.rs.QueryParam;

import eu.urbact.infocus.registration.application.ApplicationFilter;
import eu.urbact.infocus.registration.application.ApplicationState;

/**
 * Filters of the organisers' list, and of everything that shows the same rows; use it as a {@code @Valid @BeanParam}. Taken as
 * text so that a wrong one is answered with its name instead of "not found". Empty means all.
 */
public class ApplicationQuery {

    static final String UUID_FORM = "|[0-9a-fA-F]{8}(-[0-9a-fA-F]{4}){3}-[0-9a-fA-F]{12}";
    static final String STATES = "|SUBMITTED|ADMITTED|WAITLISTED|DECLINED|OFFERED|WITHDRAWN";

    /** In the city filter: people who come with no partner city. */
    private static final String NO_CITY = "none";

    /** A call's id. */
    @QueryParam("call")
    @Pattern(regexp = UUID_FORM, message = "must be a call's id")
    String call;

    /** A state. */
    @QueryParam("state")
    @Pattern(regexp = STATES, message = "must be one of " + STATES)
    String state;

    /** A partner city's id, or none. */
    @QueryParam("city")
    @Size(max = 50)
    String city;

    /** Part of a name, an organisation or a mail address. */
    @QueryParam("q")
    @Size(max = 100)
    String q;

    /** How the rows are sorted. */
    @QueryParam("sort")
    @DefaultValue("appliedAt")
    @Pattern(regexp = "appliedAt|name|city|state")
    String sort;

    /** Made by the REST layer. */
    public ApplicationQuery() {}

    /** The same, for the repository. */
    public ApplicationFilter filter() {
        boolean withoutCity = NO_CITY.equals(city);
        return new ApplicationFilter(
                id(call),
                state(state),
                city == null || city.isBlank() || withoutCity ? null : Set.of(city),
                withoutCity,
                q,
                order());
    }

    private ApplicationFilter.Order order() {
        return switch (sort) {
            case "name" -> ApplicationFilter.Order.NAME;
            case "city" -> ApplicationFilter.Order.CITY;
            case "state" -> ApplicationFilter.Order.STATE;
            default -> ApplicationFilter.Order.APPLIED_AT;
        };
    }

    static UUID id(String text) {
        return text == null || text.isEmpty() ? null : UUID.fromString(text);
    }

    static ApplicationState state(String text) {
        return text == null || text.isEmpty() ? null : ApplicationState.valueOf(text);
    }
}
