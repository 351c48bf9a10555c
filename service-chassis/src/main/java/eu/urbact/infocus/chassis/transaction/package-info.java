/**
 * What a transaction writes and nobody reads in it: it goes to the database in one round trip instead of many.
 */
package eu.urbact.infocus.chassis.transaction;
