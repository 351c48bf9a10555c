package eu.urbact.infocus.portal.apply;

import eu.urbact.infocus.portal.shell.services.Workshop;

/** Stands in for a workshop that event-service cannot tell about: enough to apply, with nothing made up. */
final class Fallback {

    private Fallback() {}

    static Workshop workshop(String slug) {
        return new Workshop(
                null,
                slug,
                "Workshop",
                null,
                null,
                null,
                null,
                null,
                null,
                null,
                null,
                false,
                null,
                null,
                null,
                null,
                null,
                null,
                null);
    }
}
