package eu.urbact.infocus.registration.staging;

import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import jakarta.enterprise.context.ApplicationScoped;

import eu.urbact.infocus.chassis.audit.AuditEntry;
import eu.urbact.infocus.chassis.audit.AuditTrail;
import eu.urbact.infocus.chassis.problem.CommonProblem;
import eu.urbact.infocus.registration.application.Application;
import eu.urbact.infocus.registration.application.LastChange;
import eu.urbact.infocus.registration.organiser.Organisers;
import eu.urbact.infocus.registration.problem.RegistrationProblem;

/** Says who was quicker, and when. */
@ApplicationScoped
class WhoWas {

    private final LastChange lastChange;
    private final AuditTrail audit;
    private final Organisers organisers;

    WhoWas(LastChange lastChange, AuditTrail audit, Organisers organisers) {
        this.lastChange = lastChange;
        this.audit = audit;
        this.organisers = organisers;
    }

    /** Somebody has changed the application or what is staged for it since it was looked at. */
    Refusal quicker(Application application, StagedDecision staged, Seen seen) {
        UUID id = application.id();
        boolean changed = application.version() != seen.version();
        Optional<AuditEntry> last = changed ? lastChange.of(id) : Optional.empty();
        if (last.isEmpty() && staged != null) {
            return by(id, staged, false);
        }
        if (!changed) {
            last = audit.last("application", id.toString(), Set.of(TakeBackStaged.ACTION));
        }
        return last.map(entry -> {
                    String name = organisers.nameOf(entry.actor());
                    return new Refusal(
                            id,
                            CommonProblem.STALE,
                            "%s was quicker: %s at %s. Read it again, then decide again."
                                    .formatted(name, entry.action().replace('-', ' '), entry.at()),
                            entry.actor(),
                            name,
                            organisers.isCaller(entry.actor()),
                            entry.at());
                })
                .orElseGet(() -> Refusal.of(id, CommonProblem.STALE, "Read it again, then decide again."));
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
                organisers.isCaller(staged.stagedBy()),
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
