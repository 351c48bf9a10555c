/**
 * What others must know about logistics, told without a word about the person.
 */
package eu.urbact.infocus.registration.logistics.events;
