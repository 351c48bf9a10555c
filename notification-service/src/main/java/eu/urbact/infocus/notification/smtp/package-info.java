/**
 * Handing one message to the mail server, and saying afterwards exactly how far it got. Nobody can know whether a message was accepted
 * once the final dot is sent and the reply is missing; everything before that point is known. This feature keeps the two apart and knows
 * nothing about workshops, rows or retries.
 */
package eu.urbact.infocus.notification.smtp;
