package eu.urbact.infocus.registration.call;

import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.stream.Collectors;

import eu.urbact.infocus.chassis.outcome.Verdict;
import eu.urbact.infocus.registration.problem.Counted;
import eu.urbact.infocus.registration.problem.RegistrationProblem;
import eu.urbact.infocus.registration.programmeview.Workshop;

/**
 * Nobody is put away with their call: its workshop may have another one then, in which they would have a second application, and the room
 * would be given twice.
 */
final class ArchivingPolicy {

    private ArchivingPolicy() {}

    /** Until the workshop is over, a call is put away only when nobody relies on it. */
    static Verdict archive(PeopleOfCall.Relying people, Workshop workshop, Instant now) {
        return people.isNobody() || workshop.isOver(now)
                ? Verdict.allowed()
                : Verdict.refused(
                        RegistrationProblem.CALL_HAS_PEOPLE,
                        "People rely on this call: %s. It can be put away when the workshop is over, or when there is nobody left: decline those who have applied, and let the cities take back their invitations."
                                .formatted(words(people)));
    }

    /** Nor is another one written beside a call that was put away with people in it. */
    static Verdict draftAfter(PeopleOfCall.Relying people) {
        return people.isNobody()
                ? Verdict.allowed()
                : Verdict.refused(
                        RegistrationProblem.CALL_HAS_PEOPLE,
                        "People rely on an earlier call of this workshop, which has been put away: %s. Nobody can have two applications for one workshop."
                                .formatted(words(people)));
    }

    private static String words(PeopleOfCall.Relying people) {
        Map<String, Long> numbers = new LinkedHashMap<>();
        numbers.put(Counted.of(people.admitted(), "has a place", "have a place"), people.admitted());
        numbers.put(Counted.of(people.offered(), "is offered one", "are offered one"), people.offered());
        numbers.put(
                Counted.of(people.waiting(), "is on the waiting list", "are on the waiting list"), people.waiting());
        numbers.put(Counted.of(people.undecided(), "waits for a decision", "wait for a decision"), people.undecided());
        numbers.put(
                Counted.of(people.invited(), "can still answer an invitation", "can still answer an invitation"),
                people.invited());
        return numbers.entrySet().stream()
                .filter(number -> number.getValue() > 0)
                .map(Map.Entry::getKey)
                .collect(Collectors.joining(", "));
    }
}
