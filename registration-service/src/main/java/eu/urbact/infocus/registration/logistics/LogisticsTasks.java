package eu.urbact.infocus.registration.logistics;

import java.time.Clock;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import jakarta.enterprise.context.ApplicationScoped;

import eu.urbact.infocus.registration.application.Application;
import eu.urbact.infocus.registration.application.ApplicationState;
import eu.urbact.infocus.registration.programmeview.Workshop;
import eu.urbact.infocus.registration.programmeview.Workshops;

/** What logistics asks of a person with a place: until the lists are frozen, then until the workshop begins, then until it ends. */
@ApplicationScoped
public class LogisticsTasks implements PersonalTasks {

    private final LogisticsSettings settings;
    private final LogisticsOptions options;
    private final LogisticsOfPeople people;
    private final Workshops workshops;
    private final Clock clock;

    LogisticsTasks(
            LogisticsSettings settings,
            LogisticsOptions options,
            LogisticsOfPeople people,
            Workshops workshops,
            Clock clock) {
        this.settings = settings;
        this.options = options;
        this.people = people;
        this.workshops = workshops;
        this.clock = clock;
    }

    @Override
    public List<PersonalTask> of(Application application) {
        Instant freezeAt = settings.freezeAt(application.callId()).orElse(null);
        if (application.state() != ApplicationState.ADMITTED || freezeAt == null) {
            return List.of();
        }
        Workshop workshop = workshops.findById(application.workshopId());
        Instant now = clock.instant();
        // what was meant to be known before the freeze is taken afterwards, too, and of people who are there already
        Instant due = Stream.of(freezeAt, workshop.startsAt())
                .filter(now::isBefore)
                .findFirst()
                .orElse(workshop.endsAt());
        Optional<Logistics> said = people.findByIdOptional(application.id());
        List<PersonalTask> tasks = new ArrayList<>();
        tasks.add(task("TRAVEL", said.map(Logistics::travelAnsweredAt), due));
        if (options.count("callId", application.callId()) > 0) {
            tasks.add(task("CHOICES", said.map(Logistics::choicesAnsweredAt), now.isBefore(freezeAt) ? due : null));
        }
        tasks.add(task("NEEDS", said.map(Logistics::needsAnsweredAt), due));
        tasks.add(task("PHOTO", said.map(Logistics::photoAnsweredAt), due));
        return tasks.stream()
                .filter(task -> task.answered() || !workshop.isOver(now))
                .toList();
    }

    private static PersonalTask task(String code, Optional<Instant> answeredAt, Instant due) {
        return new PersonalTask(code, answeredAt.isPresent(), due);
    }
}
