package eu.urbact.infocus.registration.selfservice;

import jakarta.validation.constraints.Size;

import io.smallrye.config.ConfigMapping;

/** Signed links. */
@ConfigMapping(prefix = "infocus.self-service")
public interface LinkConfig {

    /** The key that links are signed with, at least 32 characters. Changing it revokes every link that is out there. */
    @Size(min = 32)
    String secret();
}
