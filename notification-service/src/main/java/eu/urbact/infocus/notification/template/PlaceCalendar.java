package eu.urbact.infocus.notification.template;

import java.net.URI;
import java.net.URISyntaxException;
import java.time.Instant;
import java.time.ZoneId;
import java.util.Optional;
import java.util.UUID;
import jakarta.enterprise.context.ApplicationScoped;

import net.fortuna.ical4j.model.Calendar;
import net.fortuna.ical4j.model.TimeZone;
import net.fortuna.ical4j.model.TimeZoneRegistryFactory;
import net.fortuna.ical4j.model.component.VEvent;
import net.fortuna.ical4j.model.parameter.Cn;
import net.fortuna.ical4j.model.parameter.PartStat;
import net.fortuna.ical4j.model.parameter.Rsvp;
import net.fortuna.ical4j.model.property.Attendee;
import net.fortuna.ical4j.model.property.Description;
import net.fortuna.ical4j.model.property.DtEnd;
import net.fortuna.ical4j.model.property.DtStamp;
import net.fortuna.ical4j.model.property.DtStart;
import net.fortuna.ical4j.model.property.Location;
import net.fortuna.ical4j.model.property.Method;
import net.fortuna.ical4j.model.property.Organizer;
import net.fortuna.ical4j.model.property.ProdId;
import net.fortuna.ical4j.model.property.Sequence;
import net.fortuna.ical4j.model.property.Summary;
import net.fortuna.ical4j.model.property.Uid;
import net.fortuna.ical4j.model.property.Url;
import net.fortuna.ical4j.model.property.immutable.ImmutableCalScale;
import net.fortuna.ical4j.model.property.immutable.ImmutableStatus;
import net.fortuna.ical4j.model.property.immutable.ImmutableVersion;

import eu.urbact.infocus.notification.recipient.Recipient;
import eu.urbact.infocus.notification.smtp.CalendarPart;
import eu.urbact.infocus.notification.smtp.MailerConfig;

/**
 * The workshop in the person's own calendar: it comes with the mail that grants the place and goes with the one that ends it. The identifier
 * is the one of the file that registration-service gives out, so that all of them mean one entry.
 */
@ApplicationScoped
public class PlaceCalendar {

    /** Sequence numbers count the seconds since then: of two mails to one person the later one has the higher number. */
    private static final long BEGINNING = Instant.parse("2010-01-01T00:00:00Z").getEpochSecond();

    private final MailerConfig mailer;

    PlaceCalendar(MailerConfig mailer) {
        this.mailer = mailer;
    }

    /**
     * What a mail does to the person's calendar; empty for nothing.
     *
     * @param hadPlace whether the person had a place until then
     * @param toldAt when the mail was queued, the same on every attempt
     */
    public Optional<CalendarPart> of(
            MailTemplate template, UUID workshopId, Recipient recipient, boolean hadPlace, Instant toldAt) {
        return switch (template) {
            case APPLICATION_ADMITTED -> Optional.of(part(false, workshopId, recipient, toldAt));
            case APPLICATION_WAITLISTED, APPLICATION_DECLINED, APPLICATION_WITHDRAWN ->
                hadPlace ? Optional.of(part(true, workshopId, recipient, toldAt)) : Optional.empty();
            default -> Optional.empty();
        };
    }

    private CalendarPart part(boolean cancelled, UUID workshopId, Recipient recipient, Instant toldAt) {
        String method = cancelled ? Method.VALUE_CANCEL : Method.VALUE_REQUEST;
        Recipient.Workshop workshop = recipient.workshop();
        ZoneId zone = ZoneId.of(workshop.zone());
        Calendar calendar = new Calendar();
        calendar.add(new ProdId("-//InFocus//Notification//EN"));
        calendar.add(ImmutableVersion.VERSION_2_0);
        calendar.add(ImmutableCalScale.GREGORIAN);
        calendar.add(new Method(method));
        Optional<TimeZone> rules = Optional.ofNullable(
                TimeZoneRegistryFactory.getInstance().createRegistry().getTimeZone(zone.getId()));
        rules.ifPresent(known -> calendar.add(known.getVTimeZone()));

        VEvent event = new VEvent(false);
        event.add(new Uid("workshop-" + workshopId + "@infocus.urbact.eu"));
        event.add(new DtStamp(toldAt));
        // one more for the end of it: it is higher even when a place is granted and given up within a second
        event.add(new Sequence((int) Math.max(0, toldAt.getEpochSecond() - BEGINNING) + (cancelled ? 1 : 0)));
        if (rules.isPresent()) {
            event.add(new DtStart<>(workshop.startsAt().atZone(zone)));
            event.add(new DtEnd<>(workshop.endsAt().atZone(zone)));
        } else {
            event.add(new DtStart<>(workshop.startsAt()));
            event.add(new DtEnd<>(workshop.endsAt()));
        }
        event.add(new Summary(workshop.title()));
        String page = recipient.pageOfPortal("/en/w/" + workshop.slug());
        if (!cancelled) {
            event.add(new Description("You have a place at this workshop. The programme: " + page + "/programme"));
        }
        if (workshop.hostCityId() != null && !workshop.hostCityId().isBlank()) {
            event.add(new Location(CityNames.of(workshop.hostCityId())));
        }
        event.add(new Url(URI.create(page)));
        event.add((Organizer) new Organizer(mailTo(mailer.fromAddress())).add(new Cn(mailer.fromName())));
        // nothing is asked for: who cannot come says so on their own page
        event.add((Attendee)
                new Attendee(mailTo(recipient.address())).add(PartStat.ACCEPTED).add(Rsvp.FALSE));
        event.add(cancelled ? ImmutableStatus.VEVENT_CANCELLED : ImmutableStatus.VEVENT_CONFIRMED);
        calendar.add(event);
        return new CalendarPart(method, calendar.toString());
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
