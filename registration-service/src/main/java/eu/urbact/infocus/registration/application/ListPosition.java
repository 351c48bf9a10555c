package eu.urbact.infocus.registration.application;

import java.util.HashMap;
import java.util.Map;

/** The place of an application in an order, in the words of the query language. */
final class ListPosition {

    private static final String EARLIER = "(appliedAt < :here_at or (appliedAt = :here_at and id < :here_id))";
    private static final String LATER = "(appliedAt > :here_at or (appliedAt = :here_at and id > :here_id))";

    private ListPosition() {}

    static String after(ApplicationFilter.Order order, Application here) {
        return switch (order) {
            case APPLIED_AT -> LATER;
            case NAME -> "sortName >= :here_name and (sortName > :here_name or id > :here_id)";
            case CITY ->
                here.cityId() == null
                        ? "cityId is null and " + LATER
                        : "(cityId is null or cityId > :here_city or (cityId = :here_city and " + LATER + "))";
            case STATE -> "(state > :here_state or (state = :here_state and " + LATER + "))";
            case VOTES -> "(voteScore < :here_votes or (voteScore = :here_votes and " + LATER + "))";
        };
    }

    static String before(ApplicationFilter.Order order, Application here) {
        return switch (order) {
            case APPLIED_AT -> EARLIER;
            case NAME -> "sortName <= :here_name and (sortName < :here_name or id < :here_id)";
            case CITY ->
                here.cityId() == null
                        ? "(cityId is not null or " + EARLIER + ")"
                        : "(cityId < :here_city or (cityId = :here_city and " + EARLIER + "))";
            case STATE -> "(state < :here_state or (state = :here_state and " + EARLIER + "))";
            case VOTES -> "(voteScore > :here_votes or (voteScore = :here_votes and " + EARLIER + "))";
        };
    }

    static Map<String, Object> parameters(ApplicationFilter.Order order, Application here) {
        Map<String, Object> parameters = new HashMap<>();
        parameters.put("here_id", here.id());
        if (order == ApplicationFilter.Order.NAME) {
            parameters.put("here_name", here.sortName());
        } else {
            parameters.put("here_at", here.appliedAt());
        }
        if (order == ApplicationFilter.Order.CITY && here.cityId() != null) {
            parameters.put("here_city", here.cityId());
        }
        if (order == ApplicationFilter.Order.STATE) {
            parameters.put("here_state", here.state());
        }
        if (order == ApplicationFilter.Order.VOTES) {
            parameters.put("here_votes", here.voteScore());
        }
        return parameters;
    }
}
