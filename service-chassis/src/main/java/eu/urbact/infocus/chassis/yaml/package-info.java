/**
 * Reads files that people write by hand, strictly: YAML is only taken apart into nodes, never turned into objects by
 * itself, so a file can make nothing happen. Every field is asked for by name, what is left over is a note, and all notes
 * of a file come from one reading, each with line, column and field. One reader for all services, so that a file is
 * refused for the same reasons everywhere.
 */
package eu.urbact.infocus.chassis.yaml;
