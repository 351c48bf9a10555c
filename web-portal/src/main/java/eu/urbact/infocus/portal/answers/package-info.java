/**
 * The own answers to the questions of a call, behind the personal link: those of the application as long as it can be changed, and what is
 * asked of people who have a place.
 */
package eu.urbact.infocus.portal.answers;
