/** How far a conversation with a mail server got, against servers that misbehave at each step. */
package eu.urbact.infocus.notification.smtp;
