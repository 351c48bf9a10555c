package eu.urbact.infocus.notification.mail.events;

import java.time.Instant;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Stream;
import jakarta.enterprise.context.ApplicationScoped;

import com.fasterxml.jackson.databind.JsonNode;

import eu.urbact.infocus.chassis.inbox.EventHandler;
import eu.urbact.infocus.chassis.inbox.IncomingEvent;
import eu.urbact.infocus.notification.mail.Occasion;
import eu.urbact.infocus.notification.mail.QueueMail;
import eu.urbact.infocus.notification.template.MailTemplate;
import eu.urbact.infocus.notification.template.MailTemplates;

/** What happened to an application or an invitation becomes a mail to its person, what waits in a call one to the organisers. */
@ApplicationScoped
class ApplicationFactsHandler implements EventHandler {

    private final QueueMail queueMail;

    ApplicationFactsHandler(QueueMail queueMail) {
        this.queueMail = queueMail;
    }

    @Override
    public Set<String> types() {
        return MailTemplate.eventTypes();
    }

    @Override
    public void handle(IncomingEvent event) {
        MailTemplate template = MailTemplate.forEvent(event.type()).orElseThrow();
        if (event.data().path("admissionFollows").asBoolean(false)) {
            // the admission has a mail of its own, and "not a place yet" would contradict it
            return;
        }
        queueMail.queue(new Occasion(
                template,
                uuid(event, about(event)),
                uuid(event, "workshopId"),
                event.version(),
                reason(event),
                deadline(event),
                event.time()));
    }

    /** What the fact is about: an application, an invitation, or else a call and its organisers. */
    private static String about(IncomingEvent event) {
        return Stream.of("applicationId", "invitationId")
                .filter(event.data()::has)
                .findFirst()
                .orElse("callId");
    }

    /** The organisers' reason, or what else there is to tell besides the fact itself. */
    private static String reason(IncomingEvent event) {
        if (event.data().path("byCity").asBoolean(false)) {
            return MailTemplates.BY_CITY;
        }
        if (event.data().path("noMoreOffers").asBoolean(false)) {
            return MailTemplates.NO_MORE_OFFERS;
        }
        if (event.data().path("broughtForward").asBoolean(false)) {
            return MailTemplates.BROUGHT_FORWARD;
        }
        if (event.data().path("takenBack").asBoolean(false)) {
            return MailTemplates.TAKEN_BACK;
        }
        if (event.data().path("byOrganisers").asBoolean(false)) {
            return MailTemplates.BY_ORGANISERS;
        }
        if (event.data().path("withdrawalTakenBack").asBoolean(false)) {
            return MailTemplates.STANDS_AGAIN;
        }
        if (event.data().path("addressCorrected").asBoolean(false)) {
            return MailTemplates.ADDRESS_CORRECTED;
        }
        return text(event.data().path("reasonCode"));
    }

    /** An offer expires; what is asked for is due. */
    private static Instant deadline(IncomingEvent event) {
        return Stream.of("expiresAt", "dueAt")
                .map(field -> text(event.data().path(field)))
                .filter(Objects::nonNull)
                .findFirst()
                .map(Instant::parse)
                .orElse(null);
    }

    private static UUID uuid(IncomingEvent event, String field) {
        return Optional.ofNullable(text(event.data().path(field)))
                .map(UUID::fromString)
                .orElseThrow(() -> new IllegalArgumentException(field + " is missing"));
    }

    private static String text(JsonNode node) {
        return node.isTextual() ? node.textValue() : null;
    }
}
