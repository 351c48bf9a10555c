package eu.urbact.infocus.notification.mail;

import java.util.UUID;

/** A mail waits to be sent. Stays inside this service: it wakes the sender when the transaction has committed. */
record MailQueued(UUID mailId) {}
