package eu.urbact.infocus.portal.logistics;

import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import jakarta.ws.rs.core.MultivaluedMap;

import eu.urbact.infocus.portal.shell.EnteredTimes;
import eu.urbact.infocus.portal.shell.FormErrors;
import eu.urbact.infocus.portal.shell.services.NewLogistics;
import eu.urbact.infocus.portal.shell.services.OwnLogistics;

import static eu.urbact.infocus.portal.shell.Sent.given;
import static eu.urbact.infocus.portal.shell.Sent.stripped;

/** Arrival and departure as they were entered, in the venue's time. */
public record TravelForm(Leg arrival, Leg departure) {

    /**
     * One way.
     *
     * @param exactly the moment that was said before, which a local time to the minute may not tell; empty for none
     */
    public record Leg(String date, String time, String exactly, String by, String details) {

        static Leg of(OwnLogistics.Leg leg, String zone) {
            return leg == null
                    ? new Leg("", "", "", "", "")
                    : new Leg(
                            Entered.date(leg.at(), zone),
                            Entered.time(leg.at(), zone),
                            EnteredTimes.exactly(leg.at()),
                            leg.by(),
                            Objects.requireNonNullElse(leg.details(), ""));
        }

        static Leg of(MultivaluedMap<String, String> sent, String prefix) {
            return new Leg(
                    stripped(sent, prefix + "Date"),
                    stripped(sent, prefix + "Time"),
                    stripped(sent, prefix + "Exactly"),
                    stripped(sent, prefix + "By"),
                    stripped(sent, prefix + "Details"));
        }

        private void check(String zone, String prefix, String word, List<FormErrors.Entry> errors) {
            if (Entered.date(date).isEmpty()) {
                errors.add(new FormErrors.Entry(prefix + "Date", "Enter the day of your " + word));
            }
            Entered.checkTime(
                    date, time, zone, prefix + "Time", "Enter the time of your " + word + ", such as 14:30", errors);
            if (by.isBlank()) {
                errors.add(new FormErrors.Entry(prefix + "By", "Choose how you travel on " + word));
            }
        }

        private NewLogistics.Leg toLeg(String zone) {
            return new NewLogistics.Leg(Entered.at(date, time, zone, exactly), by, given(details));
        }

        @Override
        public String toString() {
            return "Leg";
        }
    }

    static TravelForm of(OwnLogistics own) {
        return new TravelForm(Leg.of(own.arrival(), own.zone()), Leg.of(own.departure(), own.zone()));
    }

    static TravelForm of(MultivaluedMap<String, String> sent) {
        return new TravelForm(Leg.of(sent, "arrival"), Leg.of(sent, "departure"));
    }

    /**
     * What cannot be sent.
     *
     * @param zone the venue's
     */
    FormErrors check(String zone) {
        List<FormErrors.Entry> errors = new ArrayList<>();
        arrival.check(zone, "arrival", "arrival", errors);
        departure.check(zone, "departure", "departure", errors);
        return new FormErrors(errors);
    }

    NewLogistics.Travel toTravel(String zone) {
        return new NewLogistics.Travel(arrival.toLeg(zone), departure.toLeg(zone));
    }

    /** The page's name for a field of the request. */
    static String field(String path) {
        String leg = path.contains("departure") ? "departure" : "arrival";
        return switch (FormErrors.field(path)) {
            case "at" -> leg + "Date";
            case "by" -> leg + "By";
            case "details" -> leg + "Details";
            default -> "";
        };
    }
}
