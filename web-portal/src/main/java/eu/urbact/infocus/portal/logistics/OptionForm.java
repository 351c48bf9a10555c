package eu.urbact.infocus.portal.logistics;

import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.UUID;
import java.util.regex.Pattern;
import jakarta.ws.rs.core.MultivaluedMap;

import eu.urbact.infocus.portal.shell.EnteredTimes;
import eu.urbact.infocus.portal.shell.FormErrors;
import eu.urbact.infocus.portal.shell.Meanwhile;
import eu.urbact.infocus.portal.shell.services.LogisticsOption;
import eu.urbact.infocus.portal.shell.services.NewLogistics;
import eu.urbact.infocus.portal.shell.text.Stays;

import static eu.urbact.infocus.portal.shell.Sent.given;
import static eu.urbact.infocus.portal.shell.Sent.stripped;

/**
 * An option as it was entered, in the venue's time.
 *
 * @param exactly when it begins as the option has it, which a local time to the minute may not tell; empty for a new one
 * @param limit empty for no limit
 * @param zone the venue's, as the form was filled
 * @param version of the option that the organiser had in front of them; empty for a new one
 * @param submission random id of this form, which keeps a double click from adding twice
 */
public record OptionForm(
        String kind,
        String title,
        String date,
        String time,
        String exactly,
        String meetingPoint,
        boolean companions,
        String limit,
        String zone,
        String version,
        String submission) {

    /** How many places there may be is for the service to say. */
    private static final Pattern WHOLE_NUMBER = Pattern.compile("-?\\d{1,9}");

    static OptionForm blank(String zone) {
        return new OptionForm(
                "MEAL",
                "",
                "",
                "",
                "",
                "",
                false,
                "",
                zone,
                "",
                UUID.randomUUID().toString());
    }

    static OptionForm of(LogisticsOption option) {
        return new OptionForm(
                option.kind(),
                option.title(),
                Entered.date(option.startsAt(), option.zone()),
                Entered.time(option.startsAt(), option.zone()),
                EnteredTimes.exactly(option.startsAt()),
                Objects.requireNonNullElse(option.meetingPoint(), ""),
                option.companionsWelcome(),
                option.placeLimit() == null ? "" : option.placeLimit().toString(),
                option.zone(),
                String.valueOf(option.version()),
                "");
    }

    static OptionForm of(MultivaluedMap<String, String> sent) {
        return new OptionForm(
                stripped(sent, "kind"),
                stripped(sent, "title"),
                stripped(sent, "date"),
                stripped(sent, "time"),
                stripped(sent, "exactly"),
                stripped(sent, "meetingPoint"),
                "yes".equals(sent.getFirst("companions")),
                stripped(sent, "limit"),
                stripped(sent, "zone"),
                stripped(sent, "version"),
                stripped(sent, "submission"));
    }

    /** The same entries about the option as it is now, after somebody else has changed it. */
    OptionForm on(LogisticsOption now) {
        return with(String.valueOf(now.version()), submission);
    }

    /** The same entries as a new option, after somebody else has removed the one that they were about. */
    OptionForm anew() {
        return with("", UUID.randomUUID().toString());
    }

    private OptionForm with(String otherVersion, String otherSubmission) {
        return new OptionForm(
                kind, title, date, time, exactly, meetingPoint, companions, limit, zone, otherVersion, otherSubmission);
    }

    /** Where the option as it is saved now differs from these entries. */
    Meanwhile meanwhile(OptionForm saved) {
        return new Meanwhile()
                .choice("kind", "Kind", kind, saved.kind, Stays.kind(saved.kind))
                .text("title", "What it is", title, saved.title)
                .choice("date", "Day", date, saved.date, Entered.words(saved.date))
                .text("time", "Time", time, saved.time)
                .text("meetingPoint", "Meeting point", meetingPoint, saved.meetingPoint)
                .text("limit", "Places", limit, saved.limit)
                .tick("companions", "Companions are welcome", companions, saved.companions);
    }

    /** What cannot be sent. */
    FormErrors check() {
        List<FormErrors.Entry> errors = new ArrayList<>();
        if (title.isBlank()) {
            errors.add(new FormErrors.Entry("title", "Enter what it is"));
        }
        if (Entered.date(date).isEmpty()) {
            errors.add(new FormErrors.Entry("date", "Enter the day"));
        }
        Entered.checkTime(date, time, zone, "time", "Enter the time, such as 20:00", errors);
        if (!Entered.isZone(zone)) {
            errors.add(Entered.zoneMissing());
        }
        if (!limit.isEmpty() && !WHOLE_NUMBER.matcher(limit).matches()) {
            errors.add(
                    new FormErrors.Entry("limit", "Places: enter a whole number such as 50, or nothing for no limit"));
        }
        return new FormErrors(errors);
    }

    NewLogistics.Option toOption() {
        return new NewLogistics.Option(
                kind,
                title,
                Entered.at(date, time, zone, exactly),
                given(meetingPoint),
                companions,
                limit.isEmpty() ? null : Integer.valueOf(limit));
    }

    String key() {
        return Entered.key(submission, kind, title, date, time, meetingPoint, String.valueOf(companions), limit, zone);
    }

    /** The page's name for a field of the request. */
    static String field(String path) {
        return switch (FormErrors.field(path)) {
            case "title" -> "title";
            case "startsAt" -> "date";
            case "meetingPoint" -> "meetingPoint";
            case "placeLimit" -> "limit";
            default -> "";
        };
    }
}
