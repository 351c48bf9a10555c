package eu.urbact.infocus.portal.shell.services;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.ws.rs.client.ClientRequestContext;
import jakarta.ws.rs.client.ClientRequestFilter;
import jakarta.ws.rs.ext.Provider;

import io.quarkus.arc.Arc;
import io.quarkus.vertx.http.runtime.CurrentVertxRequest;
import io.vertx.core.net.SocketAddress;
import io.vertx.ext.web.RoutingContext;

/**
 * Tells every service where the request comes from that a page is made for, so that whoever asks too often is slowed down and not the
 * portal, with it everybody. Whatever a browser writes into this header is not passed on.
 */
@Provider
@ApplicationScoped
public class ForwardedFor implements ClientRequestFilter {

    private static final String HEADER = "X-Forwarded-For";

    private final CurrentVertxRequest current;

    ForwardedFor(CurrentVertxRequest current) {
        this.current = current;
    }

    @Override
    public void filter(ClientRequestContext outgoing) {
        RoutingContext incoming = Arc.container().requestContext().isActive() ? current.getCurrent() : null;
        SocketAddress browser = incoming == null ? null : incoming.request().remoteAddress();
        if (browser != null && browser.hostAddress() != null) {
            outgoing.getHeaders().putSingle(HEADER, browser.hostAddress());
        }
    }
}
