/**
 * Words and times on pages: the message bundle that other languages can be added to, and times that always carry their zone.
 */
package eu.urbact.infocus.portal.shell.text;
