package eu.urbact.infocus.portal.shell.services;

import jakarta.ws.rs.GET;
import jakarta.ws.rs.HeaderParam;
import jakarta.ws.rs.PUT;
import jakarta.ws.rs.Path;

import org.eclipse.microprofile.rest.client.annotation.RegisterProvider;
import org.eclipse.microprofile.rest.client.inject.RegisterRestClient;

/** registration-service: the own answers, by the personal link. */
@RegisterRestClient(configKey = "registration")
@RegisterProvider(RefusalMapper.class)
@Path("/api/v1/self-service/answers")
public interface AnswersClient {

    /** The own answers, and what can be answered now. */
    @GET
    OwnAnswers show(
            @HeaderParam("Application-Link") String token, @HeaderParam("X-Forwarded-For") String clientAddress);

    /** Answers what can be answered now; what is left out is open again. */
    @PUT
    OwnAnswers put(
            @HeaderParam("Application-Link") String token,
            @HeaderParam("X-Forwarded-For") String clientAddress,
            OwnAnswers.Given given);
}
