package eu.urbact.infocus.registration.meeting;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;

import eu.urbact.infocus.registration.application.ApplicationFact;
import eu.urbact.infocus.registration.application.ApplicationState;

/** Whoever has no place any more goes to no meeting: what they wanted from it is deleted in the moment in which the seat is free. */
@ApplicationScoped
class ForgetMeetingWishes {

    private final WishesOfPeople people;

    ForgetMeetingWishes(WishesOfPeople people) {
        this.people = people;
    }

    /** In the transaction of the withdrawal or the decision, which is told to the directory: it forgets them, too. */
    void when(@Observes ApplicationFact fact) {
        if (fact.state() != ApplicationState.ADMITTED && fact.kind() != ApplicationFact.Kind.SUBMITTED) {
            people.deleteById(fact.applicationId());
        }
    }
}
