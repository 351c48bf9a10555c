/** The life of a mail: its rules without a container, and the whole path on real servers. */
package eu.urbact.infocus.notification.mail;
