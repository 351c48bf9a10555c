/**
 * The own answers, by the personal link.
 */
package eu.urbact.infocus.registration.question.rest;
