/**
 * Telling people. A fact that concerns a person becomes a row, the row becomes a mail that is handed to the mail server once, and what
 * happened to it can be looked up. Addresses are asked for at the moment of sending and are not kept.
 */
package eu.urbact.infocus.notification;
