/**
 * Applying, for everybody; the own delegation, for partner cities; the admission desk, for organisers.
 */
package eu.urbact.infocus.registration.application.rest;
