package eu.urbact.infocus.registration.logistics;

import java.time.Clock;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import jakarta.enterprise.context.ApplicationScoped;

import eu.urbact.infocus.registration.application.Application;
import eu.urbact.infocus.registration.application.ApplicationState;
import eu.urbact.infocus.registration.programmeview.Workshop;
import eu.urbact.infocus.registration.programmeview.Workshops;

/**
 * What logistics asks of a person with a place: until the lists are frozen, then until the workshop begins, then until it ends. What was said for
 * days on which the workshop is not any more answers nothing; who asks for other places has answered, whatever becomes of it. Once the lists are frozen a choice from before
 * a move is the organisers' to put right, and not asked again: nobody can choose any more, and who is content has no other places to ask for.
 */
@ApplicationScoped
public class LogisticsTasks implements PersonalTasks {

    private final LogisticsSettings settings;
    private final LogisticsOptions options;
    private final LogisticsOfPeople people;
    private final ChangeRequests requests;
    private final Workshops workshops;
    private final Clock clock;

    LogisticsTasks(
            LogisticsSettings settings,
            LogisticsOptions options,
            LogisticsOfPeople people,
            ChangeRequests requests,
            Workshops workshops,
            Clock clock) {
        this.settings = settings;
        this.options = options;
        this.people = people;
        this.requests = requests;
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
        Instant due = DueTimes.next(now, freezeAt, workshop);
        Optional<Logistics> said = people.findByIdOptional(application.id());
        List<LogisticsOption> offered = options.of(application.callId());
        List<PersonalTask> tasks = new ArrayList<>();
        tasks.add(task(
                "TRAVEL",
                said.filter(logistics -> !logistics.travelsOutside(workshop)).map(Logistics::travelAnsweredAt),
                due));
        if (!offered.isEmpty()) {
            boolean choosing = now.isBefore(freezeAt);
            boolean waiting = requests.open(application.id()).isPresent();
            boolean answered = said.filter(logistics -> !(choosing && logistics.choseBeforeMove(offered, workshop)))
                            .map(Logistics::choicesAnsweredAt)
                            .isPresent()
                    || waiting;
            tasks.add(new PersonalTask("CHOICES", answered, waiting && !workshop.isOver(now), choosing ? due : null));
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
