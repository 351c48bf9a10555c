package eu.urbact.infocus.chassis.rest;

import java.util.List;
import java.util.Locale;
import java.util.Objects;
import jakarta.ws.rs.container.ContainerResponseContext;
import jakarta.ws.rs.core.HttpHeaders;

import org.jboss.resteasy.reactive.server.ServerResponseFilter;

/** Says of answers that a cache may keep that they come packed or not, as the client asks, so that it gives nobody what they cannot read. */
class PackedAnswers {

    /** Behind {@link PersonalAnswers}, the lowest number being last. */
    private static final int LAST = 0;

    @ServerResponseFilter(priority = LAST)
    void varyWithPacking(ContainerResponseContext response) {
        if (!says(response, HttpHeaders.CACHE_CONTROL, "no-store")
                && !says(response, HttpHeaders.VARY, HttpHeaders.ACCEPT_ENCODING)) {
            response.getHeaders().add(HttpHeaders.VARY, HttpHeaders.ACCEPT_ENCODING);
        }
    }

    private static boolean says(ContainerResponseContext response, String header, String word) {
        return response.getHeaders().getOrDefault(header, List.of()).stream()
                .map(value -> Objects.toString(value, "").toLowerCase(Locale.ROOT))
                .anyMatch(value -> value.contains(word.toLowerCase(Locale.ROOT)));
    }
}
