package eu.urbact.infocus.directory.opendata;

import io.smallrye.config.ConfigMapping;
import io.smallrye.config.WithDefault;

/** Where the public pages are. The addresses of concepts, clusters and data sets lie below it. */
@ConfigMapping(prefix = "infocus.portal")
interface PortalConfig {

    /**
     * Address of the portal as the public sees it, without a slash at its end.
     *
     * @return such as {@code https://infocus.example.eu}
     */
    @WithDefault("http://localhost:8080")
    String baseUrl();
}
