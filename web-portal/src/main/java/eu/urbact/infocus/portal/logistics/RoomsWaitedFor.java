package eu.urbact.infocus.portal.logistics;

import java.time.Instant;
import java.util.Comparator;
import java.util.List;
import java.util.Objects;

import eu.urbact.infocus.portal.shell.services.Answer;
import eu.urbact.infocus.portal.shell.services.Hotel;
import eu.urbact.infocus.portal.shell.services.Page;
import eu.urbact.infocus.portal.shell.services.PickUp;
import eu.urbact.infocus.portal.shell.services.RoomRequest;

/**
 * Requests that wait for a decision while rooms are kept.
 *
 * @param people how many wait
 * @param freeRoomNights how many room nights can still be given; null when that cannot be asked at the moment
 * @param firstAt when the first rooms go back
 * @param lastAt when the last ones go back, and whoever still waits is refused
 */
public record RoomsWaitedFor(long people, Integer freeRoomNights, Instant firstAt, Instant lastAt, String zone) {

    /** Null when nobody waits, or no rooms are kept any more. */
    static RoomsWaitedFor of(List<Hotel> hotels, Answer<PickUp> pickUp, Answer<Page<RoomRequest>> open) {
        long people = open.or(Page.empty()).total();
        List<Hotel> keeping = hotels.stream()
                .filter(hotel -> hotel.releasedAt() == null)
                .filter(hotel -> Objects.nonNull(hotel.releaseAt()))
                .sorted(Comparator.comparing(Hotel::releaseAt))
                .toList();
        return people == 0 || keeping.isEmpty()
                ? null
                : new RoomsWaitedFor(
                        people,
                        pickUp.map(PickUp::free).or(null),
                        keeping.get(0).releaseAt(),
                        keeping.get(keeping.size() - 1).releaseAt(),
                        keeping.get(0).zone());
    }

    /** Whether not all rooms go back at the same time. */
    public boolean isInSteps() {
        return !firstAt.equals(lastAt);
    }
}
