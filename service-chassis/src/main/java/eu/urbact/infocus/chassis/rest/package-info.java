/**
 * What every resource needs and none should write again: pages, entity tags, idempotency keys, and the refusal of filters that a list does
 * not know.
 */
package eu.urbact.infocus.chassis.rest;
