package eu.urbact.infocus.registration.hotel;

import java.time.Clock;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import jakarta.enterprise.context.ApplicationScoped;

import eu.urbact.infocus.registration.application.Application;
import eu.urbact.infocus.registration.application.ApplicationState;
import eu.urbact.infocus.registration.logistics.PersonalTask;
import eu.urbact.infocus.registration.logistics.PersonalTasks;
import eu.urbact.infocus.registration.programmeview.Workshop;
import eu.urbact.infocus.registration.programmeview.Workshops;

/** Asks people with a place whether they need a room: until the first rooms go back, or until the workshop begins if that is earlier. */
@ApplicationScoped
public class HotelTasks implements PersonalTasks {

    private final Workshops workshops;
    private final Hotels hotels;
    private final HotelRequests requests;
    private final Clock clock;

    HotelTasks(Workshops workshops, Hotels hotels, HotelRequests requests, Clock clock) {
        this.workshops = workshops;
        this.hotels = hotels;
        this.requests = requests;
        this.clock = clock;
    }

    @Override
    public List<PersonalTask> of(Application application) {
        if (application.state() != ApplicationState.ADMITTED) {
            return List.of();
        }
        Workshop workshop = workshops.findById(application.workshopId());
        Optional<HotelRequest> said = requests.ofApplication(application.id())
                .filter(request -> request.state() != HotelRequest.State.CANCELLED)
                .filter(request -> isAbout(workshop, request));
        boolean answered = said.isPresent();
        Instant now = clock.instant();
        List<Instant> asked = hotels.of(application.callId()).stream()
                // when all rooms have gone back, or everybody has gone home, nothing is asked any more
                .filter(hotel -> answered || !(hotel.isReleased(now) || workshop.isOver(now)))
                .map(Hotel::releaseAt)
                .sorted()
                .toList();
        if (asked.isEmpty()) {
            return List.of();
        }
        Instant due = Stream.of(asked.get(0), workshop.startsAt(), workshop.endsAt())
                .sorted()
                .filter(time -> answered || now.isBefore(time))
                .findFirst()
                .orElse(workshop.endsAt());
        boolean waiting = !workshop.isOver(now)
                && said.filter(request -> hasNone(workshop, request)).isPresent();
        return List.of(new PersonalTask("HOTEL", answered, waiting, due));
    }

    /** Whoever has a room on these days has it, also while they would like another. */
    private static boolean hasNone(Workshop workshop, HotelRequest request) {
        return request.waits()
                && (request.state() == HotelRequest.State.REQUESTED
                        || request.stay().isOutside(workshop));
    }

    /**
     * A room for the days that the workshop was on before answers nothing about those it is on now; whoever asks for one on these days instead has
     * answered.
     */
    private static boolean isAbout(Workshop workshop, HotelRequest request) {
        return request.stay() == null
                || !request.stay().isOutside(workshop)
                || (request.change() != null && !request.change().stay().isOutside(workshop));
    }
}
