package eu.urbact.infocus.registration.hotel;

import java.time.Clock;
import java.time.Instant;
import java.util.List;
import java.util.UUID;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.transaction.Transactional;

import eu.urbact.infocus.chassis.outcome.Outcome;
import eu.urbact.infocus.chassis.outcome.Verdict;
import eu.urbact.infocus.registration.application.Application;
import eu.urbact.infocus.registration.application.Applications;
import eu.urbact.infocus.registration.programmeview.Workshops;

/** Shows a person with a place the hotels, and what they have said about a room. */
@ApplicationScoped
public class ReadRoom {

    private final Applications applications;
    private final Workshops workshops;
    private final Hotels hotels;
    private final RoomNights rooms;
    private final HotelRequests requests;
    private final Clock clock;

    ReadRoom(
            Applications applications,
            Workshops workshops,
            Hotels hotels,
            RoomNights rooms,
            HotelRequests requests,
            Clock clock) {
        this.applications = applications;
        this.workshops = workshops;
        this.hotels = hotels;
        this.rooms = rooms;
        this.requests = requests;
        this.clock = clock;
    }

    /** Refused without a place, and for a workshop for which no hotel keeps rooms. */
    @Transactional
    public Outcome<OwnRoom> of(UUID applicationId) {
        Application application = applications.findById(applicationId);
        List<Hotel> kept = hotels.of(application.callId());
        if (HotelPolicy.see(application.state(), kept) instanceof Verdict.Refused refused) {
            return Outcome.refused(refused);
        }
        Instant now = clock.instant();
        return Outcome.done(new OwnRoom(
                application,
                workshops.findById(application.workshopId()),
                kept,
                rooms.of(kept.stream().map(Hotel::id).toList()),
                requests.ofApplication(applicationId).orElse(null),
                kept.stream().anyMatch(hotel -> !hotel.isReleased(now)),
                now));
    }
}
