package eu.urbact.infocus.portal.apply;

import java.util.List;

import eu.urbact.infocus.portal.shell.services.Call;
import eu.urbact.infocus.portal.shell.services.Workshop;

/** Stands in for what a service that is down cannot tell: enough to go on writing, with nothing made up. */
final class Fallback {

    private Fallback() {}

    static Call call(String slug) {
        return new Call(
                null, null, slug, null, null, null, null, null, null, null, null, null, List.of(), List.of(), true,
                List.of(), false, null, 0, null);
    }

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
                null,
                null);
    }
}
