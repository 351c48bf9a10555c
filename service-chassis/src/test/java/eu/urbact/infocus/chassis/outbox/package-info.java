/** Tests of what the main package of the same name promises, on real servers. */
package eu.urbact.infocus.chassis.outbox;
