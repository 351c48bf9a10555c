/**
 * Applications that reached the organisers another way are brought in from a file or by pasting a table, with a report for each line.
 */
package eu.urbact.infocus.portal.applicationimport;
