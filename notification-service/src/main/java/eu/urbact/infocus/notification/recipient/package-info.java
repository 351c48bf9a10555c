/**
 * Whom a mail is for. Name, address, language and link belong to registration-service; they are asked for at the moment of sending and
 * forgotten with it. A person who was erased in between is simply not there any more, and gets no mail.
 */
package eu.urbact.infocus.notification.recipient;
