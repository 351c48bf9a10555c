package eu.urbact.infocus.registration.organiser;

import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.UUID;
import jakarta.enterprise.context.ApplicationScoped;

import eu.urbact.infocus.chassis.audit.AuditTrail;
import eu.urbact.infocus.chassis.security.Caller;

/** Tells an organiser who comes too late with something about a person who was there before. */
@ApplicationScoped
public class WhoWasQuicker {

    private final AuditTrail audit;
    private final Organisers organisers;
    private final Caller caller;

    WhoWasQuicker(AuditTrail audit, Organisers organisers, Caller caller) {
        this.audit = audit;
        this.organisers = organisers;
        this.caller = caller;
    }

    /**
     * The members of the refusal: {@code by}, {@code at}, and {@code yourself}, which is true when the caller has sent the same twice.
     *
     * @param actions of the audit trail that change what the caller wanted to decide about
     * @return nothing when nobody has done any of them
     */
    public Map<String, Object> members(UUID applicationId, Collection<String> actions) {
        Map<String, Object> members = new LinkedHashMap<>();
        audit.last("application", applicationId.toString(), actions).ifPresent(last -> {
            members.put("by", organisers.nameOf(last.actor()));
            members.put("at", last.at().toString());
            members.put("yourself", last.actor().equals(caller.actor()));
        });
        return members;
    }
}
