package eu.urbact.infocus.registration.applicationimport.rest;

import com.fasterxml.jackson.annotation.JsonProperty;

/**
 * What is wrong with a line of the file.
 *
 * @param line counted from 1, the header included; 0 for the whole file
 * @param column key of the column, or null when it is about the whole line
 * @param message how to mend it; never the value itself
 */
record LineError(long line, String column, String message) {

    /** The place in words, under the name that every problem of this service uses. */
    @JsonProperty("field")
    String field() {
        if (line == 0) {
            return "file";
        }
        return column == null ? "line " + line : "line " + line + ", " + column;
    }
}
