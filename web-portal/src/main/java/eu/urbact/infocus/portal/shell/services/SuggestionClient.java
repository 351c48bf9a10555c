package eu.urbact.infocus.portal.shell.services;

import jakarta.ws.rs.GET;
import jakarta.ws.rs.HeaderParam;
import jakarta.ws.rs.PUT;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.QueryParam;

import org.eclipse.microprofile.rest.client.annotation.RegisterProvider;
import org.eclipse.microprofile.rest.client.inject.RegisterRestClient;

/** registration-service: proposed selections, the rule behind them, and files of applications. */
@RegisterRestClient(configKey = "registration")
@RegisterProvider(RefusalMapper.class)
@Path("/api/v1")
public interface SuggestionClient {

    /** How places are given. */
    @GET
    @Path("calls/{id}/admission-rule")
    AdmissionRule rule(@PathParam("id") String callId);

    /** The same for organisers, who see that of a draft, too. */
    @GET
    @Path("calls/{id}/admission-rule")
    AdmissionRule rule(@HeaderParam("Authorization") String bearer, @PathParam("id") String callId);

    /** Whom to admit, and why. */
    @GET
    @Path("admin/calls/{id}/suggestion")
    Suggestion suggestion(
            @HeaderParam("Authorization") String bearer,
            @PathParam("id") String callId,
            @QueryParam("page") Integer page,
            @QueryParam("size") Integer size);

    /**
     * Replaces the balance goals.
     *
     * @param etag version that the organiser has seen; a newer one is refused with 412
     */
    @PUT
    @Path("admin/calls/{id}/balance-goals")
    BalanceGoals changeGoals(
            @HeaderParam("Authorization") String bearer,
            @PathParam("id") String callId,
            @HeaderParam("If-Match") String etag,
            BalanceGoals goals);
}
