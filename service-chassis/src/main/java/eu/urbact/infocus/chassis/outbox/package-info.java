/**
 * Facts leave a service only through here: the row is written in the business transaction, the relay sends
 * it to Kafka until the broker has acknowledged it. So a fact is published exactly when its transaction
 * committed, and a stopped broker stops nobody from working.
 */
package eu.urbact.infocus.chassis.outbox;
