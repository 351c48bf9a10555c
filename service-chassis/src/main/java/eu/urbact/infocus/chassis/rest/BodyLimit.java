package eu.urbact.infocus.chassis.rest;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import jakarta.ws.rs.core.HttpHeaders;

import io.quarkiverse.resteasy.problem.HttpProblem;
import io.quarkus.runtime.configuration.MemorySize;
import io.quarkus.vertx.http.runtime.VertxHttpRecorder;
import io.quarkus.vertx.http.runtime.filters.Filters;
import io.vertx.core.json.JsonObject;
import io.vertx.ext.web.RoutingContext;
import org.eclipse.microprofile.config.inject.ConfigProperty;

import eu.urbact.infocus.chassis.problem.CommonProblem;
import eu.urbact.infocus.chassis.problem.ProblemType;
import eu.urbact.infocus.chassis.problem.Problems;

/**
 * Refuses a body that is said to be too large, as a problem; the server's own limit, which comes next, would refuse it without a word. The
 * same limit would end an answer in the middle of a body that says nothing of its length: {@link BodyReading} comes before it.
 */
@ApplicationScoped
class BodyLimit {

    /** What is said to whoever sent more. */
    static final String AT_MOST = "At most %d bytes are taken.";

    /** Before the server's own, and after nothing. */
    private static final int FIRST = 1_000;

    /** After the server's own, and before what reads bodies. */
    private static final int BEFORE_READING = 1;

    private final long most;

    BodyLimit(@ConfigProperty(name = "quarkus.http.limits.max-body-size") MemorySize most) {
        this.most = most.asLongValue();
    }

    void register(@Observes Filters filters) {
        filters.register(this::check, FIRST);
        filters.register(this::moveServerLimit, BEFORE_READING);
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
                        .put("detail", AT_MOST.formatted(most))
                        .encode());
    }

    private boolean isTooLarge(String length) {
        return length != null && length.matches("\\d{1,18}") && Long.parseLong(length) > most;
    }

    /** It counts what has come, which is ahead of what was read. */
    private void moveServerLimit(RoutingContext context) {
        if (context.get(VertxHttpRecorder.MAX_REQUEST_SIZE_KEY) != null) {
            context.put(VertxHttpRecorder.MAX_REQUEST_SIZE_KEY, 2 * most);
        }
        context.next();
    }
}
