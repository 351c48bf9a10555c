package eu.urbact.infocus.registration.hotel;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;

import eu.urbact.infocus.chassis.security.Caller;
import eu.urbact.infocus.registration.application.ApplicationFact;
import eu.urbact.infocus.registration.application.ApplicationState;
import eu.urbact.infocus.registration.application.Applications;

/**
 * Whoever has no place any more needs no room: it is free in the moment in which the seat is. Those who were to share a double room with them are
 * told.
 */
@ApplicationScoped
class GiveBackRoom {

    private final Applications applications;
    private final RequestRoom requestRoom;
    private final SharingEnds sharingEnds;
    private final Caller caller;

    GiveBackRoom(Applications applications, RequestRoom requestRoom, SharingEnds sharingEnds, Caller caller) {
        this.applications = applications;
        this.requestRoom = requestRoom;
        this.sharingEnds = sharingEnds;
        this.caller = caller;
    }

    /** In the transaction of the withdrawal or the decision; the application is locked by whoever fired the fact. */
    void when(@Observes ApplicationFact fact) {
        if (fact.state() != ApplicationState.ADMITTED && fact.kind() != ApplicationFact.Kind.SUBMITTED) {
            requestRoom.leave(applications.findById(fact.applicationId()), caller.actorOr("applicant"));
        }
        // what is decided about somebody without a place, or that they withdraw, nobody learns by having named them
        if (fact.is(ApplicationFact.Circumstance.PLACE_LOST)) {
            sharingEnds.doesNotCome(fact.applicationId());
        }
    }
}
