/**
 * What every resource needs and none should write again: pages, entity tags, idempotency keys, and the refusal of bodies that are too large
 * and of filters that a list does not know or gets twice.
 */
package eu.urbact.infocus.chassis.rest;
