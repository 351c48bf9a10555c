package eu.urbact.infocus.registration.recipient;

import java.util.UUID;

import eu.urbact.infocus.registration.programmeview.Workshop;

/**
 * Nobody any more. Organisers may still have to be told something about the application, such as that a place was given up.
 *
 * @param link opens the workshop's admission desk, for organisers who are signed in
 */
public record ErasedRecipient(UUID applicationId, Workshop workshop, String link) {}
