/**
 * A programme comes from a file: written by hand in YAML, checked as a whole, and taken over completely or not at
 * all. Everything that is wrong is said with its line and column.
 */
package eu.urbact.infocus.event.programmeimport;
