package eu.urbact.infocus.registration.staging;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import jakarta.enterprise.context.ApplicationScoped;

import eu.urbact.infocus.registration.hotel.WantedNights;
import eu.urbact.infocus.registration.logistics.ChosenPlaces;

/**
 * What the people in the room eat, visit and where they sleep, as far as they have said so. It is asked after admission, so those who would
 * be new in the room are mostly among those who have not said it yet.
 */
@ApplicationScoped
class Demand {

    private static final String NIGHT = "NIGHT";
    private static final String PLACES = "PLACES";

    private final ChosenPlaces chosenPlaces;
    private final WantedNights wantedNights;

    Demand(ChosenPlaces chosenPlaces, WantedNights wantedNights) {
        this.chosenPlaces = chosenPlaces;
        this.wantedNights = wantedNights;
    }

    /** What those who are in the room and those who would be need. */
    Plan.Needs of(UUID callId, Set<UUID> held, Set<UUID> after) {
        List<Plan.Need> needs = new ArrayList<>();
        List<Plan.Group> unsaid = new ArrayList<>();
        List<ChosenPlaces.Chosen> options = chosenPlaces.of(callId);
        for (ChosenPlaces.Chosen option : options) {
            needs.add(new Plan.Need(
                    option.kind().name(),
                    option.optionId().toString(),
                    option.title(),
                    option.startsAt(),
                    null,
                    option.limit(),
                    places(option.places(), held),
                    places(option.places(), after)));
        }
        if (!options.isEmpty()) {
            unsaid.add(unsaid(PLACES, chosenPlaces.answered(callId), held, after));
        }
        List<WantedNights.Night> nights = wantedNights.of(callId);
        for (WantedNights.Night night : nights) {
            needs.add(new Plan.Need(
                    NIGHT,
                    night.night().toString(),
                    null,
                    null,
                    night.night(),
                    night.rooms(),
                    count(night.people(), held),
                    count(night.people(), after)));
        }
        if (!nights.isEmpty()) {
            unsaid.add(unsaid(NIGHT, wantedNights.answered(callId), held, after));
        }
        return new Plan.Needs(needs, unsaid);
    }

    private static Plan.Group unsaid(String key, Set<UUID> answered, Set<UUID> held, Set<UUID> after) {
        return new Plan.Group(key, held.size() - count(answered, held), after.size() - count(answered, after));
    }

    private static int count(Set<UUID> people, Set<UUID> room) {
        return (int) people.stream().filter(room::contains).count();
    }

    private static int places(Map<UUID, Integer> places, Set<UUID> room) {
        return places.entrySet().stream()
                .filter(place -> room.contains(place.getKey()))
                .mapToInt(Map.Entry::getValue)
                .sum();
    }
}
