package eu.urbact.infocus.registration.hotel;

import java.time.Clock;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.function.BiFunction;
import java.util.function.Function;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Event;
import jakarta.transaction.Transactional;

import eu.urbact.infocus.chassis.audit.AuditTrail;
import eu.urbact.infocus.chassis.outcome.Outcome;
import eu.urbact.infocus.chassis.outcome.Verdict;
import eu.urbact.infocus.registration.application.Application;
import eu.urbact.infocus.registration.application.Applications;
import eu.urbact.infocus.registration.problem.RegistrationProblem;
import eu.urbact.infocus.registration.programmeview.Workshops;

/** A person with a place asks for a room, says that they need none, or cancels. */
@ApplicationScoped
public class RequestRoom {

    private static final String APPLICANT = "applicant";

    private final Applications applications;
    private final Workshops workshops;
    private final Hotels hotels;
    private final RoomNights rooms;
    private final HotelRequests requests;
    private final HotelSettings settings;
    private final TakeRoom takeRoom;
    private final SharingEnds sharingEnds;
    private final RoomTrail trail;
    private final AuditTrail audit;
    private final Event<HotelFact> facts;
    private final Event<RoomsFreed> freed;
    private final Clock clock;

    RequestRoom(
            Applications applications,
            Workshops workshops,
            Hotels hotels,
            RoomNights rooms,
            HotelRequests requests,
            HotelSettings settings,
            TakeRoom takeRoom,
            SharingEnds sharingEnds,
            RoomTrail trail,
            AuditTrail audit,
            Event<HotelFact> facts,
            Event<RoomsFreed> freed,
            Clock clock) {
        this.applications = applications;
        this.workshops = workshops;
        this.hotels = hotels;
        this.rooms = rooms;
        this.requests = requests;
        this.settings = settings;
        this.takeRoom = takeRoom;
        this.sharingEnds = sharingEnds;
        this.trail = trail;
        this.audit = audit;
        this.facts = facts;
        this.freed = freed;
        this.clock = clock;
    }

    /**
     * Asks for a room. With automatic confirmation it is the person's at once while one is free that nobody has waited for longer; otherwise
     * the organisers decide.
     */
    @Transactional
    public Outcome<HotelRequest> request(UUID applicationId, HotelRequest.Wish wish) {
        return saying(applicationId, HotelPolicy::say, (application, kept) -> {
            Instant now = clock.instant();
            if (check(application, wish, kept, now) instanceof Verdict.Refused refused) {
                return Outcome.refused(refused);
            }
            Map<String, Object> before = said(application);
            HotelRequest request = of(application);
            Set<String> sharers = request.sharers();
            request.request(wish, now);
            takeIfFree(request, kept, now);
            requests.flush();
            sharingEnds.unnamed(request, sharers);
            told(application, "hotel-room-requested", before, request);
            if (request.state() == HotelRequest.State.CONFIRMED) {
                facts.fire(HotelFact.of(HotelFact.Kind.CONFIRMED, application, null, now));
            }
            return Outcome.done(request);
        });
    }

    /**
     * Asks for another room instead of the confirmed one, which stays the person's until the other is. With automatic confirmation that is at
     * once while one is free that nobody has waited for longer; otherwise the organisers decide.
     */
    @Transactional
    public Outcome<HotelRequest> change(UUID applicationId, HotelRequest.Wish wish) {
        return saying(applicationId, HotelPolicy::change, (application, kept) -> {
            Instant now = clock.instant();
            if (check(application, wish, kept, now) instanceof Verdict.Refused refused) {
                return Outcome.refused(refused);
            }
            Map<String, Object> before = said(application);
            HotelRequest request = of(application);
            if (request.isConfirmedAs(wish)) {
                return Outcome.refused(
                        RegistrationProblem.NOTHING_TO_CHANGE,
                        "You have exactly this room. Say which nights, room or hotel you would like instead.");
            }
            Set<String> sharers = request.sharers();
            request.askForChange(wish, now);
            boolean changed = takeIfFree(request, kept, now);
            requests.flush();
            sharingEnds.unnamed(request, sharers);
            told(application, changed ? "hotel-room-changed" : "hotel-room-change-requested", before, request);
            if (changed) {
                facts.fire(HotelFact.of(HotelFact.Kind.CONFIRMED, application, null, now));
            }
            return Outcome.done(request);
        });
    }

    /** Is content with the confirmed room after all. Without a wish for another there is nothing to do, and that is harmless. */
    @Transactional
    public Outcome<Optional<HotelRequest>> takeChangeBack(UUID applicationId) {
        Application application = applications.toChange(applicationId);
        if (HotelPolicy.see(application.state(), hotels.of(application.callId())) instanceof Verdict.Refused refused) {
            return Outcome.refused(refused);
        }
        Optional<HotelRequest> found = requests.currentOf(applicationId).filter(request -> request.change() != null);
        found.ifPresent(request -> {
            Map<String, Object> before = trail.of(request);
            Set<String> sharers = request.sharers();
            request.dropChange();
            requests.flush();
            sharingEnds.unnamed(request, sharers);
            told(application, "hotel-room-change-taken-back", before, request);
        });
        return Outcome.done(found);
    }

    /** What is left over after this is looked at again when it is known to all: a room may be free that the longer waiting cannot use. */
    private boolean takeIfFree(HotelRequest request, List<Hotel> kept, Instant now) {
        if (settings.confirmation(request.callId()) != Confirmation.AUTOMATIC) {
            return false;
        }
        freed.fire(new RoomsFreed(request.callId()));
        return takeRoom.take(request, kept, hotel -> !requests.isWaitedForLonger(request, hotel.id()), now);
    }

    private Verdict check(Application application, HotelRequest.Wish wish, List<Hotel> kept, Instant now) {
        if (oneRoom(application, wish.stay(), wish.sharesWith()) instanceof Verdict.Refused refused) {
            return refused;
        }
        Optional<Hotel> preferred = kept.stream()
                .filter(hotel -> hotel.id().equals(wish.preferredHotelId()))
                .findFirst();
        if (wish.preferredHotelId() != null && (preferred.isEmpty() || !hotels.keep(wish.preferredHotelId()))) {
            return Verdict.refused(RegistrationProblem.HOTEL_UNKNOWN, "See the list of hotels.");
        }
        Verdict offered = HotelPolicy.request(wish, kept, preferred.orElse(null), takeRoom.nights(kept, now), now);
        return offered instanceof Verdict.Refused
                ? offered
                : HotelPolicy.onDays(wish.stay(), workshops.findById(application.workshopId()));
    }

    private Verdict oneRoom(Application application, Stay stay, String sharesWith) {
        if (sharesWith == null) {
            return Verdict.allowed();
        }
        requests.lockSharing(application.callId());
        return HotelPolicy.oneRoom(requests.isNamedBack(application.id(), stay, sharesWith));
    }

    /**
     * Says with whom the double room is shared that is asked for or confirmed; also when the rooms have gone back, since no room changes
     * hands.
     *
     * @param sharesWith in the person's own words, or null for nobody
     */
    @Transactional
    public Outcome<HotelRequest> share(UUID applicationId, String sharesWith) {
        return saying(applicationId, before -> Verdict.allowed(), (application, kept) -> {
            HotelRequest request = requests.ofApplication(applicationId).orElse(null);
            if (HotelPolicy.share(request) instanceof Verdict.Refused refused) {
                return Outcome.refused(refused);
            }
            if (Objects.equals(sharesWith, request.sharesWith())) {
                return Outcome.done(request);
            }
            if (oneRoom(application, request.stay(), sharesWith) instanceof Verdict.Refused refused) {
                return Outcome.refused(refused);
            }
            Set<String> sharers = request.sharers();
            request.shareWith(sharesWith);
            requests.flush();
            sharingEnds.unnamed(request, sharers);
            // that something was said, and nobody's name
            audit.record(APPLICANT, "hotel-room-sharing-said", "application", applicationId.toString(), Map.of());
            return Outcome.done(request);
        });
    }

    /**
     * Needs no room, and need not be reminded.
     *
     * @param sleepsWithOther whether they sleep in the double room that somebody else has asked for, so that they are asked again when it goes;
     *     otherwise they sleep elsewhere
     */
    @Transactional
    public Outcome<HotelRequest> needNone(UUID applicationId, boolean sleepsWithOther) {
        return saying(applicationId, HotelPolicy::say, (application, kept) -> {
            Map<String, Object> before = said(application);
            HotelRequest request = of(application);
            Set<String> sharers = request.sharers();
            request.needNone(sleepsWithOther, clock.instant());
            requests.flush();
            sharingEnds.unnamed(request, sharers);
            told(application, "hotel-room-not-needed", before, request);
            return Outcome.done(request);
        });
    }

    /** Takes a request back, or gives the room back. Without either there is nothing to do, and that is harmless. */
    @Transactional
    public Outcome<Optional<HotelRequest>> cancel(UUID applicationId) {
        Application application = applications.toChange(applicationId);
        if (HotelPolicy.see(application.state(), hotels.of(application.callId())) instanceof Verdict.Refused refused) {
            return Outcome.refused(refused);
        }
        return Outcome.done(
                cancel(application, APPLICANT, Set.of(HotelRequest.State.REQUESTED, HotelRequest.State.CONFIRMED)));
    }

    /**
     * Whoever has no place any more asks for nothing, and nothing that they have said counts, nor that they have been reminded of it; the
     * application is locked by the caller.
     *
     * @param actor who has brought it about, as the audit trail calls them
     */
    void leave(Application application, String actor) {
        cancel(
                application,
                actor,
                Set.of(HotelRequest.State.REQUESTED, HotelRequest.State.CONFIRMED, HotelRequest.State.NOT_NEEDED));
        requests.forgetReminder(application.id());
    }

    private Optional<HotelRequest> cancel(Application application, String actor, Set<HotelRequest.State> what) {
        Optional<HotelRequest> found =
                requests.currentOf(application.id()).filter(request -> what.contains(request.state()));
        found.ifPresent(request -> {
            Instant now = clock.instant();
            Map<String, Object> before = trail.of(request);
            if (request.state() == HotelRequest.State.CONFIRMED) {
                Hotel hotel = hotels.findById(request.hotelId());
                rooms.giveBack(request.stay().in(hotel.id()), hotel.isReleased(now));
                freed.fire(new RoomsFreed(request.callId()));
            }
            Set<String> sharers = request.sharers();
            request.cancel(now);
            requests.flush();
            sharingEnds.unnamed(request, sharers);
            told(actor, application, "hotel-room-cancelled", before, request);
        });
        return found;
    }

    private Outcome<HotelRequest> saying(
            UUID applicationId,
            Function<HotelRequest.State, Verdict> policy,
            BiFunction<Application, List<Hotel>, Outcome<HotelRequest>> then) {
        Application application = applications.toChange(applicationId);
        if (application.isErased()) {
            return Outcome.refused(RegistrationProblem.PERSON_ERASED, "Nothing is planned for them any more.");
        }
        List<Hotel> kept = hotels.of(application.callId());
        if (HotelPolicy.see(application.state(), kept) instanceof Verdict.Refused refused) {
            return Outcome.refused(refused);
        }
        HotelRequest.State before =
                requests.currentOf(applicationId).map(HotelRequest::state).orElse(null);
        if (policy.apply(before) instanceof Verdict.Refused refused) {
            return Outcome.refused(refused);
        }
        return then.apply(application, kept);
    }

    private HotelRequest of(Application application) {
        return requests.ofApplication(application.id()).orElseGet(() -> {
            HotelRequest request = new HotelRequest(application);
            request.needNone(false, clock.instant());
            requests.persist(request);
            return request;
        });
    }

    private Map<String, Object> said(Application application) {
        return requests.ofApplication(application.id()).map(trail::of).orElse(Map.of());
    }

    private void told(Application application, String action, Map<String, Object> before, HotelRequest request) {
        told(APPLICANT, application, action, before, request);
    }

    private void told(
            String actor, Application application, String action, Map<String, Object> before, HotelRequest request) {
        audit.record(actor, action, "application", application.id().toString(), trail.since(before, request));
    }
}
