package eu.urbact.infocus.registration.logistics;

import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import jakarta.enterprise.context.ApplicationScoped;

import eu.urbact.infocus.registration.application.Application;
import eu.urbact.infocus.registration.application.ApplicationState;

/** What logistics asks of a person with a place. */
@ApplicationScoped
public class LogisticsTasks implements PersonalTasks {

    private final LogisticsSettings settings;
    private final LogisticsOptions options;
    private final LogisticsOfPeople people;

    LogisticsTasks(LogisticsSettings settings, LogisticsOptions options, LogisticsOfPeople people) {
        this.settings = settings;
        this.options = options;
        this.people = people;
    }

    @Override
    public List<PersonalTask> of(Application application) {
        Instant due = settings.freezeAt(application.callId()).orElse(null);
        if (application.state() != ApplicationState.ADMITTED || due == null) {
            return List.of();
        }
        Optional<Logistics> said = people.findByIdOptional(application.id());
        List<PersonalTask> tasks = new ArrayList<>();
        tasks.add(task("TRAVEL", said.map(Logistics::travelAnsweredAt), due));
        if (options.count("callId", application.callId()) > 0) {
            tasks.add(task("CHOICES", said.map(Logistics::choicesAnsweredAt), due));
        }
        tasks.add(task("NEEDS", said.map(Logistics::needsAnsweredAt), due));
        tasks.add(task("PHOTO", said.map(Logistics::photoAnsweredAt), due));
        return List.copyOf(tasks);
    }

    private static PersonalTask task(String code, Optional<Instant> answeredAt, Instant due) {
        return new PersonalTask(code, answeredAt.isPresent(), due);
    }
}
