/**
 * The organisers' view of events that have not taken effect: look, try again, give up. Every step is audited.
 */
package eu.urbact.infocus.chassis.inbox.rest;
