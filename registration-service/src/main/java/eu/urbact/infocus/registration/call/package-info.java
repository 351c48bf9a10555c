/**
 * A call for participation invites to one workshop: who should come, until when, what is offered, how large
 * the room is.
 */
package eu.urbact.infocus.registration.call;
