/**
 * Calls for everybody, and their keeping for organisers.
 */
package eu.urbact.infocus.registration.call.rest;
