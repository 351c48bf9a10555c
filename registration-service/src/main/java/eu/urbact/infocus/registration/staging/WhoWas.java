package eu.urbact.infocus.registration.staging;

import java.util.List;
import java.util.UUID;
import jakarta.enterprise.context.ApplicationScoped;

import eu.urbact.infocus.chassis.audit.AuditEntry;
import eu.urbact.infocus.chassis.audit.AuditTrail;
import eu.urbact.infocus.chassis.problem.CommonProblem;
import eu.urbact.infocus.chassis.rest.PageRequest;
import eu.urbact.infocus.registration.organiser.Organisers;
import eu.urbact.infocus.registration.problem.RegistrationProblem;

/** Says who was quicker, and when. */
@ApplicationScoped
class WhoWas {

    private final AuditTrail audit;
    private final Organisers organisers;

    WhoWas(AuditTrail audit, Organisers organisers) {
        this.audit = audit;
        this.organisers = organisers;
    }

    /** Somebody has changed the application or what is staged for it since it was looked at. */
    Refusal quicker(UUID applicationId, StagedDecision staged) {
        if (staged != null) {
            return by(applicationId, staged, false);
        }
        List<AuditEntry> last = audit.list("application", applicationId.toString(), PageRequest.of(0, 1))
                .items();
        if (last.isEmpty()) {
            return Refusal.of(applicationId, CommonProblem.STALE, "Read it again, then decide again.");
        }
        AuditEntry entry = last.get(0);
        String name = organisers.nameOf(entry.actor());
        return new Refusal(
                applicationId,
                CommonProblem.STALE,
                "%s was quicker: %s at %s. Read it again, then decide again."
                        .formatted(name, entry.action().replace('-', ' '), entry.at()),
                entry.actor(),
                name,
                entry.at());
    }

    /** Somebody else has staged something, and it was not said that it is to be replaced. */
    Refusal staged(UUID applicationId, StagedDecision staged) {
        return by(applicationId, staged, true);
    }

    private Refusal by(UUID applicationId, StagedDecision staged, boolean seen) {
        String name = organisers.nameOf(staged.stagedBy());
        return new Refusal(
                applicationId,
                seen ? RegistrationProblem.STAGED_BY_OTHER : CommonProblem.STALE,
                "%s has staged %s for this person at %s.".formatted(name, words(staged), staged.stagedAt()),
                staged.stagedBy(),
                name,
                staged.stagedAt());
    }

    private static String words(StagedDecision staged) {
        return switch (staged.decision()) {
            case ADMIT -> "a place";
            case WAITLIST -> "the waiting list";
            case DECLINE -> "a refusal";
        };
    }
}
