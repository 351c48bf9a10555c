package eu.urbact.infocus.notification.recipient;

import java.time.Instant;
import java.util.Optional;
import java.util.UUID;

import com.fasterxml.jackson.annotation.JsonIgnoreProperties;

import eu.urbact.infocus.chassis.calendar.Whereabouts;

/**
 * The person behind an application or an invitation, or the organisers of a call, as registration-service knows them right now.
 *
 * @param applicationId the application, invitation or call asked for
 * @param name full name
 * @param givenName how they are greeted
 * @param address where the mail goes; null for organisers, whose mailbox is configured here
 * @param language BCP 47 tag of the language they asked for; null when they did not
 * @param link the person's own page, with its token
 * @param workshop what they applied for
 * @param state the application's state now, which may be a later one than a mail tells about
 * @param decisionNote what the organisers want to tell them about the decision that led to {@code state}; null when nothing
 * @param ticket address behind the code that is shown at the door; null without a place
 * @param cityId the city that invites; null when it is about an application
 * @param message what that city writes to the person, or what is to be told to organisers; null when nothing
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
        String state,
        String decisionNote,
        String ticket,
        String cityId,
        String message) {

    /** Somebody who has applied. */
    public Recipient(
            UUID applicationId,
            String name,
            String givenName,
            String address,
            String language,
            String link,
            Workshop workshop,
            String state,
            String decisionNote,
            String ticket) {
        this(
                applicationId,
                name,
                givenName,
                address,
                language,
                link,
                workshop,
                state,
                decisionNote,
                ticket,
                null,
                null);
    }

    /** Somebody without a ticket. */
    public Recipient(
            UUID applicationId,
            String name,
            String givenName,
            String address,
            String language,
            String link,
            Workshop workshop,
            String state,
            String decisionNote) {
        this(applicationId, name, givenName, address, language, link, workshop, state, decisionNote, null, null, null);
    }

    /**
     * Somebody who was erased: nobody can be written to, and organisers can be told about the application without a word about the person.
     *
     * @param link where organisers decide about the workshop
     */
    static Recipient erased(UUID applicationId, String link, Workshop workshop) {
        return new Recipient(applicationId, null, null, null, null, link, workshop, null, null);
    }

    /** Whether there is no address to write to: the person was erased, or it is the organisers, whose mailbox is configured here. */
    public boolean hasNoAddress() {
        return address == null;
    }

    /**
     * The workshop applied for.
     *
     * @param slug its short name in addresses
     * @param title its title
     * @param hostCityId id of the partner city that receives it; null when registration-service does not know
     * @param startsAt beginning of its first item
     * @param endsAt end of its last item
     * @param zone IANA zone of the venue
     * @param venueName the house in which it takes place; null with its address when only the city is known
     */
    @JsonIgnoreProperties(ignoreUnknown = true)
    public record Workshop(
            String slug,
            String title,
            String hostCityId,
            Instant startsAt,
            Instant endsAt,
            String zone,
            String venueName,
            String venueAddress) {

        /** One of which only the city is known. */
        public Workshop(String slug, String title, String hostCityId, Instant startsAt, Instant endsAt, String zone) {
            this(slug, title, hostCityId, startsAt, endsAt, zone, null, null);
        }

        /** Whether it is over at this moment. */
        public boolean isOver(Instant now) {
            return !endsAt.isAfter(now);
        }

        /** Where people come to, as precisely as it is known; null when it is not known at all. */
        public String place() {
            return Whereabouts.of(venueName, venueAddress, hostCityId);
        }
    }

    /**
     * The note about one decision, when there is one worth printing.
     *
     * @param told the state that the decision led to; once the application is in another one, its note is about something else
     */
    public Optional<String> noteAbout(String told) {
        return Optional.ofNullable(decisionNote)
                .filter(note -> told.equals(state))
                .map(String::strip)
                .filter(note -> !note.isEmpty());
    }

    /** A page of the portal behind the person's link. */
    public String pageOfPortal(String path) {
        int own = link.indexOf("/en/");
        return (own < 0 ? link : link.substring(0, own)) + path;
    }

    /** Names nobody: records end up in logs. */
    @Override
    public String toString() {
        return "Recipient[" + applicationId + "]";
    }
}
