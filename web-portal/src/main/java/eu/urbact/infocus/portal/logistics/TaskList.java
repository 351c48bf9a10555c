package eu.urbact.infocus.portal.logistics;

import java.time.Clock;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Named;

import io.quarkus.vertx.http.runtime.CurrentVertxRequest;

import eu.urbact.infocus.portal.shell.PersonalLinks;
import eu.urbact.infocus.portal.shell.services.Answer;
import eu.urbact.infocus.portal.shell.services.PersonalTasks;
import eu.urbact.infocus.portal.shell.services.Services;

/** What a person is still asked for; "my application" shows it as a block of its own. */
@Named("taskList")
@ApplicationScoped
public class TaskList {

    private final Services services;
    private final CurrentVertxRequest request;
    private final Clock clock;

    TaskList(Services services, CurrentVertxRequest request, Clock clock) {
        this.services = services;
        this.request = request;
        this.clock = clock;
    }

    /** Whether a day by which something was wanted is over. */
    public boolean isLate(PersonalTasks.Task task) {
        return task.dueAt() != null && !clock.instant().isBefore(task.dueAt());
    }

    /** The tasks of the person behind this link. */
    public Answer<PersonalTasks> of(String token) {
        return PersonalLinks.ask(
                token,
                () -> services.logistics(client -> client.tasks(
                        token, PersonalLinks.address(request.getCurrent().request()))));
    }
}
