package eu.urbact.infocus.registration.hotel;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;

import eu.urbact.infocus.registration.application.ApplicationFact;
import eu.urbact.infocus.registration.application.ApplicationState;
import eu.urbact.infocus.registration.application.Applications;

/** Whoever has no place any more needs no room: it is free in the moment in which the seat is. */
@ApplicationScoped
class GiveBackRoom {

    private final Applications applications;
    private final RequestRoom requestRoom;

    GiveBackRoom(Applications applications, RequestRoom requestRoom) {
        this.applications = applications;
        this.requestRoom = requestRoom;
    }

    /** In the transaction of the withdrawal or the decision; the application is locked by whoever fired the fact. */
    void when(@Observes ApplicationFact fact) {
        if (fact.state() != ApplicationState.ADMITTED && fact.kind() != ApplicationFact.Kind.SUBMITTED) {
            requestRoom.cancel(applications.findById(fact.applicationId()));
        }
    }
}
