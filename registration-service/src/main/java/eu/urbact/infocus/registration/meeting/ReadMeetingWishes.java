package eu.urbact.infocus.registration.meeting;

import java.time.Clock;
import java.util.UUID;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.transaction.Transactional;

import eu.urbact.infocus.chassis.outcome.Outcome;
import eu.urbact.infocus.chassis.outcome.Verdict;
import eu.urbact.infocus.registration.application.Application;
import eu.urbact.infocus.registration.application.Applications;
import eu.urbact.infocus.registration.programmeview.Workshop;
import eu.urbact.infocus.registration.programmeview.Workshops;

/** What a person with a place has said for the meetings, as they see it. */
@ApplicationScoped
public class ReadMeetingWishes {

    private final Applications applications;
    private final Workshops workshops;
    private final WishesOfPeople people;
    private final Clock clock;

    ReadMeetingWishes(Applications applications, Workshops workshops, WishesOfPeople people, Clock clock) {
        this.applications = applications;
        this.workshops = workshops;
        this.people = people;
        this.clock = clock;
    }

    /**
     * The person's own view.
     *
     * @param fixed whether it is too late to change anything
     */
    public record OwnWishes(MeetingWishes said, Workshop workshop, boolean fixed) {}

    /** Refused without a place. */
    @Transactional
    public Outcome<OwnWishes> of(UUID applicationId) {
        Application application = applications.findById(applicationId);
        if (MeetingWishesPolicy.see(application.state()) instanceof Verdict.Refused refused) {
            return Outcome.refused(refused);
        }
        Workshop workshop = workshops.findById(application.workshopId());
        return Outcome.done(new OwnWishes(
                people.of(applicationId),
                workshop,
                MeetingWishesPolicy.state(application.state(), clock.instant(), workshop.startsAt())
                        instanceof Verdict.Refused));
    }
}
