/**
 * Writing an application page by page, without an account.
 */
package eu.urbact.infocus.registration.draft.rest;
