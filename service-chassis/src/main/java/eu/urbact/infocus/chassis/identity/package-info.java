/**
 * Identifiers are made once, by us, and sort by the time they were made. Fingerprints tell whether something is the same as before.
 */
package eu.urbact.infocus.chassis.identity;
