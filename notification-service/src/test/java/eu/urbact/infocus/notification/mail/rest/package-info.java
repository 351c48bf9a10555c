/** Who may see and change the delivery log, and what is refused. */
package eu.urbact.infocus.notification.mail.rest;
