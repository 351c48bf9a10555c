/** Tests of what is written together at the end of a transaction. */
package eu.urbact.infocus.chassis.transaction;
