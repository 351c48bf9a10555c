/** Tests of the suggestion. */
package eu.urbact.infocus.registration.suggestion;
