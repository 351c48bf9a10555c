/**
 * The mail as a row. A fact queues a mail once; a sender claims it, notes durably when it is about to hand it over, and records how that
 * ended. Whatever is killed at whatever moment, a mail is sent once or is visibly unclear: never silently twice, never silently lost.
 */
package eu.urbact.infocus.notification.mail;
