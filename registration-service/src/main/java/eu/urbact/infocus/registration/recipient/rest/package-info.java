/**
 * The look-up, for service accounts with the scope for it.
 */
package eu.urbact.infocus.registration.recipient.rest;
