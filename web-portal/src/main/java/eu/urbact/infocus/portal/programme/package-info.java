/**
 * The programme as a list grouped by day and start time, because that is what can be read on a phone and on paper.
 */
package eu.urbact.infocus.portal.programme;
