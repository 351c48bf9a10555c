package eu.urbact.infocus.portal.shell;

import java.net.URI;
import jakarta.enterprise.context.ApplicationScoped;

import org.eclipse.microprofile.config.inject.ConfigProperty;

/**
 * Where the public finds the portal, as it is configured: what a request says about that is up to whoever sends it, so nothing that is copied and
 * quoted may rest on it.
 */
@ApplicationScoped
public class PortalAddress {

    private final URI base;

    PortalAddress(@ConfigProperty(name = "infocus.portal.base-url") URI base) {
        this.base = base;
    }

    /** The address with a slash at its end. */
    public String withSlash() {
        return base.toString().replaceFirst("/*$", "/");
    }

    /** The address itself. */
    public URI uri() {
        return base;
    }
}
