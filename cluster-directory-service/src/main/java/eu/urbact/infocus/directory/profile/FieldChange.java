package eu.urbact.infocus.directory.profile;

import java.util.List;

/**
 * A field that somebody changed.
 *
 * @param field name of the field
 * @param before what was there, or null when that is not kept
 * @param after what is there since, or null when that is not kept
 */
public record FieldChange(String field, String before, String after) {

    /**
     * All fields of one change, as one value in the database.
     *
     * @param items field by field
     */
    record Fields(List<FieldChange> items) {}
}
