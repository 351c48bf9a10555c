/**
 * Decisions that are prepared before anybody is told. Organisers stage them one by one or many at once, look at the room as it would
 * be, take back what they do not mean, and release the rest together: only then seats are taken and mails are sent. What somebody
 * else has staged is not overwritten unseen.
 */
package eu.urbact.infocus.registration.staging;
