package eu.urbact.infocus.registration.hotel;

import java.time.Clock;
import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import java.util.function.BiFunction;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Event;
import jakarta.transaction.Transactional;

import eu.urbact.infocus.chassis.audit.AuditTrail;
import eu.urbact.infocus.chassis.outcome.Outcome;
import eu.urbact.infocus.chassis.outcome.Verdict;
import eu.urbact.infocus.registration.application.Application;
import eu.urbact.infocus.registration.application.Applications;
import eu.urbact.infocus.registration.call.WorkshopOfCall;
import eu.urbact.infocus.registration.problem.RegistrationProblem;
import eu.urbact.infocus.registration.programmeview.Workshop;

/** Organisers confirm a room in a hotel, or refuse, or take a confirmed one back; the person is told by mail. */
@ApplicationScoped
public class DecideRoomRequest {

    private final Applications applications;
    private final WorkshopOfCall workshopOfCall;
    private final Hotels hotels;
    private final RoomNights rooms;
    private final HotelRequests requests;
    private final SharingEnds sharingEnds;
    private final RoomTrail trail;
    private final AuditTrail audit;
    private final Event<HotelFact> facts;
    private final Event<RoomsFreed> freed;
    private final Clock clock;

    DecideRoomRequest(
            Applications applications,
            WorkshopOfCall workshopOfCall,
            Hotels hotels,
            RoomNights rooms,
            HotelRequests requests,
            SharingEnds sharingEnds,
            RoomTrail trail,
            AuditTrail audit,
            Event<HotelFact> facts,
            Event<RoomsFreed> freed,
            Clock clock) {
        this.applications = applications;
        this.workshopOfCall = workshopOfCall;
        this.hotels = hotels;
        this.rooms = rooms;
        this.requests = requests;
        this.sharingEnds = sharingEnds;
        this.trail = trail;
        this.audit = audit;
        this.facts = facts;
        this.freed = freed;
        this.clock = clock;
    }

    /**
     * Confirms a room in this hotel for all nights of the stay; refused, with the nights, when one is full.
     *
     * @param answer to the person, or null
     */
    @Transactional
    public Outcome<HotelRequest> confirm(UUID requestId, UUID hotelId, String answer) {
        return deciding(requestId, hotels.findById(hotelId), (request, hotel) -> {
            Stay stay =
                    request.change() == null ? request.stay() : request.change().stay();
            Workshop workshop = workshopOfCall.find(request.callId()).orElseThrow();
            if (HotelPolicy.onDays(stay, workshop) instanceof Verdict.Refused refused) {
                return Outcome.refused(refused);
            }
            List<RoomNight.Key> full =
                    request.change() == null ? rooms.take(stay.in(hotel.id())) : move(request, stay, hotel);
            if (!full.isEmpty()) {
                return Outcome.refused(
                        RegistrationProblem.ROOM_NOT_FREE,
                        "%s has no %s room free on %s."
                                .formatted(
                                        hotel.name(),
                                        stay.roomType().name().toLowerCase(Locale.ROOT),
                                        WrittenDays.of(full.stream()
                                                .map(RoomNight.Key::night)
                                                .toList())));
            }
            if (request.change() == null) {
                request.confirm(hotel.id(), rooms.price(stay.in(hotel.id())), answer, clock.instant());
            } else {
                request.change(hotel.id(), rooms.price(stay.in(hotel.id())), answer, clock.instant());
            }
            return Outcome.done(HotelFact.Kind.CONFIRMED);
        });
    }

    /** The old room is given back in the moment in which the new one is taken. */
    private List<RoomNight.Key> move(HotelRequest request, Stay wanted, Hotel hotel) {
        Hotel old = hotels.findById(request.hotelId());
        return rooms.move(request.stay().in(old.id()), wanted.in(hotel.id()), old.isReleased(clock.instant()));
    }

    /** Refuses; the person looks for a room elsewhere, or keeps the one they have. */
    @Transactional
    public Outcome<HotelRequest> refuse(UUID requestId, String answer) {
        return deciding(requestId, null, (request, hotel) -> {
            if (request.change() != null) {
                request.refuseChange(answer);
                return Outcome.done(HotelFact.Kind.CHANGE_REFUSED);
            }
            request.refuse(answer, clock.instant());
            return Outcome.done(HotelFact.Kind.REFUSED);
        });
    }

    /**
     * Takes a confirmed room back, with everything else that the person has asked for: it is for days on which the workshop is not any more,
     * or the hotel cannot keep it. They may ask for another one.
     */
    @Transactional
    public Outcome<HotelRequest> takeBack(UUID requestId, String answer) {
        Application application = locked(requestId);
        HotelRequest request = requests.current(requestId);
        if (application.isErased()) {
            return Outcome.refused(RegistrationProblem.PERSON_ERASED, "Nothing is planned for them any more.");
        }
        if (HotelPolicy.takeBack(request.state()) instanceof Verdict.Refused refused) {
            return Outcome.refused(refused);
        }
        Instant now = clock.instant();
        Map<String, Object> before = trail.of(request);
        Hotel hotel = hotels.findById(request.hotelId());
        rooms.giveBack(request.stay().in(hotel.id()), hotel.isReleased(now));
        Set<String> sharers = request.sharers();
        request.takeBack(answer, now);
        requests.flush();
        sharingEnds.unnamed(request, sharers);
        Map<String, Object> details = new LinkedHashMap<>();
        details.put("hotel", hotel.id());
        details.putAll(trail.since(before, request));
        audit.record("hotel-room-taken-back", "application", application.id().toString(), details);
        freed.fire(new RoomsFreed(request.callId()));
        facts.fire(HotelFact.takenBack(application, now));
        return Outcome.done(request);
    }

    private Application locked(UUID requestId) {
        return applications.toChange(requests.findById(requestId).applicationId());
    }

    private Outcome<HotelRequest> deciding(
            UUID requestId, Hotel hotel, BiFunction<HotelRequest, Hotel, Outcome<HotelFact.Kind>> how) {
        Application application = locked(requestId);
        HotelRequest request = requests.current(requestId);
        if (application.isErased()) {
            return Outcome.refused(RegistrationProblem.PERSON_ERASED, "Nothing is planned for them any more.");
        }
        Instant now = clock.instant();
        if (HotelPolicy.decide(request.state(), request.change() != null, hotel != null, hotel, now)
                instanceof Verdict.Refused refused) {
            return Outcome.refused(refused);
        }
        Map<String, Object> before = trail.of(request);
        Set<String> sharers = request.sharers();
        return how.apply(request, hotel).map(kind -> {
            requests.flush();
            sharingEnds.unnamed(request, sharers);
            Map<String, Object> details = new LinkedHashMap<>();
            if (hotel != null) {
                details.put("hotel", hotel.id());
            }
            details.putAll(trail.since(before, request));
            audit.record(
                    switch (kind) {
                        case CONFIRMED -> "hotel-room-confirmed";
                        case CHANGE_REFUSED -> "hotel-room-change-refused";
                        default -> "hotel-room-refused";
                    },
                    "application",
                    application.id().toString(),
                    details);
            // whoever moves leaves a room
            freed.fire(new RoomsFreed(request.callId()));
            facts.fire(HotelFact.of(kind, application, null, now));
            return request;
        });
    }
}
