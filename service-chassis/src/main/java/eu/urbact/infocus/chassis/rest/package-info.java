/**
 * What every resource needs and none should write again: pages, entity tags, idempotency keys.
 */
package eu.urbact.infocus.chassis.rest;
