package eu.urbact.infocus.registration.selfservice.rest;

import jakarta.annotation.security.PermitAll;
import jakarta.transaction.Transactional;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.HeaderParam;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.HttpHeaders;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;

import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.media.Content;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;

import eu.urbact.infocus.chassis.problem.Problems;
import eu.urbact.infocus.registration.application.Application;
import eu.urbact.infocus.registration.application.WithdrawApplication;
import eu.urbact.infocus.registration.call.Calls;
import eu.urbact.infocus.registration.programmeview.Workshops;
import eu.urbact.infocus.registration.selfservice.ApplicationLinks;

/** My application. The signed link comes in a header, so that it stands in no access log. */
@Path("/api/v1/self-service")
@Produces(MediaType.APPLICATION_JSON)
@PermitAll
@Tag(name = "Public")
public class SelfServiceResource {

    /** The request header that carries the link's token. */
    public static final String LINK_HEADER = "Application-Link";

    private final ApplicationLinks links;
    private final WithdrawApplication withdrawApplication;
    private final Calls calls;
    private final Workshops workshops;

    SelfServiceResource(
            ApplicationLinks links, WithdrawApplication withdrawApplication, Calls calls, Workshops workshops) {
        this.links = links;
        this.withdrawApplication = withdrawApplication;
        this.calls = calls;
        this.workshops = workshops;
    }

    @GET
    @Path("/application")
    @Operation(
            summary = "Show the own application",
            description = "404 for every link that does not open one, whatever the cause.")
    @APIResponse(
            responseCode = "200",
            description = "The application",
            content = @Content(schema = @Schema(implementation = MyApplicationResponse.class)))
    public Response show(@HeaderParam(LINK_HEADER) String token) {
        return answer(find(token));
    }

    @POST
    @Path("/withdrawal")
    @Transactional
    @Operation(summary = "Withdraw; a seat that was held is free again at once. Doing it twice is harmless.")
    @APIResponse(
            responseCode = "200",
            description = "The withdrawn application",
            content = @Content(schema = @Schema(implementation = MyApplicationResponse.class)))
    @APIResponse(responseCode = "409", description = "The application was declined, there is nothing to withdraw")
    public Response withdraw(@HeaderParam(LINK_HEADER) String token) {
        return answer(Problems.orThrow(withdrawApplication.withdraw(find(token).id())));
    }

    private Application find(String token) {
        return links.find(token).orElseThrow(Problems::notFound);
    }

    private Response answer(Application application) {
        return Response.ok(MyApplicationResponse.of(
                        application,
                        calls.findById(application.callId()),
                        workshops.findById(application.workshopId())))
                .header(HttpHeaders.CACHE_CONTROL, "no-store")
                .build();
    }
}
