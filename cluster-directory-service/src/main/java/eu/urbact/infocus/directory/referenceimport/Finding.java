package eu.urbact.infocus.directory.referenceimport;

/**
 * Something that is wrong in a file.
 *
 * @param line from 1
 * @param column from 1
 * @param field path of the field, empty when the file as a whole is meant
 * @param message what is wrong, in words
 */
public record Finding(int line, int column, String field, String message) {}
