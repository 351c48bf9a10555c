package eu.urbact.infocus.event.programme.rest;

import jakarta.enterprise.context.ApplicationScoped;

import eu.urbact.infocus.chassis.security.Caller;
import eu.urbact.infocus.event.programme.Reader;

/** Tells from the token who is reading. Whoever belongs to no city and is no organiser reads like everybody. */
@ApplicationScoped
class CurrentReader {

    private final Caller caller;

    CurrentReader(Caller caller) {
        this.caller = caller;
    }

    Reader get() {
        return new Reader(!caller.cities().isEmpty(), caller.isOrganiser());
    }
}
