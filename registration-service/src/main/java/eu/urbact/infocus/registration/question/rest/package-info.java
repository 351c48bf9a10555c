/**
 * Answering after admission.
 */
package eu.urbact.infocus.registration.question.rest;
