package eu.urbact.infocus.portal.shell.services;

import java.time.Instant;
import java.util.List;

/**
 * What a person with a place is asked for.
 *
 * @param open how many of the tasks are not answered
 * @param optional what the person may say if they like to
 */
public record PersonalTasks(String zone, long open, List<Task> tasks, List<Task> optional) {

    /** Completes what a service left out. */
    public PersonalTasks {
        tasks = tasks == null ? List.of() : tasks;
        optional = optional == null ? List.of() : optional;
    }

    /**
     * One of them; the code tells which page answers it.
     *
     * @param waiting whether what was answered is a request that has not been answered yet
     */
    public record Task(String code, boolean answered, boolean waiting, Instant dueAt) {}
}
