/**
 * Facts of other services enter through here, once each and in order per key. What cannot be read goes to
 * the dead-letter topic, what cannot be applied is parked together with its successors while other keys go on,
 * and a dependency that is down is waited for.
 */
package eu.urbact.infocus.chassis.inbox;
