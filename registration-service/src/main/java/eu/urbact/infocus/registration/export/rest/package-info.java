/**
 * Downloads for organisers.
 */
package eu.urbact.infocus.registration.export.rest;
