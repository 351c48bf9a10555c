/**
 * What happens when something does not work: every refusal, missing page and outage becomes a page that says what it means for the
 * reader and what to do next.
 */
package eu.urbact.infocus.portal.shell.errors;
