package eu.urbact.infocus.portal.meeting;

import java.time.LocalDateTime;
import java.time.ZoneId;
import java.time.ZonedDateTime;
import java.time.format.DateTimeParseException;
import java.util.ArrayList;
import java.util.List;
import jakarta.ws.rs.core.MultivaluedMap;

import eu.urbact.infocus.portal.shell.FormErrors;
import eu.urbact.infocus.portal.shell.services.MeetingDay;

import static eu.urbact.infocus.portal.shell.Sent.stripped;

/**
 * How room and day are laid out, as it was entered.
 *
 * @param startsAt local time of the venue, or empty
 * @param etag version that was seen; empty before the first time
 * @param zone the venue's, as the form was filled
 */
public record RoomForm(
        String slots, String minutes, String startsAt, String tables, String chairs, String etag, String zone) {

    static RoomForm first(String zone) {
        return new RoomForm("6", "20", "", "10", "8", "", zone);
    }

    static RoomForm of(MeetingDay day, String zone) {
        return new RoomForm(
                String.valueOf(day.slots()),
                String.valueOf(day.minutes()),
                day.startsAt() == null
                        ? ""
                        : LocalDateTime.ofInstant(day.startsAt(), ZoneId.of(zone))
                                .toString(),
                String.valueOf(day.tables()),
                String.valueOf(day.chairs()),
                day.etag(),
                zone);
    }

    /** @param zone for a form that does not say in which one it was filled */
    static RoomForm of(MultivaluedMap<String, String> sent, String zone) {
        String filledIn = stripped(sent, "zone");
        return new RoomForm(
                stripped(sent, "slots"),
                stripped(sent, "minutes"),
                stripped(sent, "startsAt"),
                stripped(sent, "tables"),
                stripped(sent, "chairs"),
                stripped(sent, "etag"),
                ZoneId.getAvailableZoneIds().contains(filledIn) ? filledIn : zone);
    }

    /** The same about another version of the day. */
    RoomForm on(String version) {
        return new RoomForm(slots, minutes, startsAt, tables, chairs, version, zone);
    }

    FormErrors check() {
        List<FormErrors.Entry> errors = new ArrayList<>();
        number(errors, "slots", "Number of slots", slots, 1, 12);
        number(errors, "minutes", "Minutes of a slot", minutes, 5, 120);
        number(errors, "tables", "Meetings at once", tables, 1, 100);
        number(errors, "chairs", "Chairs at a working table", chairs, 1, 100);
        if (!startsAt.isEmpty() && start() == null) {
            errors.add(new FormErrors.Entry(
                    "startsAt", "First slot: enter day and time, such as 2016-11-24T14:00, or leave it empty."));
        }
        return new FormErrors(errors);
    }

    private static void number(
            List<FormErrors.Entry> errors, String field, String label, String value, int least, int most) {
        if (!value.matches("\\d{1,3}") || Integer.parseInt(value) < least || Integer.parseInt(value) > most) {
            errors.add(
                    new FormErrors.Entry(field, label + ": enter a whole number from " + least + " to " + most + "."));
        }
    }

    private ZonedDateTime start() {
        try {
            return LocalDateTime.parse(startsAt).atZone(ZoneId.of(zone));
        } catch (DateTimeParseException e) {
            return null;
        }
    }

    MeetingDay.Room room() {
        return new MeetingDay.Room(
                Integer.valueOf(slots),
                Integer.valueOf(minutes),
                startsAt.isEmpty() ? null : start().toOffsetDateTime(),
                Integer.valueOf(tables),
                Integer.valueOf(chairs));
    }
}
