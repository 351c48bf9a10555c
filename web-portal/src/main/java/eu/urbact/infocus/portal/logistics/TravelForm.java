package eu.urbact.infocus.portal.logistics;

import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import jakarta.ws.rs.core.MultivaluedMap;

import eu.urbact.infocus.portal.shell.FormErrors;
import eu.urbact.infocus.portal.shell.services.NewLogistics;
import eu.urbact.infocus.portal.shell.services.OwnLogistics;

/** Arrival and departure as they were entered, in the venue's time. */
public record TravelForm(Leg arrival, Leg departure) {

    /** One way. */
    public record Leg(String date, String time, String by, String details) {

        static Leg of(OwnLogistics.Leg leg, String zone) {
            return leg == null
                    ? new Leg("", "", "", "")
                    : new Leg(
                            Entered.date(leg.at(), zone),
                            Entered.time(leg.at(), zone),
                            leg.by(),
                            Objects.requireNonNullElse(leg.details(), ""));
        }

        static Leg of(MultivaluedMap<String, String> sent, String prefix) {
            return new Leg(
                    Entered.text(sent, prefix + "Date"),
                    Entered.text(sent, prefix + "Time"),
                    Entered.text(sent, prefix + "By"),
                    Entered.text(sent, prefix + "Details"));
        }

        private void check(String prefix, String word, List<FormErrors.Entry> errors) {
            if (Entered.date(date).isEmpty()) {
                errors.add(new FormErrors.Entry(prefix + "Date", "Enter the day of your " + word));
            }
            if (Entered.time(time).isEmpty()) {
                errors.add(new FormErrors.Entry(prefix + "Time", "Enter the time of your " + word + ", such as 14:30"));
            }
            if (by.isBlank()) {
                errors.add(new FormErrors.Entry(prefix + "By", "Choose how you travel on " + word));
            }
        }

        private NewLogistics.Leg toLeg(String zone) {
            return new NewLogistics.Leg(
                    Entered.at(
                            Entered.date(date).orElseThrow(), Entered.time(time).orElseThrow(), zone),
                    by,
                    Entered.given(details));
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

    /** What cannot be sent. */
    FormErrors check() {
        List<FormErrors.Entry> errors = new ArrayList<>();
        arrival.check("arrival", "arrival", errors);
        departure.check("departure", "departure", errors);
        return new FormErrors(errors);
    }

    NewLogistics.Travel toTravel(String zone) {
        return new NewLogistics.Travel(arrival.toLeg(zone), departure.toLeg(zone));
    }

    /** The page's name for a field of the request. */
    static String field(String path) {
        String leg = path.contains("departure") ? "departure" : "arrival";
        return switch (Entered.last(path)) {
            case "at" -> leg + "Date";
            case "by" -> leg + "By";
            case "details" -> leg + "Details";
            default -> "";
        };
    }
}
