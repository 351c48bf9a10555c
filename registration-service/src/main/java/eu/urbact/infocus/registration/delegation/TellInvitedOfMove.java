package eu.urbact.infocus.registration.delegation;

import java.time.Clock;
import java.time.Instant;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Event;
import jakarta.enterprise.event.Observes;

import eu.urbact.infocus.registration.programmeview.Workshop;
import eu.urbact.infocus.registration.programmeview.WorkshopMoved;
import eu.urbact.infocus.registration.programmeview.Workshops;

/**
 * Whoever can still answer an invitation is told when and where the workshop is now. Until when they can answer is found out afterwards ({@link
 * FollowClosing}), so the invitation says it and not this fact.
 */
@ApplicationScoped
class TellInvitedOfMove {

    private final Workshops workshops;
    private final Invitations invitations;
    private final Clock clock;
    private final Event<InvitationFact> facts;

    TellInvitedOfMove(Workshops workshops, Invitations invitations, Clock clock, Event<InvitationFact> facts) {
        this.workshops = workshops;
        this.invitations = invitations;
        this.clock = clock;
        this.facts = facts;
    }

    /** Not once the workshop has begun: then every invitation ends, which is told. */
    void tell(@Observes WorkshopMoved move) {
        Workshop workshop = workshops.findById(move.workshopId());
        Instant now = clock.instant();
        if (!now.isBefore(workshop.startsAt())) {
            return;
        }
        invitations
                .list(
                        "workshopId = ?1 and state = ?2 and expiresAt > ?3 order by id",
                        workshop.id(),
                        InvitationState.INVITED,
                        now)
                .forEach(invitation -> facts.fire(InvitationFact.moved(invitation, now)));
    }
}
