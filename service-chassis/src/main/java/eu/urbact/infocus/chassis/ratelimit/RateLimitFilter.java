package eu.urbact.infocus.chassis.ratelimit;

import java.util.List;
import java.util.Optional;
import jakarta.ws.rs.container.ContainerRequestContext;
import jakarta.ws.rs.container.ContainerResponseContext;
import jakarta.ws.rs.core.Response;

import io.github.bucket4j.TimeMeter;
import io.micrometer.core.instrument.MeterRegistry;
import io.quarkus.vertx.http.runtime.CurrentVertxRequest;
import io.vertx.core.http.HttpServerRequest;
import org.jboss.resteasy.reactive.server.ServerRequestFilter;
import org.jboss.resteasy.reactive.server.ServerResponseFilter;

import eu.urbact.infocus.chassis.problem.Problems;

/** Answers 429 to a source that has asked too often, before anything is looked up. */
class RateLimitFilter {

    private static final String COUNTED = RateLimitFilter.class.getName();

    private record Counted(List<RateLimits.Limit> limits, String source) {}

    private final RateLimits limits;
    private final ClientAddress addresses;
    private final CurrentVertxRequest current;
    private final MeterRegistry metrics;

    RateLimitFilter(RateLimitConfig config, CurrentVertxRequest current, MeterRegistry metrics) {
        this.limits = new RateLimits(
                config.limits().entrySet().stream()
                        .map(entry -> new RateLimits.Limit(
                                entry.getKey(),
                                entry.getValue().paths(),
                                entry.getValue().method().orElse(null),
                                entry.getValue().counts(),
                                entry.getValue().allowed(),
                                entry.getValue().per()))
                        .toList(),
                TimeMeter.SYSTEM_NANOTIME);
        this.addresses = new ClientAddress(config.trustedProxies());
        this.current = current;
        this.metrics = metrics;
    }

    @ServerRequestFilter(preMatching = true)
    Optional<Response> arrived(ContainerRequestContext request) {
        // as the operation is found by it, however the address is spelt; the address itself may have an encoded dot
        // segment
        List<RateLimits.Limit> about =
                limits.about(request.getMethod(), request.getUriInfo().getPath());
        if (about.isEmpty()) {
            return Optional.empty();
        }
        HttpServerRequest http = current.getCurrent().request();
        String source = addresses.source(
                http.remoteAddress().hostAddress(), http.headers().getAll("X-Forwarded-For"));
        Optional<RateLimits.Exceeded> exceeded = limits.arrived(about, source);
        if (exceeded.isPresent()) {
            metrics.counter("rate_limited", "limit", exceeded.get().limit().name())
                    .increment();
            return exceeded.map(limit -> Problems.tooMany(limit.comeBackIn()).toResponse());
        }
        request.setProperty(COUNTED, new Counted(about, source));
        return Optional.empty();
    }

    @ServerResponseFilter
    void answered(ContainerRequestContext request, ContainerResponseContext response) {
        if (response.getStatus() == Response.Status.NOT_FOUND.getStatusCode()
                && request.getProperty(COUNTED) instanceof Counted counted) {
            limits.notFound(counted.limits(), counted.source());
        }
    }
}
