package eu.urbact.infocus.registration.application;

import java.time.Clock;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import jakarta.enterprise.context.ApplicationScoped;

import com.fasterxml.jackson.annotation.JsonInclude;

import eu.urbact.infocus.registration.privacy.PersonalDataHolder;
import eu.urbact.infocus.registration.privacy.PersonalField;
import eu.urbact.infocus.registration.privacy.Retention;

/** What an application says about its person. */
@ApplicationScoped
class ApplicationPersonalData implements PersonalDataHolder {

    /** What the person has told us, and what was decided about it. */
    @JsonInclude(JsonInclude.Include.NON_NULL)
    record ApplicationData(
            UUID id,
            ApplicationState state,
            String givenName,
            String familyName,
            String email,
            String organisation,
            String position,
            String cityId,
            String country,
            Profile profile,
            boolean contributor,
            String motivation,
            String language,
            String bucket,
            ReasonCode reasonCode,
            String decisionNote,
            Instant appliedAt,
            Instant decidedAt,
            Instant withdrawnAt,
            Instant placeBeganAt,
            Instant placeEndedAt,
            List<Applications.EarlierPlace> earlierPlaces,
            boolean replaced,
            String clusterId,
            Instant toldAgainAt,
            Instant linkAskedAt,
            Instant questionsSentAt,
            boolean withdrawnByOrganisers) {

        static ApplicationData of(
                Application application, List<Applications.EarlierPlace> earlierPlaces, Applications.Noted noted) {
            return new ApplicationData(
                    application.id(),
                    application.state(),
                    application.givenName(),
                    application.familyName(),
                    application.email(),
                    application.organisation(),
                    application.position(),
                    application.cityId(),
                    application.country(),
                    application.profile(),
                    application.contributor(),
                    application.motivation(),
                    application.language(),
                    application.bucket() == null ? null : application.bucket().value(),
                    application.reasonCode(),
                    application.note(),
                    application.appliedAt(),
                    application.decidedAt(),
                    application.withdrawnAt(),
                    application.placeSince(),
                    application.placeUntil(),
                    earlierPlaces.isEmpty() ? null : earlierPlaces,
                    application.isReplaced(),
                    application.clusterId(),
                    noted.toldAgainAt(),
                    noted.linkAskedAt(),
                    noted.questionsSentAt(),
                    application.isWithdrawnByOrganisers());
        }
    }

    private final Applications applications;
    private final Clock clock;

    ApplicationPersonalData(Applications applications, Clock clock) {
        this.applications = applications;
        this.clock = clock;
    }

    @Override
    public String section() {
        return "application";
    }

    @Override
    public List<PersonalField> fields() {
        return List.of(
                new PersonalField("givenName", "To address you, and for the lists of the workshop", Retention.EVIDENCE),
                new PersonalField(
                        "familyName", "To address you, and for the lists of the workshop", Retention.EVIDENCE),
                new PersonalField("email", "To write to you", Retention.EVIDENCE),
                new PersonalField("organisation", "To decide, and for the lists of the workshop", Retention.EVIDENCE),
                new PersonalField("clusterId", "To put a balanced group together", Retention.EVIDENCE),
                counted("cityId", "To give you a seat of your city and put a balanced group together"),
                counted("country", "To put a balanced group together"),
                counted("profile", "To put a balanced group together"),
                counted("contributor", "To plan the programme"),
                new PersonalField("language", "To write to you in your language", Retention.EVIDENCE),
                counted("state", "To know where your application stands"),
                counted("bucket", "To know from which seats yours was taken"),
                counted("earlierPlaces", "To know on which days you had a place"),
                counted("reasonCode", "To tell you why it was decided like that"),
                new PersonalField("position", "To decide about your application", Retention.DECISION),
                new PersonalField("motivation", "To decide about your application", Retention.DECISION),
                new PersonalField("decisionNote", "To tell you with the decision", Retention.DECISION));
    }

    /** Something that stays when everything that tells who it was has gone. */
    private static PersonalField counted(String name, String purpose) {
        return new PersonalField(
                name,
                purpose + "; after that it is only counted, without anything that says who you were",
                Retention.EVIDENCE);
    }

    @Override
    public Optional<?> export(UUID applicationId) {
        return applications
                .findByIdOptional(applicationId)
                .filter(application -> !application.isErased())
                .map(application -> ApplicationData.of(
                        application, applications.earlierPlaces(applicationId), applications.noted(applicationId)));
    }

    @Override
    public void erase(UUID applicationId) {
        applications.findByIdOptional(applicationId).ifPresent(application -> application.erase(clock.instant()));
    }

    @Override
    public boolean clear(UUID applicationId, Retention due) {
        return due == Retention.DECISION
                && applications
                        .findByIdOptional(applicationId)
                        .map(Application::forgetWhatDecidedAboutIt)
                        .orElse(false);
    }
}
