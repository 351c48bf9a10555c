package eu.urbact.infocus.portal.shell;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;

import io.quarkus.micrometer.runtime.binder.vertx.HttpRequestMetric;
import io.quarkus.vertx.http.runtime.filters.Filters;
import io.vertx.ext.web.RoutingContext;

/**
 * Requests for which there is no page are measured together: each address would be a time series of its own otherwise, and anybody can make up as many as
 * they like. Pages are measured by the form of their address, files of the look as one. With what has no page goes what is refused before a page is looked
 * for, as a form that another site sends.
 *
 * <p>The services' chassis has one for its addresses; a change of how it is done belongs in both.
 */
@ApplicationScoped
class UnknownAddresses {

    /** Before everything that may answer. */
    private static final int FIRST = 2_000;

    /** What is no page and still known. */
    private static final String OPERATIONS = "/q/";

    private static final String ASSETS = "/assets";
    private static final String ALL = "/unknown";

    void register(@Observes Filters filters) {
        filters.register(this::name, FIRST);
    }

    private void name(RoutingContext context) {
        String path = context.request().path();
        if (path != null && !path.startsWith(OPERATIONS)) {
            HttpRequestMetric metric = HttpRequestMetric.getRequestMetric(context);
            if (metric != null) {
                metric.setTemplatePath(path.startsWith(ASSETS + "/") ? ASSETS : ALL);
            }
        }
        context.next();
    }
}
