package eu.urbact.infocus.registration.delegation;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import jakarta.enterprise.event.TransactionPhase;

import io.quarkus.narayana.jta.QuarkusTransaction;

import eu.urbact.infocus.registration.call.CallChanged;
import eu.urbact.infocus.registration.programmeview.WorkshopMoved;

/**
 * An invitation can be answered for as long as the call takes applications and the city has not handed its unused seats back, or, when it
 * keeps a seat, until the workshop begins; also when organisers have changed that since.
 */
@ApplicationScoped
class FollowClosing {

    private final Invitations invitations;

    FollowClosing(Invitations invitations) {
        this.invitations = invitations;
    }

    /**
     * After the change, in a transaction of its own: whoever edits a call has its seats locked, and an invitation is locked before seats.
     * What is lost between the two, and whoever was invited in that moment, is caught up with before invitations expire or are reminded
     * of.
     */
    void when(@Observes(during = TransactionPhase.AFTER_SUCCESS) CallChanged changed) {
        QuarkusTransaction.requiringNew().run(invitations::followClosing);
    }

    /** In the same way. */
    void when(@Observes(during = TransactionPhase.AFTER_SUCCESS) WorkshopMoved moved) {
        QuarkusTransaction.requiringNew().run(invitations::followClosing);
    }
}
