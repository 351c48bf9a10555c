package eu.urbact.infocus.registration.organiser.rest;

import java.util.Map;
import java.util.Optional;
import java.util.function.Supplier;
import jakarta.enterprise.context.ApplicationScoped;

import io.quarkiverse.resteasy.problem.HttpProblem;

import eu.urbact.infocus.chassis.audit.AuditEntry;
import eu.urbact.infocus.chassis.outcome.Outcome;
import eu.urbact.infocus.chassis.problem.CommonProblem;
import eu.urbact.infocus.chassis.problem.ProblemType;
import eu.urbact.infocus.chassis.problem.Problems;
import eu.urbact.infocus.chassis.problem.WhoWasQuicker;
import eu.urbact.infocus.chassis.rest.EntityTags;
import eu.urbact.infocus.registration.organiser.Organisers;

/**
 * Lets only those change something who have seen it as it is. The others are told who was quicker, and when; also when that was
 * themselves, as after a second click.
 */
@ApplicationScoped
public class SeenVersions {

    /** What an OpenAPI document says of the 412 that is answered here. */
    public static final String WHO_WAS_QUICKER =
            "Somebody was quicker; the members by, yourself and at say who and when";

    private final Organisers organisers;

    SeenVersions(Organisers organisers) {
        this.organisers = organisers;
    }

    /**
     * Passes when {@code ifMatch} names the current version (or is {@code *}), and notes what the caller is called, for those who come next.
     *
     * @param lastChange what has raised the version last
     * @throws HttpProblem 428 without a header, 412 with another version
     */
    public void require(String ifMatch, long current, Supplier<Optional<AuditEntry>> lastChange) {
        organisers.remember();
        if (!EntityTags.matches(ifMatch, EntityTags.of(current))) {
            throw tooLate(CommonProblem.STALE, "Read it again, then decide again.", lastChange);
        }
    }

    /**
     * What was done, or the refusal as a problem.
     *
     * @param overtaken the refusal that means that somebody else was quicker; it says who, as a stale version does
     * @param lastChange what has been quicker
     */
    public <T> T orThrow(Outcome<T> outcome, ProblemType overtaken, Supplier<Optional<AuditEntry>> lastChange) {
        if (outcome instanceof Outcome.Refused<T> refused && overtaken.equals(refused.type())) {
            throw tooLate(refused.type(), refused.detail(), lastChange);
        }
        return Problems.orThrow(outcome);
    }

    private HttpProblem tooLate(ProblemType type, String detail, Supplier<Optional<AuditEntry>> lastChange) {
        return Problems.of(type, detail, lastChange.get().map(this::members).orElse(Map.of()));
    }

    private Map<String, Object> members(AuditEntry last) {
        return WhoWasQuicker.members(organisers.nameOf(last.actor()), organisers.isCaller(last.actor()), last.at());
    }
}
