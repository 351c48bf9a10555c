package eu.urbact.infocus.registration.logistics;

import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.SortedMap;
import java.util.UUID;
import java.util.function.Function;
import java.util.stream.Collectors;
import jakarta.enterprise.context.ApplicationScoped;

import eu.urbact.infocus.chassis.outcome.Outcome;
import eu.urbact.infocus.chassis.outcome.Verdict;
import eu.urbact.infocus.registration.call.WorkshopOfCall;
import eu.urbact.infocus.registration.problem.RegistrationProblem;

/** Moves somebody from the places they have to those they want, all or none. */
@ApplicationScoped
class PlaceChange {

    private final WorkshopOfCall workshopOfCall;
    private final LogisticsOptions options;

    PlaceChange(WorkshopOfCall workshopOfCall, LogisticsOptions options) {
        this.workshopOfCall = workshopOfCall;
        this.options = options;
    }

    /**
     * Takes and gives back the places that make the difference.
     *
     * @return refused, with the titles and numbers, when something is full, companions are not welcome, two things are at one time, or one is
     *     far away from the workshop
     */
    Outcome<Integer> to(UUID callId, Map<UUID, Integer> has, Map<UUID, Integer> wants) {
        Map<UUID, LogisticsOption> known =
                options.of(callId).stream().collect(Collectors.toMap(LogisticsOption::id, Function.identity()));
        for (Map.Entry<UUID, Integer> wanted : wants.entrySet()) {
            LogisticsOption option = known.get(wanted.getKey());
            if (option == null) {
                return Outcome.refused(
                        RegistrationProblem.OPTION_UNKNOWN,
                        "One of these is not offered any more. See the list of what there is.");
            }
            if (LogisticsPolicy.companions(option, wanted.getValue()) instanceof Verdict.Refused refused) {
                return Outcome.refused(refused);
            }
        }
        if (LogisticsPolicy.together(known.values(), has.keySet(), wants.keySet()) instanceof Verdict.Refused refused) {
            return Outcome.refused(refused);
        }
        if (LogisticsPolicy.onDays(
                        known.values(),
                        has.keySet(),
                        wants.keySet(),
                        workshopOfCall.find(callId).orElseThrow())
                instanceof Verdict.Refused refused) {
            return Outcome.refused(refused);
        }
        SortedMap<UUID, Integer> changes = Places.between(has, wants);
        Set<UUID> withCompanions = wants.entrySet().stream()
                .filter(wanted -> wanted.getValue() > 0)
                .map(Map.Entry::getKey)
                .collect(Collectors.toSet());
        List<LogisticsOption> full = options.change(changes, withCompanions);
        // they are as they are now: organisers may have ceased to welcome companions after the first look
        for (LogisticsOption option : full) {
            if (LogisticsPolicy.companions(option, wants.getOrDefault(option.id(), 0))
                    instanceof Verdict.Refused refused) {
                return Outcome.refused(refused);
            }
        }
        return full.isEmpty()
                ? Outcome.done(changes.size())
                : Outcome.refused(
                        RegistrationProblem.OPTION_FULL,
                        full.stream()
                                .map(option -> words(option, changes.get(option.id())))
                                .collect(Collectors.joining(" ")));
    }

    private static String words(LogisticsOption option, int places) {
        int free = option.free();
        return free == 0
                ? "%s is full.".formatted(option.title())
                : "%s has %d left, %d are needed.".formatted(option.title(), free, places);
    }
}
