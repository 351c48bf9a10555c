/**
 * What others must know about rooms, told without a word about the person.
 */
package eu.urbact.infocus.registration.hotel.events;
