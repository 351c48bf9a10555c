package eu.urbact.infocus.registration.desk;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.transaction.Transactional;

import eu.urbact.infocus.chassis.audit.AuditEntry;
import eu.urbact.infocus.chassis.outcome.Outcome;
import eu.urbact.infocus.chassis.problem.CommonProblem;
import eu.urbact.infocus.registration.application.ApplicationState;
import eu.urbact.infocus.registration.application.LastChange;
import eu.urbact.infocus.registration.problem.RegistrationProblem;
import eu.urbact.infocus.registration.staging.Intent;
import eu.urbact.infocus.registration.staging.StageDecisions;
import eu.urbact.infocus.registration.suggestion.Proposal;
import eu.urbact.infocus.registration.suggestion.SuggestSelection;

/**
 * Organisers take a suggestion over as their plan, with the seats that it proposes; these go to nobody to whom they are not promised when
 * a city has nominated somebody in between. What they have staged before stays; nobody is declined, because nobody is proposed to be.
 */
@ApplicationScoped
public class StageSuggestion {

    private static final Set<String> CHANGES_OF_APPLICATIONS =
            Set.of("application-submitted", "application-imported", "vote-cast", "vote-withdrawn");

    private static final Set<String> CHANGES_OF_CALLS = Set.of(
            "balance-goals-changed", "call-changed", "call-followed-workshop", "bucket-resized", "seats-handed-back");

    private final SuggestSelection suggestSelection;
    private final StageDecisions stageDecisions;
    private final LastChange lastChange;

    StageSuggestion(SuggestSelection suggestSelection, StageDecisions stageDecisions, LastChange lastChange) {
        this.suggestSelection = suggestSelection;
        this.stageDecisions = stageDecisions;
        this.lastChange = lastChange;
    }

    /** Who has changed last what the suggestion for a call is made of. */
    public Optional<AuditEntry> lastChange(UUID callId) {
        return lastChange.inCall(callId, CHANGES_OF_APPLICATIONS, CHANGES_OF_CALLS, null);
    }

    /**
     * Stages the suggestion for a call that exists.
     *
     * @param fingerprint of the suggestion that was looked at, or null for whatever it is
     * @param kinds which proposals are staged
     */
    @Transactional
    public Outcome<StageDecisions.Result> stage(UUID callId, String fingerprint, Set<Proposal.Kind> kinds) {
        SuggestSelection.Selection selection = suggestSelection.suggest(callId);
        if (fingerprint != null && !fingerprint.equals(selection.fingerprint())) {
            return Outcome.refused(
                    CommonProblem.STALE, "The suggestion has changed since you looked at it. Look again.");
        }
        List<Proposal> proposals = selection.proposals().stream()
                .filter(proposal -> kinds.contains(proposal.kind()))
                // who waits already would be told again what they know
                .filter(proposal -> proposal.kind() != Proposal.Kind.WAITLIST
                        || proposal.candidate().state() != ApplicationState.WAITLISTED)
                .toList();
        if (proposals.size() > StageDecisions.AT_ONCE) {
            return Outcome.refused(
                    RegistrationProblem.SELECTION_TOO_LARGE,
                    "%d are proposed; at most %d can be staged at once."
                            .formatted(proposals.size(), StageDecisions.AT_ONCE));
        }
        Map<StageDecisions.Target, Intent> intents = new LinkedHashMap<>();
        proposals.forEach(proposal ->
                intents.put(new StageDecisions.Target(proposal.candidate().id(), null), intent(proposal)));
        return Outcome.done(stageDecisions.stageUnlessStaged(callId, intents));
    }

    private static Intent intent(Proposal proposal) {
        return proposal.kind() == Proposal.Kind.ADMIT ? Intent.admitTo(proposal.bucket()) : Intent.waitlist();
    }
}
