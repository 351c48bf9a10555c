/**
 * What happens to invitations, told without a word about the person.
 */
package eu.urbact.infocus.registration.delegation.events;
