/** Facts of registration-service come in and become mails; facts about mails go out. Nothing here decides anything. */
package eu.urbact.infocus.notification.mail.events;
