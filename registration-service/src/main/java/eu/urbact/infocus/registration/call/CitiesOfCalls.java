package eu.urbact.infocus.registration.call;

import java.util.Map;
import java.util.Set;
import java.util.UUID;
import java.util.concurrent.ConcurrentHashMap;
import java.util.stream.Collectors;
import jakarta.enterprise.context.ApplicationScoped;

import eu.urbact.infocus.registration.seat.Seats;

/**
 * For which partner cities a call keeps seats. Every application needs to know it, so it is remembered under the version of the call, which
 * rises with every change of its buckets: what is remembered under the current version is current, in every instance.
 */
@ApplicationScoped
public class CitiesOfCalls {

    private record Remembered(long version, Set<String> cities) {}

    private final Map<UUID, Remembered> remembered = new ConcurrentHashMap<>();
    private final Seats seats;

    CitiesOfCalls(Seats seats) {
        this.seats = seats;
    }

    /** Whether the call keeps seats for this city. */
    public boolean has(CallForParticipation call, String cityId) {
        return of(call).contains(cityId);
    }

    /** All cities for which the call keeps seats. */
    public Set<String> of(CallForParticipation call) {
        Remembered known = remembered.get(call.id());
        if (known == null || known.version() != call.version()) {
            known = new Remembered(
                    call.version(),
                    seats.of(call.id()).stream()
                            .flatMap(bucket -> bucket.code().cityId().stream())
                            .collect(Collectors.toUnmodifiableSet()));
            remembered.put(call.id(), known);
        }
        return known.cities();
    }
}
