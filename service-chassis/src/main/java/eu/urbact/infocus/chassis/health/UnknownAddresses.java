package eu.urbact.infocus.chassis.health;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;

import io.quarkus.micrometer.runtime.binder.vertx.HttpRequestMetric;
import io.quarkus.vertx.http.runtime.filters.Filters;
import io.vertx.ext.web.RoutingContext;

/**
 * Requests for which there is no operation are measured together: each address would be a time series of its own otherwise, and anybody can make up as
 * many as they like. What an operation is found for is measured by the form of its address. With what has no operation goes what is refused before one is
 * looked for: callers who do not say who they are (401), and those who ask too often (429).
 *
 * <p>The portal has one for its addresses; a change of how it is done belongs in both.
 */
@ApplicationScoped
class UnknownAddresses {

    /** Before everything that may answer. */
    private static final int FIRST = 2_000;

    private static final String API = "/api/";
    private static final String ALL = "/unknown";

    void register(@Observes Filters filters) {
        filters.register(this::name, FIRST);
    }

    private void name(RoutingContext context) {
        String path = context.request().path();
        if (path != null && path.startsWith(API)) {
            HttpRequestMetric metric = HttpRequestMetric.getRequestMetric(context);
            if (metric != null) {
                metric.setTemplatePath(ALL);
            }
        }
        context.next();
    }
}
