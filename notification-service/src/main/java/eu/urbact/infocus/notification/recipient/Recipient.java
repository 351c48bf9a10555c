package eu.urbact.infocus.notification.recipient;

import java.time.Instant;
import java.util.Optional;
import java.util.UUID;

import com.fasterxml.jackson.annotation.JsonIgnoreProperties;

/**
 * The person behind an application, as registration-service knows them right now.
 *
 * @param applicationId the application asked for
 * @param name full name
 * @param givenName how they are greeted
 * @param address where the mail goes
 * @param language BCP 47 tag of the language they asked for; null when they did not
 * @param link the person's own page, with its token
 * @param workshop what they applied for
 * @param decisionNote what the organisers want to tell them about the decision; null when nothing
 */
@JsonIgnoreProperties(ignoreUnknown = true)
public record Recipient(
        UUID applicationId,
        String name,
        String givenName,
        String address,
        String language,
        String link,
        Workshop workshop,
        String decisionNote) {

    /**
     * The workshop applied for.
     *
     * @param slug its short name in addresses
     * @param title its title
     * @param startsAt beginning of its first item
     * @param endsAt end of its last item
     * @param zone IANA zone of the venue
     * @param place where it takes place; null when registration-service does not know
     */
    @JsonIgnoreProperties(ignoreUnknown = true)
    public record Workshop(String slug, String title, Instant startsAt, Instant endsAt, String zone, String place) {}

    /** The note about the decision, when there is one worth printing. */
    public Optional<String> note() {
        return Optional.ofNullable(decisionNote).map(String::strip).filter(note -> !note.isEmpty());
    }

    /** Names nobody: records end up in logs. */
    @Override
    public String toString() {
        return "Recipient[" + applicationId + "]";
    }
}
