package eu.urbact.infocus.chassis.problem;

/**
 * What is wrong with one field, said so that the person can mend it.
 *
 * @param field the field's path in the request, e.g. {@code email} or {@code buckets[2].limit}
 * @param message how to mend it; never the value itself
 */
public record FieldError(String field, String message) {}
