/** What the mails say, word for word where it matters. */
package eu.urbact.infocus.notification.template;
