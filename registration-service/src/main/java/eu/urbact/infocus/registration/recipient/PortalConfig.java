package eu.urbact.infocus.registration.recipient;

import java.net.URI;

import io.smallrye.config.ConfigMapping;

/** Where people find the portal. */
@ConfigMapping(prefix = "infocus.portal")
public interface PortalConfig {

    /** The portal's address as people see it, without a slash at the end, e.g. {@code https://infocus.example.org}. */
    URI baseUrl();
}
