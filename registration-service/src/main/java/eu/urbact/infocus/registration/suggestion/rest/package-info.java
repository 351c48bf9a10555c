/**
 * The proposal and its goals, for organisers; the rule behind it, for everybody.
 */
package eu.urbact.infocus.registration.suggestion.rest;
