/**
 * Applications that reached the organisers another way, on paper or in a mail, come in as a table whose columns are those of the export.
 * They are decided like all others: an import takes no seat.
 */
package eu.urbact.infocus.registration.applicationimport;
