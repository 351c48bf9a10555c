package eu.urbact.infocus.directory.matchmaking.rest;

import eu.urbact.infocus.directory.matching.Measure;

/** The lenses under which two clusters are looked at, as they are asked for. */
final class Lens {

    static final String PATTERN = "alliance|cross-innovation";
    static final String HINT = "must be alliance or cross-innovation";
    static final String SCOPES = "network|all";
    static final String SCOPE_HINT = "must be network or all";

    private Lens() {}

    static Measure of(String name) {
        return name.equals("alliance") ? Measure.ALLIANCE : Measure.CROSS_INNOVATION;
    }
}
