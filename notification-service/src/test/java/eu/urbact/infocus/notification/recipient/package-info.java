/** Tests of what has to be known before recipients can be looked up. */
package eu.urbact.infocus.notification.recipient;
