package eu.urbact.infocus.registration.hotel;

import java.time.Clock;
import java.time.Instant;
import java.util.Comparator;
import java.util.List;
import jakarta.enterprise.context.ApplicationScoped;

import eu.urbact.infocus.registration.application.Application;
import eu.urbact.infocus.registration.application.ApplicationState;
import eu.urbact.infocus.registration.logistics.PersonalTask;
import eu.urbact.infocus.registration.logistics.PersonalTasks;

/** Asks people with a place whether they need a room. */
@ApplicationScoped
public class HotelTasks implements PersonalTasks {

    private final Hotels hotels;
    private final HotelRequests requests;
    private final Clock clock;

    HotelTasks(Hotels hotels, HotelRequests requests, Clock clock) {
        this.hotels = hotels;
        this.requests = requests;
        this.clock = clock;
    }

    @Override
    public List<PersonalTask> of(Application application) {
        if (application.state() != ApplicationState.ADMITTED) {
            return List.of();
        }
        boolean answered = requests.ofApplication(application.id())
                .filter(request -> request.state() != HotelRequest.State.CANCELLED)
                .isPresent();
        Instant now = clock.instant();
        return hotels.of(application.callId()).stream()
                // when all rooms have gone back, nothing is asked any more
                .filter(hotel -> answered || !hotel.isReleased(now))
                .map(Hotel::releaseAt)
                .min(Comparator.naturalOrder())
                .map(due -> List.of(new PersonalTask("HOTEL", answered, due)))
                .orElse(List.of());
    }
}
