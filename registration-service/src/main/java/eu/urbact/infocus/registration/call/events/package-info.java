/**
 * A call's opening and closing, told to other services.
 */
package eu.urbact.infocus.registration.call.events;
