package eu.urbact.infocus.directory.referenceimport;

import eu.urbact.infocus.chassis.yaml.Place;

/**
 * An entry names another one, which has to exist.
 *
 * @param kind kind of the named entry
 * @param code its id or code
 * @param place where it is named
 */
record Mention(Kind kind, String code, Place place) {}
