package eu.urbact.infocus.directory.reference.rest;

import java.util.List;

/**
 * A whole taxonomy; it is small, so it is not paged.
 *
 * @param items all entries in their order
 * @param <T> an entry
 */
record Listing<T>(List<T> items) {}
