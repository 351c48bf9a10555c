/**
 * The one thing another service may ask synchronously: name, address, language and link of the people a mail
 * goes to, at the moment it is sent, so that no event needs to carry them. For mails about a whole call, which go to its organisers, it
 * says what waits for them.
 */
package eu.urbact.infocus.registration.recipient;
