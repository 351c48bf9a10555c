/**
 * Identifiers are made once, by us, and sort by the time they were made.
 */
package eu.urbact.infocus.chassis.identity;
