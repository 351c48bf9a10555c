package eu.urbact.infocus.registration.hotel;

import java.time.Instant;
import java.time.LocalDate;
import java.util.Comparator;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;

import eu.urbact.infocus.chassis.outcome.Verdict;
import eu.urbact.infocus.registration.application.ApplicationState;
import eu.urbact.infocus.registration.problem.RegistrationProblem;
import eu.urbact.infocus.registration.programmeview.Workshop;

/** Who may ask for which room until when. */
final class HotelPolicy {

    private HotelPolicy() {}

    /**
     * Whether the person is asked at all.
     *
     * @param hotels those of the call
     */
    static Verdict see(ApplicationState state, List<Hotel> hotels) {
        if (state != ApplicationState.ADMITTED) {
            return Verdict.refused(RegistrationProblem.NOT_ADMITTED, "Rooms are kept for people with a place.");
        }
        return hotels.isEmpty()
                ? Verdict.refused(RegistrationProblem.NO_HOTELS, "The organisers keep no rooms for this workshop.")
                : Verdict.allowed();
    }

    /** A confirmed room is cancelled first, so that nobody loses it by a mistyped date. */
    static Verdict say(HotelRequest.State before) {
        return before == HotelRequest.State.CONFIRMED
                ? Verdict.refused(
                        RegistrationProblem.ROOM_CONFIRMED,
                        "A room is confirmed already. Cancel it first, or ask for another room instead.")
                : Verdict.allowed();
    }

    /** Another room is asked for in the place of one. */
    static Verdict change(HotelRequest.State before) {
        return before == HotelRequest.State.CONFIRMED
                ? Verdict.allowed()
                : Verdict.refused(
                        RegistrationProblem.ROOM_NOT_CONFIRMED,
                        "No room is confirmed that could be changed. Ask for a room, or change your request.");
    }

    /** Somebody is named for a double room that is asked for or confirmed; a room that is asked for instead of it comes with its own name. */
    static Verdict share(HotelRequest request) {
        boolean live = request != null
                && (request.state() == HotelRequest.State.REQUESTED || request.state() == HotelRequest.State.CONFIRMED);
        return live && request.stay().roomType() == RoomType.DOUBLE
                ? Verdict.allowed()
                : Verdict.refused(RegistrationProblem.NO_DOUBLE_ROOM, "Ask for a double room first.");
    }

    /**
     * Two people who share need one room.
     *
     * @param namedBack whether whoever is named has asked for a double room, in one of these nights, with this person
     */
    static Verdict oneRoom(boolean namedBack) {
        return namedBack
                ? Verdict.refused(
                        RegistrationProblem.ROOM_SHARED,
                        "The person with whom you share has asked for a double room with you. One of you is enough: say that you"
                                + " sleep in theirs, or cancel the one that you have.")
                : Verdict.allowed();
    }

    /**
     * Whether a room can be asked for.
     *
     * @param preferred the hotel that is wanted, or null for any
     * @param nights the rooms that hotels keep which are not released
     */
    static Verdict request(
            HotelRequest.Wish wish, List<Hotel> hotels, Hotel preferred, List<RoomNight> nights, Instant now) {
        if (hotels.stream().allMatch(hotel -> hotel.isReleased(now))) {
            return Verdict.refused(RegistrationProblem.ROOMS_RELEASED, "Please look for a room yourself.");
        }
        if (preferred != null && preferred.isReleased(now)) {
            return Verdict.refused(
                    RegistrationProblem.ROOMS_RELEASED, "%s keeps no rooms any more.".formatted(preferred.name()));
        }
        boolean offered = hotels.stream()
                .filter(hotel ->
                        preferred == null || wish.othersWelcome() || hotel.id().equals(preferred.id()))
                .anyMatch(hotel -> covers(hotel.id(), wish.stay(), nights));
        return offered
                ? Verdict.allowed()
                : Verdict.refused(
                        RegistrationProblem.STAY_NOT_OFFERED,
                        "No hotel that you would take keeps such a room in all of these nights. See which rooms are kept"
                                + " in which nights.");
    }

    /** No room is given for days that the workshop has been moved far away from, however long the hotel still keeps it. */
    static Verdict onDays(Stay stay, Workshop workshop) {
        return stay.isNear(workshop)
                ? Verdict.allowed()
                : Verdict.refused(
                        RegistrationProblem.DAYS_MOVED,
                        "These nights are more than 14 days away from the workshop. Rooms are given for nights nearer to it.");
    }

    /** Whether the hotel keeps rooms of this kind in all of these nights, taken or not. */
    static boolean covers(UUID hotelId, Stay stay, List<RoomNight> nights) {
        Set<LocalDate> kept = nights.stream()
                .filter(night -> night.hotelId().equals(hotelId) && night.roomType() == stay.roomType())
                .map(RoomNight::night)
                .collect(Collectors.toSet());
        return kept.containsAll(stay.nights());
    }

    /**
     * Which hotels a room is looked for in, in order: the wanted one, then, if the person agrees, the others by price.
     *
     * @param nights the rooms that hotels keep
     */
    static List<Hotel> inOrder(HotelRequest.Wish wish, List<Hotel> hotels, List<RoomNight> nights, Instant now) {
        return hotels.stream()
                .filter(hotel -> !hotel.isReleased(now) && covers(hotel.id(), wish.stay(), nights))
                .filter(hotel -> wish.preferredHotelId() == null
                        || wish.othersWelcome()
                        || hotel.id().equals(wish.preferredHotelId()))
                .sorted(Comparator.comparing((Hotel hotel) -> !hotel.id().equals(wish.preferredHotelId()))
                        .thenComparing(hotel -> price(hotel.id(), wish.stay(), nights))
                        .thenComparing(Hotel::name)
                        .thenComparing(Hotel::id))
                .toList();
    }

    /** What the stay costs in this hotel, in euro cents. */
    static int price(UUID hotelId, Stay stay, List<RoomNight> nights) {
        List<LocalDate> slept = stay.nights();
        return nights.stream()
                .filter(night -> night.hotelId().equals(hotelId)
                        && night.roomType() == stay.roomType()
                        && slept.contains(night.night()))
                .mapToInt(RoomNight::priceCents)
                .sum();
    }

    /** Only a confirmed room can be taken back. */
    static Verdict takeBack(HotelRequest.State state) {
        return state == HotelRequest.State.CONFIRMED
                ? Verdict.allowed()
                : Verdict.refused(RegistrationProblem.ROOM_NOT_CONFIRMED, "There is no room to take back.");
    }

    /**
     * Only what waits is decided, and only in a hotel that keeps rooms.
     *
     * @param change whether another room is asked for
     */
    static Verdict decide(HotelRequest.State state, boolean change, boolean confirm, Hotel hotel, Instant now) {
        if (state != HotelRequest.State.REQUESTED && !change) {
            return Verdict.refused(RegistrationProblem.ROOM_REQUEST_CLOSED, words(state));
        }
        return confirm && hotel.isReleased(now)
                ? Verdict.refused(
                        RegistrationProblem.ROOMS_RELEASED, "%s keeps no rooms any more.".formatted(hotel.name()))
                : Verdict.allowed();
    }

    private static String words(HotelRequest.State state) {
        return switch (state) {
            case REQUESTED -> "The request waits for the organisers.";
            case CONFIRMED -> "The room has been confirmed.";
            case REFUSED -> "The request has been refused.";
            case CANCELLED -> "The request has been taken back.";
            case NOT_NEEDED -> "The person needs no room.";
        };
    }
}
