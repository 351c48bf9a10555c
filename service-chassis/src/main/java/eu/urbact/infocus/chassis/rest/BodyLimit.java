package eu.urbact.infocus.chassis.rest;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import jakarta.ws.rs.core.HttpHeaders;

import io.quarkiverse.resteasy.problem.HttpProblem;
import io.quarkus.runtime.configuration.MemorySize;
import io.quarkus.vertx.http.runtime.filters.Filters;
import io.vertx.core.json.JsonObject;
import io.vertx.ext.web.RoutingContext;
import org.eclipse.microprofile.config.inject.ConfigProperty;

import eu.urbact.infocus.chassis.problem.CommonProblem;
import eu.urbact.infocus.chassis.problem.ProblemType;
import eu.urbact.infocus.chassis.problem.Problems;

/** Refuses a body that is said to be too large, as a problem; the server's own limit, which comes next, would refuse it without a word. */
@ApplicationScoped
class BodyLimit {

    /** Before the server's own, and after nothing. */
    private static final int FIRST = 1_000;

    private final long most;

    BodyLimit(@ConfigProperty(name = "quarkus.http.limits.max-body-size") MemorySize most) {
        this.most = most.asLongValue();
    }

    void register(@Observes Filters filters) {
        filters.register(this::check, FIRST);
    }

    private void check(RoutingContext context) {
        if (!isTooLarge(context.request().getHeader(HttpHeaders.CONTENT_LENGTH))) {
            context.next();
            return;
        }
        ProblemType type = CommonProblem.TOO_LARGE;
        context.response()
                .setStatusCode(type.status())
                .putHeader(HttpHeaders.CONTENT_TYPE, HttpProblem.MEDIA_TYPE.toString())
                // what comes yet is not read
                .putHeader("Connection", "close")
                .end(new JsonObject()
                        .put("type", Problems.uri(type).toString())
                        .put("title", type.title())
                        .put("status", type.status())
                        .put("detail", "At most %d bytes are taken.".formatted(most))
                        .encode());
    }

    private boolean isTooLarge(String length) {
        return length != null && length.matches("\\d{1,18}") && Long.parseLong(length) > most;
    }
}
