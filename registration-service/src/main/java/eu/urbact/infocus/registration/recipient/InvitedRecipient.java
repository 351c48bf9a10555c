package eu.urbact.infocus.registration.recipient;

import eu.urbact.infocus.registration.delegation.Invitation;
import eu.urbact.infocus.registration.programmeview.Workshop;

/**
 * Whom an invitation's mails go to.
 *
 * @param link opens the invitation, and nothing else
 */
public record InvitedRecipient(Invitation invitation, Workshop workshop, String link) {}
