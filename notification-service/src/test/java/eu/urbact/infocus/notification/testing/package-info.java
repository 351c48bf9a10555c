/** What this service's neighbours do in its tests: a mail server, and a stand-in for registration-service's look-up. */
package eu.urbact.infocus.notification.testing;
