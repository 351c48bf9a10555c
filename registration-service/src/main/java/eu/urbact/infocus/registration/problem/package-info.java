/**
 * The refusals of this service, in one catalogue.
 */
package eu.urbact.infocus.registration.problem;
