package eu.urbact.infocus.registration.recipient;

import eu.urbact.infocus.registration.application.Application;
import eu.urbact.infocus.registration.programmeview.Workshop;

/**
 * Whom a mail goes to.
 *
 * @param link opens the person's own application, and nothing else
 * @param ticket address behind the code that is shown at the door; null without a place
 */
public record Recipient(Application application, Workshop workshop, String link, String ticket) {}
