package eu.urbact.infocus.registration.staging;

import java.util.List;
import java.util.Optional;
import java.util.UUID;
import jakarta.enterprise.context.ApplicationScoped;

import eu.urbact.infocus.registration.privacy.PersonalDataHolder;
import eu.urbact.infocus.registration.privacy.PersonalField;
import eu.urbact.infocus.registration.privacy.Retention;

/**
 * What is staged for somebody is nobody's decision yet, so it is not told: with the release it becomes part of the application, and is
 * told there. It goes with the person.
 */
@ApplicationScoped
class StagingPersonalData implements PersonalDataHolder {

    private final StagedDecisions stagedDecisions;

    StagingPersonalData(StagedDecisions stagedDecisions) {
        this.stagedDecisions = stagedDecisions;
    }

    @Override
    public String section() {
        return "stagedDecision";
    }

    @Override
    public List<PersonalField> fields() {
        return List.of(new PersonalField(
                "note",
                "To tell you with the decision, until it is made; then part of the decision",
                Retention.DECISION));
    }

    @Override
    public Optional<?> export(UUID applicationId) {
        return Optional.empty();
    }

    @Override
    public void erase(UUID applicationId) {
        stagedDecisions.drop(applicationId);
    }

    @Override
    public boolean clear(UUID applicationId, Retention due) {
        return due == Retention.DECISION && stagedDecisions.drop(applicationId);
    }
}
