/**
 * A person's application, from submission to admission, waiting list, refusal or withdrawal. People decide;
 * this package makes sure that what they decide is possible, explained and told.
 */
package eu.urbact.infocus.registration.application;
