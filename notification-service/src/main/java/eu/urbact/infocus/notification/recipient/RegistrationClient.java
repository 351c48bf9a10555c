package eu.urbact.infocus.notification.recipient;

import java.util.List;
import java.util.UUID;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;

import com.fasterxml.jackson.annotation.JsonIgnoreProperties;
import io.quarkus.oidc.client.filter.OidcClientFilter;
import org.eclipse.microprofile.rest.client.inject.RegisterRestClient;

/** The one synchronous call to a neighbour: registration-service's internal look-up, with a token of this service's own account. */
@RegisterRestClient(configKey = "registration")
@OidcClientFilter
@Path("/api/v1/internal/recipients")
interface RegistrationClient {

    @POST
    Answer find(Question question);

    /** The applications asked for. */
    record Question(List<UUID> applicationIds) {}

    /** The recipients that exist; an application that is missing here was erased. */
    @JsonIgnoreProperties(ignoreUnknown = true)
    record Answer(List<Recipient> recipients) {}
}
