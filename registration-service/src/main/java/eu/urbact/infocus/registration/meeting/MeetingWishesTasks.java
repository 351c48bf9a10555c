package eu.urbact.infocus.registration.meeting;

import java.time.Clock;
import java.time.Instant;
import java.util.List;
import jakarta.enterprise.context.ApplicationScoped;

import eu.urbact.infocus.chassis.outcome.Verdict;
import eu.urbact.infocus.registration.application.Application;
import eu.urbact.infocus.registration.logistics.PersonalTask;
import eu.urbact.infocus.registration.logistics.PersonalTasks;
import eu.urbact.infocus.registration.programmeview.Workshops;

/** Lets people with a place say what they want from the meetings. Nobody has to, and nobody is reminded. */
@ApplicationScoped
public class MeetingWishesTasks implements PersonalTasks {

    private final WishesOfPeople people;
    private final Workshops workshops;
    private final Clock clock;

    MeetingWishesTasks(WishesOfPeople people, Workshops workshops, Clock clock) {
        this.people = people;
        this.workshops = workshops;
        this.clock = clock;
    }

    @Override
    public List<PersonalTask> of(Application application) {
        return List.of();
    }

    @Override
    public List<PersonalTask> optional(Application application) {
        Instant begins = workshops.findById(application.workshopId()).startsAt();
        return MeetingWishesPolicy.state(application.state(), clock.instant(), begins) instanceof Verdict.Refused
                ? List.of()
                : List.of(new PersonalTask(
                        "MEETINGS", !people.of(application.id()).wishes().saysNothing(), begins));
    }
}
