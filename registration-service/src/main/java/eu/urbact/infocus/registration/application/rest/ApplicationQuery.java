package eu.urbact.infocus.registration.application.rest;

import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import jakarta.validation.constraints.Pattern;
import jakarta.validation.constraints.Size;
import jakarta.ws.rs.DefaultValue;
import jakarta.ws.rs.QueryParam;

import eu.urbact.infocus.registration.application.ApplicationFilter;
import eu.urbact.infocus.registration.application.ApplicationState;
import eu.urbact.infocus.registration.application.Profile;
import eu.urbact.infocus.registration.application.Traits;

/**
 * Filters of the organisers' list, and of everything that shows the same rows; use it as a {@code @Valid @BeanParam}. Taken as
 * text so that a wrong one is answered with its name instead of "not found". Empty means all.
 */
public class ApplicationQuery {

    /** A UUID, or nothing. */
    public static final String UUID_FORM = "|[0-9a-fA-F]{8}(-[0-9a-fA-F]{4}){3}-[0-9a-fA-F]{12}";

    /** A state, or nothing. */
    public static final String STATES = "|SUBMITTED|ADMITTED|WAITLISTED|DECLINED|OFFERED|WITHDRAWN";

    /** What is said of another. */
    public static final String NO_SUCH_STATE =
            "must be one of SUBMITTED, ADMITTED, WAITLISTED, DECLINED, OFFERED and WITHDRAWN";

    /** A profile, or nothing. */
    public static final String PROFILES = "|CLUSTER_MANAGER|CITY_PRACTITIONER|RIS3_TEAM|EXPERT|ACADEMIC|OTHER";

    /** What is said of another. */
    public static final String NO_SUCH_PROFILE =
            "must be one of CLUSTER_MANAGER, CITY_PRACTITIONER, RIS3_TEAM, EXPERT, ACADEMIC and OTHER";

    /** A partner city's id, none, or nothing. */
    public static final String CITIES = "|none|[a-z]+(-[a-z]+)*";

    /** What is said of another. */
    public static final String NO_SUCH_CITY = "must be a partner city's id, or none";

    /** True, false, or nothing. */
    public static final String FLAGS = "|true|false";

    /** What is said of another. */
    public static final String NO_SUCH_FLAG = "must be true or false";

    /** A cluster's id, none, or nothing. */
    public static final String CLUSTERS = ApplyRequest.CLUSTER;

    /** What is said of another. */
    public static final String NO_SUCH_CLUSTER = "must be a cluster's id, or none";

    /** A bucket's code, or nothing. */
    public static final String BUCKETS = "|OPEN|CONTRIBUTORS|CITY:[a-z]+(-[a-z]+)*";

    /** What is said of another. */
    public static final String NO_SUCH_BUCKET = "must be OPEN, CONTRIBUTORS or CITY: and a city's id";

    /** Whatever the database can be asked for. */
    public static final String WORDS = "[^\\u0000]*";

    /** In the city filter: people who come with no partner city. */
    private static final String NO_CITY = "none";

    /** A call's id. */
    @QueryParam("call")
    @Pattern(regexp = UUID_FORM, message = "must be a call's id")
    String call;

    /** A state. */
    @QueryParam("state")
    @Pattern(regexp = STATES, message = NO_SUCH_STATE)
    String state;

    /** A partner city's id, or none. */
    @QueryParam("city")
    @Pattern(regexp = CITIES, message = NO_SUCH_CITY)
    @Size(max = 50)
    String city;

    /** A profile. */
    @QueryParam("profile")
    @Pattern(regexp = PROFILES, message = NO_SUCH_PROFILE)
    String profile;

    /** Only people who have been to no earlier workshop, or only those who have. */
    @QueryParam("newcomer")
    @Pattern(regexp = FLAGS, message = NO_SUCH_FLAG)
    String newcomer;

    /** Only people who would like to contribute, or only the others. */
    @QueryParam("contributor")
    @Pattern(regexp = FLAGS, message = NO_SUCH_FLAG)
    String contributor;

    /** A cluster's id, or none. */
    @QueryParam("cluster")
    @Pattern(regexp = CLUSTERS, message = NO_SUCH_CLUSTER)
    @Size(max = 100)
    String cluster;

    /** The seats that people hold. */
    @QueryParam("bucket")
    @Pattern(regexp = BUCKETS, message = NO_SUCH_BUCKET)
    @Size(max = 60)
    String bucket;

    /**
     * Words in any order, each a part of the name, the organisation or the mail address; one of one or two letters is looked for at the
     * beginning of words only.
     */
    @QueryParam("q")
    @Size(max = 100)
    String q;

    /** How the rows are sorted. */
    @QueryParam("sort")
    @DefaultValue("appliedAt")
    @Pattern(regexp = "appliedAt|name|city|state|votes")
    String sort;

    /** Made by the REST layer. */
    public ApplicationQuery() {}

    /** The same, for the repository. */
    public ApplicationFilter filter() {
        return filter(List.of());
    }

    /** The same, narrowed by something else as well. */
    protected ApplicationFilter filter(List<ApplicationFilter.Narrowing> narrowings) {
        List<ApplicationFilter.Narrowing> all = new ArrayList<>(
                Traits.of(newcomer, contributor, cluster, bucket).narrowings(id(call)));
        all.addAll(narrowings);
        return filter(id(call), state, city, q, profile, all, sort);
    }

    /** The same from single values, which have been checked; for requests that say in their body what a list was narrowed by. */
    public static ApplicationFilter filter(
            UUID callId,
            String state,
            String city,
            String q,
            String profile,
            List<ApplicationFilter.Narrowing> narrowings,
            String sort) {
        boolean withoutCity = NO_CITY.equals(city);
        return new ApplicationFilter(
                callId,
                state(state),
                city == null || city.isBlank() || withoutCity ? null : Set.of(city),
                withoutCity,
                q,
                profile == null || profile.isEmpty() ? null : Profile.valueOf(profile),
                narrowings,
                order(sort));
    }

    private static ApplicationFilter.Order order(String sort) {
        return switch (sort) {
            case "name" -> ApplicationFilter.Order.NAME;
            case "city" -> ApplicationFilter.Order.CITY;
            case "state" -> ApplicationFilter.Order.STATE;
            case "votes" -> ApplicationFilter.Order.VOTES;
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
