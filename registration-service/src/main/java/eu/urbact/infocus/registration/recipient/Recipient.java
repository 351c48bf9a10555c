package eu.urbact.infocus.registration.recipient;

import eu.urbact.infocus.registration.application.Application;
import eu.urbact.infocus.registration.programmeview.Workshop;

/**
 * Whom a mail goes to.
 *
 * @param link opens the person's own application, and nothing else
 */
public record Recipient(Application application, Workshop workshop, String link) {}
