/**
 * What every resource needs and none should write again: pages, entity tags, idempotency keys, the reading of what a client accepts,
 * keeping what is for one caller, and refusals, out of caches, and the refusal of bodies that are too large or in another form than JSON and of filters that a list does
 * not know or gets twice; and the description, in the OpenAPI document, of the refusals that follow from what an operation takes, in schemas
 * that say what the code means.
 */
package eu.urbact.infocus.chassis.rest;
