package eu.urbact.infocus.registration.application;

import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import jakarta.enterprise.context.ApplicationScoped;

import eu.urbact.infocus.chassis.audit.AuditEntry;
import eu.urbact.infocus.chassis.audit.AuditTrail;

/** Who has changed an application last: what somebody who has seen an older version of it is told. */
@ApplicationScoped
public class LastChange {

    /**
     * What raises an application's version. Everything else that is written down about it, such as a vote or that the person has asked for
     * their link, leaves what was decided on as it was, and whoever did it has been quicker than nobody.
     */
    private static final Set<String> RAISE_THE_VERSION = Set.of(
            "application-admitted",
            "application-waitlisted",
            "application-declined",
            "application-edited",
            "application-corrected",
            "application-withdrawn",
            "application-replaced",
            "application-link-renewed",
            "application-erased",
            "personal-data-cleared",
            "seat-offered",
            "offer-accepted",
            "offer-declined",
            "offer-cancelled",
            "offer-lapsed");

    private final AuditTrail audit;

    LastChange(AuditTrail audit) {
        this.audit = audit;
    }

    /** Empty when it is as it was sent in. */
    public Optional<AuditEntry> of(UUID applicationId) {
        return audit.last("application", applicationId.toString(), RAISE_THE_VERSION);
    }
}
