package eu.urbact.infocus.registration.application;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;

/**
 * What a room is balanced by beside city and role, as far as a list is narrowed to it; null means all.
 *
 * @param newcomer people who have been to no earlier workshop, or those who have
 * @param contributor people who would like to contribute, or the others
 * @param cluster a cluster's id, or none for people who speak for no cluster of the directory
 * @param bucket the seats that the people hold
 */
public record Traits(Boolean newcomer, Boolean contributor, String cluster, String bucket) {

    /** Everybody. */
    public static final Traits ALL = new Traits(null, null, null, null);

    private static final String NO_CLUSTER = "none";

    /** Those who have been admitted are few and found first: the condition alone would be looked at for every application there is. */
    private static final String RETURNING = """
            select a.id from Application a
            where a.emailKey in (select been.emailKey from Application been where been.state = :admitted) and %s
            """.formatted(Applications.HAS_BEEN_BEFORE);

    private static final String RETURNING_OF_CALL = RETURNING + " and a.callId = :newcomersOf";

    /** From parameters of a request, of which an empty one says nothing. */
    public static Traits of(String newcomer, String contributor, String cluster, String bucket) {
        return new Traits(flag(newcomer), flag(contributor), text(cluster), text(bucket));
    }

    /**
     * The same for a list.
     *
     * @param callId of whose applications it is; null for all calls
     */
    public List<ApplicationFilter.Narrowing> narrowings(UUID callId) {
        List<ApplicationFilter.Narrowing> narrowings = new ArrayList<>();
        if (newcomer != null) {
            narrowings.add(newcomers(callId));
        }
        if (contributor != null) {
            narrowings.add(indexed("contributor = :contributor", Map.of("contributor", contributor)));
        }
        if (cluster != null) {
            narrowings.add(
                    cluster.equals(NO_CLUSTER)
                            ? indexed("clusterId is null", Map.of())
                            : indexed("clusterId = :clusterId", Map.of("clusterId", cluster)));
        }
        if (bucket != null) {
            narrowings.add(indexed("bucket = :bucket", Map.of("bucket", bucket)));
        }
        return narrowings;
    }

    private ApplicationFilter.Narrowing newcomers(UUID callId) {
        Map<String, Object> parameters = new HashMap<>(Map.of("admitted", ApplicationState.ADMITTED));
        if (callId != null) {
            parameters.put("newcomersOf", callId);
        }
        return new ApplicationFilter.Narrowing(
                "id " + (newcomer ? "not in" : "in") + " (" + (callId == null ? RETURNING : RETURNING_OF_CALL) + ")",
                parameters);
    }

    private static ApplicationFilter.Narrowing indexed(String condition, Map<String, Object> parameters) {
        return new ApplicationFilter.Narrowing(condition, parameters, true);
    }

    private static Boolean flag(String text) {
        return (text == null || text.isEmpty()) ? null : Boolean.valueOf(text);
    }

    private static String text(String text) {
        return (text == null || text.isEmpty()) ? null : text;
    }
}
