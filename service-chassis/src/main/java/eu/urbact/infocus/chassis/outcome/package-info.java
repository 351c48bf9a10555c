/**
 * A refusal is a result that the caller has to look at, not an exception that somebody may forget to catch.
 */
package eu.urbact.infocus.chassis.outcome;
