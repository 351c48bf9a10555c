package eu.urbact.infocus.portal.shell.services;

import jakarta.ws.rs.DELETE;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.HeaderParam;
import jakarta.ws.rs.PATCH;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;

import org.eclipse.microprofile.rest.client.annotation.RegisterProvider;
import org.eclipse.microprofile.rest.client.inject.RegisterRestClient;

/** registration-service: applications that are being written. The client's address is that of the applicant's browser, for the rate limit. */
@RegisterRestClient(configKey = "registration")
@RegisterProvider(RefusalMapper.class)
@Path("/api/v1")
public interface DraftClient {

    /** Begins a draft. */
    @POST
    @Path("application-drafts")
    ApplicationDraft.Begun begin(
            @HeaderParam("X-Forwarded-For") String clientAddress, ApplicationDraft.Beginning beginning);

    /** The draft that a token opens. */
    @GET
    @Path("self-service/draft")
    ApplicationDraft show(
            @HeaderParam("Application-Draft") String token, @HeaderParam("X-Forwarded-For") String clientAddress);

    /** Saves what was entered on a page; refused when that would change what was saved since the page was looked at. */
    @PATCH
    @Path("self-service/draft")
    ApplicationDraft save(
            @HeaderParam("Application-Draft") String token,
            @HeaderParam("If-Match") String seen,
            @HeaderParam("X-Forwarded-For") String clientAddress,
            DraftEntries entries);

    /** Gives a draft up; refused when it was saved since it was looked at. */
    @DELETE
    @Path("self-service/draft")
    void discard(
            @HeaderParam("Application-Draft") String token,
            @HeaderParam("If-Match") String seen,
            @HeaderParam("X-Forwarded-For") String clientAddress);

    /** Sends a draft, unless it was saved since it was looked at; the second time it only says again that it has been received. */
    @POST
    @Path("self-service/draft/submission")
    ApplicationDraft.Sent send(
            @HeaderParam("Application-Draft") String token,
            @HeaderParam("If-Match") String seen,
            @HeaderParam("X-Forwarded-For") String clientAddress,
            ApplicationDraft.Submission submission);
}
