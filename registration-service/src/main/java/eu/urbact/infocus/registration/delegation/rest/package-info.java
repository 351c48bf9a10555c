/**
 * The delegation over HTTP: for the city, for the invited person and for the organisers.
 */
package eu.urbact.infocus.registration.delegation.rest;
