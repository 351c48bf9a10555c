package eu.urbact.infocus.registration.draft;

import java.time.Duration;
import java.time.Instant;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.function.Function;
import jakarta.enterprise.context.ApplicationScoped;

import eu.urbact.infocus.registration.application.Application;
import eu.urbact.infocus.registration.application.Applications;
import eu.urbact.infocus.registration.application.EmailAddress;
import eu.urbact.infocus.registration.privacy.PersonalDataHolder;
import eu.urbact.infocus.registration.privacy.PersonalField;
import eu.urbact.infocus.registration.privacy.Retention;

/**
 * What somebody has begun to write with the address of an application. A draft belongs to whoever holds its token, and nothing proves whose
 * address was typed into it: so the export says that it is there, and not what somebody else may have written about themselves.
 */
@ApplicationScoped
class DraftPersonalData implements PersonalDataHolder {

    private static final String NOTE =
            "Begun with your address and not sent. What was entered is left out, because nothing proves that it was"
                    + " you who began it; it opens in the browser where it was begun.";

    /** Applications that were begun with this address and not sent. */
    record DraftsData(String note, List<DraftData> open) {}

    /** One of them. */
    record DraftData(Instant savedAt, Instant expiresAt) {}

    private final Applications applications;
    private final Drafts drafts;
    private final DraftConfig config;

    DraftPersonalData(Applications applications, Drafts drafts, DraftConfig config) {
        this.applications = applications;
        this.drafts = drafts;
        this.config = config;
    }

    @Override
    public String section() {
        return "drafts";
    }

    @Override
    public List<PersonalField> fields() {
        return List.of(new PersonalField(
                "open",
                "To go on writing",
                Retention.EVIDENCE,
                config.keptFor().toDays() + " days after it was last saved"));
    }

    /** The last of them to go. */
    @Override
    public Map<String, Instant> ownTimes(UUID applicationId, Function<Duration, Instant> erasedAfter) {
        return open(applicationId).stream()
                .map(Draft::expiresAt)
                .max(Comparator.naturalOrder())
                .map(last -> Map.of("open", last))
                .orElse(Map.of());
    }

    @Override
    public Optional<?> export(UUID applicationId) {
        List<DraftData> open = open(applicationId).stream()
                .map(draft -> new DraftData(draft.savedAt(), draft.expiresAt()))
                .toList();
        return open.isEmpty() ? Optional.empty() : Optional.of(new DraftsData(NOTE, open));
    }

    @Override
    public void eraseBegun(UUID applicationId) {
        open(applicationId).forEach(drafts::delete);
    }

    /** Only those to the same call: the time of this application says nothing about those that have been begun to others since. */
    @Override
    public void eraseBeside(UUID applicationId) {
        known(applicationId)
                .map(application -> drafts.openOf(application.callId(), new EmailAddress(application.email())))
                .ifPresent(open -> open.forEach(drafts::delete));
    }

    /** A draft is no part of an application. */
    @Override
    public void erase(UUID applicationId) {}

    private List<Draft> open(UUID applicationId) {
        return known(applicationId)
                .map(application -> drafts.openOf(new EmailAddress(application.email())))
                .orElse(List.of());
    }

    private Optional<Application> known(UUID applicationId) {
        return applications.findByIdOptional(applicationId).filter(application -> !application.isErased());
    }
}
