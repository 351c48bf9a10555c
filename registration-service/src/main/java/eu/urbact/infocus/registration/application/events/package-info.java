/**
 * What happens to an application, told to other services without a word about the person.
 */
package eu.urbact.infocus.registration.application.events;
