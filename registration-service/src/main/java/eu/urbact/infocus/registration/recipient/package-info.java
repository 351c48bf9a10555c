/**
 * The one thing another service may ask synchronously: name, address, language and link of the people a mail
 * goes to, at the moment it is sent, so that no event needs to carry them.
 */
package eu.urbact.infocus.registration.recipient;
