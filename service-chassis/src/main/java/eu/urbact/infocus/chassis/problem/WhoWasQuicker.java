package eu.urbact.infocus.chassis.problem;

import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.Map;

/** Members of a problem that tell who comes too late who was quicker, and when. */
public final class WhoWasQuicker {

    private WhoWasQuicker() {}

    /**
     * The members where it is not known whether it was the caller.
     *
     * @param by the name of the account, or null when it is not kept any longer
     */
    public static Map<String, Object> members(String by, Instant at) {
        Map<String, Object> members = new LinkedHashMap<>();
        if (by != null) {
            members.put("by", by);
        }
        members.put("at", at.toString());
        return members;
    }

    /**
     * The members where it is known whether it was the caller, as after a second click.
     *
     * @param by the name of the account
     * @param yourself whether it is the caller's
     */
    public static Map<String, Object> members(String by, boolean yourself, Instant at) {
        Map<String, Object> members = members(by, at);
        members.put("yourself", yourself);
        return members;
    }
}
