package eu.urbact.infocus.portal.shell.services;

import java.util.Collections;
import java.util.HashMap;
import java.util.Map;

/** In which zone the times of something are told: always that of the place it is about. */
public final class Zones {

    private final Map<String, String> byId;

    Zones(Map<String, String> byId) {
        this.byId = Collections.unmodifiableMap(new HashMap<>(byId));
    }

    /** IANA name of the zone; empty when it is not known, times are then told in the zone of the network. */
    public String of(String id) {
        String zone = byId.get(id);
        return zone == null ? "" : zone;
    }
}
