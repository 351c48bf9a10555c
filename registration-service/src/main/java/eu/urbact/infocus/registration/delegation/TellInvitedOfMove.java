package eu.urbact.infocus.registration.delegation;

import java.time.Clock;
import java.time.Instant;
import java.util.Set;
import java.util.UUID;
import jakarta.annotation.Priority;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Event;
import jakarta.enterprise.event.Observes;
import jakarta.interceptor.Interceptor;

import eu.urbact.infocus.registration.programmeview.Workshop;
import eu.urbact.infocus.registration.programmeview.WorkshopAnnounced;
import eu.urbact.infocus.registration.programmeview.Workshops;

/**
 * Whoever can still answer an invitation is told when and where the workshop is now. Whoever has less time than was said is told by how long they
 * have ({@link FollowClosing}): one mail for one move.
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

    /**
     * Not once the workshop has begun: then every invitation ends, which is told.
     *
     * @param announced after the call has followed the workshop, as the end of an invitation follows the call
     */
    void tell(@Observes @Priority(Interceptor.Priority.LIBRARY_AFTER) WorkshopAnnounced announced) {
        Workshop workshop = workshops.findById(announced.workshopId());
        Instant now = clock.instant();
        if (!announced.moved() || !now.isBefore(workshop.startsAt())) {
            return;
        }
        Set<UUID> endingEarlier = Set.copyOf(invitations.endingEarlier(now));
        invitations
                .list(
                        "workshopId = ?1 and state = ?2 and expiresAt > ?3 order by id",
                        workshop.id(),
                        InvitationState.INVITED,
                        now)
                .stream()
                .filter(invitation -> !endingEarlier.contains(invitation.id()))
                .forEach(invitation -> facts.fire(InvitationFact.moved(invitation, now)));
    }
}
