/** Puts the facts of this feature on the topic, in the shape that the contracts promise. */
package eu.urbact.infocus.event.programme.events;
