/**
 * What happens to offers, told to other services without a word about the person.
 */
package eu.urbact.infocus.registration.waitinglist.events;
