/**
 * Staging, the room as it would be, and release; for organisers.
 */
package eu.urbact.infocus.registration.staging.rest;
