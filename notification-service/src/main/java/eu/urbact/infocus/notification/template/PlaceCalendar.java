package eu.urbact.infocus.notification.template;

import java.net.URI;
import java.net.URISyntaxException;
import java.time.Clock;
import java.time.Instant;
import java.time.ZoneId;
import java.util.Optional;
import java.util.UUID;
import jakarta.enterprise.context.ApplicationScoped;

import net.fortuna.ical4j.model.parameter.Cn;
import net.fortuna.ical4j.model.parameter.PartStat;
import net.fortuna.ical4j.model.parameter.Rsvp;
import net.fortuna.ical4j.model.property.Attendee;
import net.fortuna.ical4j.model.property.Description;
import net.fortuna.ical4j.model.property.Method;
import net.fortuna.ical4j.model.property.Organizer;
import net.fortuna.ical4j.model.property.Url;
import net.fortuna.ical4j.model.property.immutable.ImmutableStatus;

import eu.urbact.infocus.chassis.calendar.Appointment;
import eu.urbact.infocus.notification.recipient.Recipient;
import eu.urbact.infocus.notification.smtp.CalendarPart;
import eu.urbact.infocus.notification.smtp.MailerConfig;

/**
 * The workshop in the person's own calendar: it comes with the mail that grants the place, moves with the one that says so and goes with the
 * one that ends the place. The identifier
 * is the one of the file that registration-service gives out, so that all of them mean one entry.
 */
@ApplicationScoped
public class PlaceCalendar {

    private final MailerConfig mailer;
    private final Clock clock;

    PlaceCalendar(MailerConfig mailer, Clock clock) {
        this.mailer = mailer;
        this.clock = clock;
    }

    /**
     * What a mail does to the person's calendar; empty for nothing: nobody is to be put down for what is over.
     *
     * @param hadPlace whether the person had a place until then
     * @param occurredAt when what the mail tells became true, however late it is told: the later fact counts, also when its mail comes first
     */
    public Optional<CalendarPart> of(
            MailTemplate template, UUID workshopId, Recipient recipient, boolean hadPlace, Instant occurredAt) {
        if (template.entersCalendar()) {
            return recipient.workshop().isOver(clock.instant())
                    ? Optional.empty()
                    : Optional.of(part(false, workshopId, recipient, occurredAt));
        }
        return hadPlace && template.endsPlace()
                ? Optional.of(part(true, workshopId, recipient, occurredAt))
                : Optional.empty();
    }

    private CalendarPart part(boolean cancelled, UUID workshopId, Recipient recipient, Instant occurredAt) {
        String method = cancelled ? Method.VALUE_CANCEL : Method.VALUE_REQUEST;
        Recipient.Workshop workshop = recipient.workshop();
        String page = recipient.pageOfPortal("/en/w/" + workshop.slug());
        Appointment appointment = new Appointment(
                "Notification", workshop.title(), ZoneId.of(workshop.zone()), workshop.startsAt(), workshop.endsAt());
        (cancelled
                        ? appointment.endsTheOneIdentifiedBy("workshop", workshopId, occurredAt, occurredAt)
                        : appointment.identifiedBy("workshop", workshopId, occurredAt, occurredAt))
                .at(workshop.place())
                .under(new Method(method))
                .with(
                        new Url(URI.create(page)),
                        (Organizer) new Organizer(mailTo(mailer.fromAddress())).add(new Cn(mailer.fromName())),
                        // nothing is asked for: who cannot come says so on their own page
                        (Attendee) new Attendee(mailTo(recipient.address()))
                                .add(PartStat.ACCEPTED)
                                .add(Rsvp.FALSE),
                        cancelled ? ImmutableStatus.VEVENT_CANCELLED : ImmutableStatus.VEVENT_CONFIRMED);
        if (!cancelled) {
            appointment.with(
                    new Description("You have a place at this workshop. The programme: " + page + "/programme"));
        }
        return new CalendarPart(method, appointment.text());
    }

    private static URI mailTo(String address) {
        try {
            return new URI("mailto", address, null);
        } catch (URISyntaxException e) {
            // the message would name the address
            throw new IllegalArgumentException("an address that is none");
        }
    }
}
