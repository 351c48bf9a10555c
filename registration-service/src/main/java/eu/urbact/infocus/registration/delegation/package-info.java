/**
 * A partner city fills its reserved seats: it invites people by mail address, sees how far they are, and sends somebody else when one
 * cannot come. It sees its own people only.
 */
package eu.urbact.infocus.registration.delegation;
