package eu.urbact.infocus.portal.logistics;

import java.math.BigDecimal;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalTime;
import java.time.OffsetDateTime;
import java.time.ZoneId;
import java.time.format.DateTimeParseException;
import java.time.temporal.ChronoUnit;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.function.UnaryOperator;
import jakarta.ws.rs.core.MultivaluedMap;

import eu.urbact.infocus.portal.shell.EnteredTimes;
import eu.urbact.infocus.portal.shell.FormErrors;
import eu.urbact.infocus.portal.shell.Quicker;
import eu.urbact.infocus.portal.shell.services.Problem;
import eu.urbact.infocus.portal.shell.text.Lengths;
import eu.urbact.infocus.portal.shell.text.Times;

/** Reads what was entered into forms, and puts it into the services' terms. */
final class Entered {

    /** How fields are called on the pages, where a message alone does not say which is meant. */
    private static final Map<String, String> LABELS = Map.ofEntries(
            Map.entry("dietNote", "Anything else the kitchen must know"),
            Map.entry("accessNote", "Anything else the venue must know"),
            Map.entry("arrivalDetails", "Flight or train of your arrival"),
            Map.entry("departureDetails", "Flight or train of your departure"),
            Map.entry("arrivalDate", "Day of your arrival"),
            Map.entry("departureDate", "Day of your departure"),
            Map.entry("message", "Why"),
            Map.entry("answer", "Your note or answer"),
            Map.entry("freezeDate", "Day of the freeze time"),
            Map.entry("title", "What it is"),
            Map.entry("meetingPoint", "Meeting point"),
            Map.entry("limit", "Places"),
            Map.entry("date", "Day"),
            Map.entry("name", "Name"),
            Map.entry("address", "Address"),
            Map.entry("category", "Price category"),
            Map.entry("checkIn", "From"),
            Map.entry("checkOut", "To"),
            Map.entry("roomType", "Room"),
            Map.entry("sharesWith", "Who shares the room"),
            Map.entry("roommate", "Who shares the room"));

    private Entered() {}

    static Set<String> all(MultivaluedMap<String, String> sent, String field) {
        return new LinkedHashSet<>(sent.getOrDefault(field, List.of()));
    }

    static Optional<LocalDate> date(String text) {
        try {
            return Optional.of(LocalDate.parse(text));
        } catch (DateTimeParseException noDate) {
            return Optional.empty();
        }
    }

    /** A day in words; nothing for none. */
    static String words(String day) {
        return date(day).map(Times::written).orElse("");
    }

    static Optional<LocalTime> time(String text) {
        try {
            return Optional.of(LocalTime.parse(text));
        } catch (DateTimeParseException noTime) {
            return Optional.empty();
        }
    }

    /** A whole number from 0 to this one. */
    static Optional<Integer> number(String text, int most) {
        return text.matches("\\d{1,7}") && Integer.parseInt(text) <= most
                ? Optional.of(Integer.valueOf(text))
                : Optional.empty();
    }

    /** Euro cents of an amount such as 90, 90.5 or 90,50. */
    static Optional<Integer> cents(String text) {
        return text.matches("\\d{1,5}([.,]\\d{1,2})?")
                ? Optional.of(
                        new BigDecimal(text.replace(',', '.')).movePointRight(2).intValueExact())
                : Optional.empty();
    }

    /**
     * A moment of the venue's clocks; only for what has passed {@link #checkTime}.
     *
     * @param exactly the moment that the form was filled with
     */
    static OffsetDateTime at(String date, String time, String zone, String exactly) {
        return EnteredTimes.at(LocalDate.parse(date).atTime(LocalTime.parse(time)), ZoneId.of(zone), exactly);
    }

    /** Refuses a time that is none, and one that the clocks of that place leave out on that day. */
    static void checkTime(
            String date, String time, String zone, String field, String whatToEnter, List<FormErrors.Entry> errors) {
        Optional<LocalTime> clock = time(time);
        if (clock.isEmpty()) {
            errors.add(new FormErrors.Entry(field, whatToEnter));
        } else if (isZone(zone)
                && date(date)
                        .filter(day -> EnteredTimes.isSkipped(day.atTime(clock.get()), ZoneId.of(zone)))
                        .isPresent()) {
            errors.add(new FormErrors.Entry(field, EnteredTimes.SKIPPED));
        }
    }

    /** The zone in which a form was filled, which is sent along with it: whoever reads it in another one shifts every time. */
    static boolean isZone(String zone) {
        return ZoneId.getAvailableZoneIds().contains(zone);
    }

    /** What a form says that does not come with its zone. */
    static FormErrors.Entry zoneMissing() {
        return new FormErrors.Entry("", "Open this page again: it does not say any more which place's time is meant");
    }

    static String date(Instant at, String zone) {
        return at == null ? "" : at.atZone(ZoneId.of(zone)).toLocalDate().toString();
    }

    static String time(Instant at, String zone) {
        return at == null
                ? ""
                : at.atZone(ZoneId.of(zone))
                        .toLocalTime()
                        .truncatedTo(ChronoUnit.MINUTES)
                        .toString();
    }

    /** The same for every repetition of a submission, another one once anything in it has been changed. */
    static String key(String submission, String... content) {
        String all = submission + "\u001f" + String.join("\u001f", content);
        return UUID.nameUUIDFromBytes(all.getBytes(StandardCharsets.UTF_8)).toString();
    }

    /** A refusal in words, with its fields' messages under the names that the page has for them. */
    static FormErrors explain(Problem problem, UnaryOperator<String> field) {
        return explain(problem, field, "");
    }

    /**
     * The same, with the time at which somebody was quicker.
     *
     * @param zone the place's time that is meant
     */
    static FormErrors explain(Problem problem, UnaryOperator<String> field, String zone) {
        if (problem.isOwnRepetition()) {
            return FormErrors.general(Quicker.words(problem, zone));
        }
        if (problem.by() != null) {
            return FormErrors.general("Nothing was saved. " + Quicker.words(problem.by(), problem.at(), zone));
        }
        if (problem.status() == 412) {
            return FormErrors.general(
                    "Somebody else has changed this since you opened the page. Nothing was saved. Look at it as it is now, then change it.");
        }
        List<FormErrors.Entry> entries = problem.errors().stream()
                .map(error -> {
                    String name = field.apply(error.field());
                    return new FormErrors.Entry(name, Lengths.plain(label(name), error.message(), null));
                })
                .distinct()
                .toList();
        return entries.isEmpty()
                ? FormErrors.general(problem.sentence().isBlank() ? "It was refused." : problem.sentence())
                : new FormErrors(entries);
    }

    /** How a field is called; one of a list has the id of its row behind a hyphen. */
    private static String label(String name) {
        return LABELS.getOrDefault(name.replaceFirst("-.*", ""), "");
    }
}
