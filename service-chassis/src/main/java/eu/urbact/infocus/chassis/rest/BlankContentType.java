package eu.urbact.infocus.chassis.rest;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import jakarta.ws.rs.core.HttpHeaders;

import io.quarkus.vertx.http.runtime.filters.Filters;
import io.vertx.ext.web.RoutingContext;

/** Takes a content type that says nothing for none, before anything tries to read it. */
@ApplicationScoped
class BlankContentType {

    /** Before whatever looks at the header. */
    private static final int EARLY = 900;

    void register(@Observes Filters filters) {
        filters.register(BlankContentType::mend, EARLY);
    }

    private static void mend(RoutingContext context) {
        String type = context.request().getHeader(HttpHeaders.CONTENT_TYPE);
        if (type != null && type.isBlank()) {
            context.request().headers().remove(HttpHeaders.CONTENT_TYPE);
        }
        context.next();
    }
}
