/**
 * What several organisers think of an application before they decide: one vote each, which can be changed, and comments, which stay
 * as they were written. The votes feed the suggestion; neither is ever shown to the person or to a partner city.
 */
package eu.urbact.infocus.registration.review;
