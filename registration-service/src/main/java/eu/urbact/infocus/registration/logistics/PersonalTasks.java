package eu.urbact.infocus.registration.logistics;

import java.util.List;

import eu.urbact.infocus.registration.application.Application;

/** A feature that asks people with a place for something. Every bean of this type is asked for the tasks on "my application". */
public interface PersonalTasks {

    /** The tasks, answered and open, in the order in which they make sense; empty when nothing is asked of this person. */
    List<PersonalTask> of(Application application);

    /** What this person may say if they like to; it does not count as open, and nobody is reminded. */
    default List<PersonalTask> optional(Application application) {
        return List.of();
    }
}
