package eu.urbact.infocus.chassis.audit;

import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Objects;

/** What a change has made different, for the details of an {@link AuditEntry}. */
public final class Changes {

    /** A value before and after; null where there was or is none. */
    public record Change(Object before, Object after) {}

    private Changes() {}

    /** The values that are others than before, by their names and in their order; about people at most
     * what puts them into groups, because it stays when they are forgotten. */
    public static Map<String, Object> between(Map<String, ?> before, Map<String, ?> after) {
        Map<String, Object> different = new LinkedHashMap<>();
        after.forEach((name, value) -> {
            Object was = before.get(name);
            if (!Objects.equals(was, value)) {
                different.put(name, new Change(was, value));
            }
        });
        before.forEach((name, was) -> {
            if (was != null && !after.containsKey(name)) {
                different.put(name, new Change(was, null));
            }
        });
        return different;
    }
}
