/**
 * Votes and comments, for organisers.
 */
package eu.urbact.infocus.registration.review.rest;
