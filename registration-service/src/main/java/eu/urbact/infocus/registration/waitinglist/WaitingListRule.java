package eu.urbact.infocus.registration.waitinglist;

import java.util.ArrayList;
import java.util.List;

import eu.urbact.infocus.registration.problem.Counted;

/** The rule of the waiting list in plain words, and why a person stands where they do. */
public final class WaitingListRule {

    private WaitingListRule() {}

    /** The rule's sentences, in the order in which it works. */
    public static List<String> sentences(Settings settings) {
        return List.of(
                "Organisers put people on the waiting list when all places that fit are taken. When a place becomes free, it is"
                        + " held for the first person on the list whom it may go to: a place kept for a partner city goes to"
                        + " the first who comes with that city, one kept for contributors to the first who contributes, an open"
                        + " one to the first of all. A place that is promised to a person whom a city has invited, until the"
                        + " invitation ends, and after the person has accepted it until somebody has decided, is not free.",
                "Where a day is agreed on which a city hands its unused places back, they are open ones from that day on,"
                        + " and so is each of its places that becomes free later.",
                "Balance comes first: the next place goes to the partner city that has the fewest places in the room so far,"
                        + " places that are offered to somebody, or kept for a person whom the city sends instead of another,"
                        + " included. People who come with no partner city are counted by country.",
                "Between people of equally balanced cities and countries, a priority that the organisers have set decides,"
                        + " and then the time of application; people whom organisers have entered together from a table follow its"
                        + " order.",
                "Who is offered a place has %s to accept it, and never longer than %s. From then on nobody is offered a place."
                        .formatted(
                                Counted.of(settings.offerHours(), "hour", "hours"),
                                settings.cutOffHours() == 0
                                        ? "until the workshop begins"
                                        : "until "
                                                + Counted.of(settings.cutOffHours(), "hour", "hours")
                                                + " before the workshop begins"),
                "When the organisers change these times, an offer that has been made keeps its own.",
                "Who lets an offer lapse stays on the list, and is offered another place after everybody else has been offered"
                        + " one. Who declines an offer stays on the list, too, but is offered another place only if the organisers put"
                        + " them first. The same holds for an offer that the organisers take back.",
                "Organisers may put somebody first, after those whom they have put there before. They have to write down why,"
                        + " and it is kept.");
    }

    /** Why this person stands at this place, in the order in which the rule asks. */
    public static List<String> reasons(Waiting waiting) {
        List<String> reasons = new ArrayList<>();
        if (waiting.firstAt() != null) {
            reasons.add("Put first by an organiser.");
        }
        if (waiting.setAside()) {
            reasons.add("Has declined an offer, or organisers have taken one back: is offered another place only if"
                    + " organisers put the person first.");
        } else if (waiting.passed() > 0) {
            reasons.add(
                    waiting.passed() == 1
                            ? "Has been offered a place before: comes after those who have not been offered a place."
                            : "Has been offered a place %d times: comes after those who have been offered one less often."
                                    .formatted(waiting.passed()));
        }
        reasons.add(waiting.kept() == 0 ? people(waiting) : places(waiting));
        if (waiting.priority() > 0) {
            reasons.add("Priority %d.".formatted(waiting.priority()));
        }
        return List.copyOf(reasons);
    }

    private static String people(Waiting waiting) {
        return "%s of the same %s %s a place so far; this would be number %d."
                .formatted(
                        waiting.seats() == 0
                                ? "Nobody"
                                : waiting.seats() == 1 ? "One person" : waiting.seats() + " people",
                        waiting.cityId() == null ? "country" : "city",
                        waiting.seats() <= 1 ? "has" : "have",
                        waiting.level());
    }

    private static String places(Waiting waiting) {
        return "The same city has %s so far, counting those kept for people whom it sends instead of others; this would be number %d."
                .formatted(Counted.of(waiting.seats(), "place", "places"), waiting.level());
    }
}
