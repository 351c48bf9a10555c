package eu.urbact.infocus.registration.delegation;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;

import eu.urbact.infocus.registration.application.ApplicationFact;

/** The invitation through which somebody has applied went to an address that was wrong: its link opens nothing any more. */
@ApplicationScoped
class EndLinksToOldAddress {

    private final Invitations invitations;

    EndLinksToOldAddress(Invitations invitations) {
        this.invitations = invitations;
    }

    /** The application is locked by whoever tells the fact. */
    void follow(@Observes ApplicationFact fact) {
        if (fact.is(ApplicationFact.Circumstance.ADDRESS_CORRECTED)) {
            invitations.of(fact.applicationId()).forEach(Invitation::endLinks);
        }
    }
}
