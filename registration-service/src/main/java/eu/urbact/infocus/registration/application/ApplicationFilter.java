package eu.urbact.infocus.registration.application;

import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;

/**
 * Which applications a list shows; null means all.
 *
 * @param cities only of these partner cities
 * @param withoutCity only of people who come with no partner city
 * @param text words in any order, each a part of the name, the organisation or the mail address, as {@link SearchWords} says; with or without capitals and accents
 * @param profile only people with this profile
 * @param narrowings what else must be true, in the words of other features
 */
public record ApplicationFilter(
        UUID callId,
        ApplicationState state,
        Set<String> cities,
        boolean withoutCity,
        String text,
        Profile profile,
        List<Narrowing> narrowings,
        Order order) {

    /** Keeps its own list. */
    public ApplicationFilter {
        narrowings = List.copyOf(narrowings);
    }

    /** Without what only the organisers' desk narrows by. */
    public ApplicationFilter(
            UUID callId, ApplicationState state, Set<String> cities, boolean withoutCity, String text, Order order) {
        this(callId, state, cities, withoutCity, text, null, List.of(), order);
    }

    /**
     * A condition on an application that a feature above this one knows how to ask, so that the database evaluates it in the same
     * statement as everything else.
     *
     * @param condition in the query language, about the attribute {@code id}
     * @param parameters its parameters by name; names are the feature's own
     * @param indexed whether an index finds those who pass, in whatever order the list is
     */
    public record Narrowing(String condition, Map<String, Object> parameters, boolean indexed) {

        public Narrowing(String condition, Map<String, Object> parameters) {
            this(condition, parameters, false);
        }
    }

    /** Whether an index finds those who pass, in whatever order the list is. */
    boolean isIndexed() {
        return profile != null || narrowings.stream().anyMatch(Narrowing::indexed);
    }

    /** How the list is sorted; the id decides between equals, so that pages never overlap. */
    public enum Order {
        APPLIED_AT("appliedAt, id", "appliedAt desc, id desc"),
        /** By the alphabet; capitals and accents do not count. */
        NAME("sortName, id", "sortName desc, id desc"),
        CITY("cityId nulls last, appliedAt, id", "cityId desc nulls first, appliedAt desc, id desc"),
        STATE("state, appliedAt, id", "state desc, appliedAt desc, id desc"),
        /** Those first whom most organisers are for. */
        VOTES("voteScore desc, appliedAt, id", "voteScore, appliedAt desc, id desc");

        private final String forward;
        private final String backward;

        Order(String forward, String backward) {
            this.forward = forward;
            this.backward = backward;
        }

        String columns() {
            return forward;
        }

        /** The same order from its end, which an index is read in as well. */
        String fromTheEnd() {
            return backward;
        }
    }
}
