package eu.urbact.infocus.directory.referenceimport;

import eu.urbact.infocus.chassis.yaml.Place;

/**
 * Something that was read, and where.
 *
 * @param place where
 * @param value what
 * @param <T> what it is
 */
record Placed<T>(Place place, T value) {}
