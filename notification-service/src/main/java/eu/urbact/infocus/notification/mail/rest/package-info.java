/** The delivery log for organisers: what was written, what became of it, and what they can do about a mail that is stuck. */
package eu.urbact.infocus.notification.mail.rest;
