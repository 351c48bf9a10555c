package eu.urbact.infocus.portal.shell.services;

import java.time.Instant;
import java.util.List;

/** A request for other places, as organisers see it. */
public record ChangeRequest(
        String id,
        String applicationId,
        String givenName,
        String familyName,
        String cityId,
        String state,
        List<NewLogistics.Choice> has,
        List<NewLogistics.Choice> wanted,
        String message,
        Instant requestedAt,
        long version) {

    /** Completes what a service left out. */
    public ChangeRequest {
        has = has == null ? List.of() : has;
        wanted = wanted == null ? List.of() : wanted;
    }

    /** Given and family name. */
    public String name() {
        return givenName + " " + familyName;
    }

    @Override
    public String toString() {
        return "ChangeRequest[" + id + "]";
    }
}
