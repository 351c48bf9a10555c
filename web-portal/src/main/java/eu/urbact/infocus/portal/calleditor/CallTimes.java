package eu.urbact.infocus.portal.calleditor;

import java.time.DateTimeException;
import java.time.Instant;
import java.time.LocalDateTime;
import java.time.ZoneId;
import java.time.format.DateTimeFormatter;
import java.util.List;

import eu.urbact.infocus.portal.shell.EnteredTimes;
import eu.urbact.infocus.portal.shell.FormErrors;

/** When a call opens and closes, as local times of a zone that were entered. */
final class CallTimes {

    private static final DateTimeFormatter LOCAL = DateTimeFormatter.ofPattern("yyyy-MM-dd'T'HH:mm");

    private CallTimes() {}

    /** A moment as a form shows it; empty for none. */
    static String local(Instant at, String zone) {
        return at == null ? "" : LOCAL.format(at.atZone(ZoneId.of(zone)));
    }

    static void checkZone(String zone, List<FormErrors.Entry> errors) {
        if (known(zone) == null) {
            errors.add(new FormErrors.Entry("zone", "Enter a time zone such as Europe/Berlin."));
        }
    }

    static void check(String opensAt, String closesAt, String zone, List<FormErrors.Entry> errors) {
        check("opensAt", opensAt, zone, "Enter day and time of the opening.", errors);
        check("closesAt", closesAt, zone, "Enter day and time of the closing.", errors);
        if (isTime(opensAt)
                && isTime(closesAt)
                && !LocalDateTime.parse(opensAt.strip()).isBefore(LocalDateTime.parse(closesAt.strip()))) {
            errors.add(new FormErrors.Entry("closesAt", "The closing must be after the opening."));
        }
    }

    private static void check(String field, String local, String zone, String missing, List<FormErrors.Entry> errors) {
        if (!isTime(local)) {
            errors.add(new FormErrors.Entry(field, missing));
        } else if (isSkipped(local, zone)) {
            errors.add(new FormErrors.Entry(field, EnteredTimes.SKIPPED));
        }
    }

    private static boolean isTime(String text) {
        try {
            LocalDateTime.parse(text.strip());
            return true;
        } catch (DateTimeException e) {
            return false;
        }
    }

    /** Whether the clocks of the zone go forward over this time, so that it never is. */
    private static boolean isSkipped(String local, String zone) {
        ZoneId known = known(zone);
        return known != null && EnteredTimes.isSkipped(LocalDateTime.parse(local.strip()), known);
    }

    private static ZoneId known(String zone) {
        try {
            return ZoneId.of(zone.strip());
        } catch (DateTimeException e) {
            return null;
        }
    }

    /**
     * A local time with the offset that its zone has at that time; only for what has passed the checks.
     *
     * @param exactly the moment that the call has, which is meant when it is still what was entered; empty for none
     */
    static String instant(String local, String zone, String exactly) {
        return EnteredTimes.at(LocalDateTime.parse(local.strip()), ZoneId.of(zone.strip()), exactly)
                .format(DateTimeFormatter.ISO_OFFSET_DATE_TIME);
    }
}
