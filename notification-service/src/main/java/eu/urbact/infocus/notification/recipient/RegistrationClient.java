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

    /**
     * What there is.
     *
     * @param recipients those that exist; an application that is missing here was erased
     * @param erased what organisers may go on being told about applications whose people were erased; null from a service that does not say
     */
    @JsonIgnoreProperties(ignoreUnknown = true)
    record Answer(List<Recipient> recipients, List<Erased> erased) {}

    /** The application of nobody any more: the workshop, and the page on which organisers decide about it. */
    @JsonIgnoreProperties(ignoreUnknown = true)
    record Erased(UUID applicationId, String link, Recipient.Workshop workshop) {}
}
