package eu.urbact.infocus.portal.shell.services;

import java.util.List;
import jakarta.ws.rs.BeanParam;
import jakarta.ws.rs.DELETE;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.HeaderParam;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.PUT;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.QueryParam;

import com.fasterxml.jackson.annotation.JsonInclude;
import org.eclipse.microprofile.rest.client.annotation.RegisterProvider;
import org.eclipse.microprofile.rest.client.inject.RegisterRestClient;

/** registration-service: what organisers prepare before anybody is told, and what they think of it. */
@RegisterRestClient(configKey = "registration")
@RegisterProvider(RefusalMapper.class)
@Path("/api/v1/admin")
public interface DeskClient {

    /** What waits for the organisers, by call. */
    @GET
    @Path("open-work")
    List<OpenWork> openWork(@HeaderParam("Authorization") String bearer);

    /** Applications with what is staged for them, narrowed and sorted. */
    @GET
    @Path("desk")
    Page<DeskRow> desk(
            @HeaderParam("Authorization") String bearer,
            @BeanParam DeskQuery query,
            @QueryParam("page") Integer page,
            @QueryParam("size") Integer size);

    /** One of them, and who is before and after it in such a list. */
    @GET
    @Path("desk/{id}")
    DeskPlace place(
            @HeaderParam("Authorization") String bearer, @PathParam("id") String id, @BeanParam DeskQuery query);

    /** What a person has written, and what has happened since. */
    @GET
    @Path("applications/{id}")
    Applicant applicant(@HeaderParam("Authorization") String bearer, @PathParam("id") String id);

    /**
     * Puts right where somebody is written to. All their links stop working, and a new one goes to the new address.
     *
     * @param etag what the organiser has seen; something newer is refused with 412
     */
    @PUT
    @Path("applications/{id}/address")
    void correctAddress(
            @HeaderParam("Authorization") String bearer,
            @PathParam("id") String id,
            @HeaderParam("If-Match") String etag,
            NewAddress address);

    /**
     * Stages a decision.
     *
     * @param tag what the organiser has seen; something newer is refused with 412
     */
    @PUT
    @Path("applications/{id}/staged-decision")
    StagedDecision stage(
            @HeaderParam("Authorization") String bearer,
            @PathParam("id") String id,
            @HeaderParam("If-Match") String tag,
            NewStaged decision);

    /** Takes back what is staged for one application. */
    @DELETE
    @Path("applications/{id}/staged-decision")
    void takeBack(
            @HeaderParam("Authorization") String bearer,
            @PathParam("id") String id,
            @HeaderParam("If-Match") String tag,
            @QueryParam("others") boolean others);

    /** Stages the same for many. */
    @POST
    @Path("calls/{call}/staging-steps")
    StagingStep stageMany(
            @HeaderParam("Authorization") String bearer,
            @PathParam("call") String callId,
            @HeaderParam("Idempotency-Key") String key,
            NewStagingStep step);

    /** Takes back one act of staging as a whole. */
    @DELETE
    @Path("calls/{call}/staging-steps/{step}")
    void takeBackStep(
            @HeaderParam("Authorization") String bearer,
            @PathParam("call") String callId,
            @PathParam("step") String step,
            @QueryParam("others") boolean others);

    /** The room as it would be. */
    @GET
    @Path("calls/{call}/plan")
    AdmissionPlan plan(@HeaderParam("Authorization") String bearer, @PathParam("call") String callId);

    /** The room as it would be with some of the people, and with what is staged for anybody else or without it. */
    @POST
    @Path("calls/{call}/plan/selection")
    AdmissionPlan planOf(
            @HeaderParam("Authorization") String bearer,
            @PathParam("call") String callId,
            @QueryParam("withStaged") boolean withStaged,
            Selected selected);

    /** The same with all that a list shows. */
    @POST
    @Path("calls/{call}/plan/matching")
    AdmissionPlan planOf(
            @HeaderParam("Authorization") String bearer,
            @PathParam("call") String callId,
            @QueryParam("withStaged") boolean withStaged,
            Matching matching);

    /** The releases of a call, newest first. */
    @GET
    @Path("calls/{call}/releases")
    Page<Released.Release> releases(
            @HeaderParam("Authorization") String bearer,
            @PathParam("call") String callId,
            @QueryParam("size") Integer size);

    /** Stages a suggestion as a whole. */
    @POST
    @Path("calls/{call}/suggestion/staging")
    StagingStep stageSuggestion(
            @HeaderParam("Authorization") String bearer,
            @PathParam("call") String callId,
            @HeaderParam("If-Match") String tag,
            Proposals proposals);

    /** What the organisers think of an application. */
    @GET
    @Path("applications/{id}/review")
    Review review(@HeaderParam("Authorization") String bearer, @PathParam("id") String id);

    /** Votes, or votes otherwise. */
    @PUT
    @Path("applications/{id}/review/vote")
    void vote(@HeaderParam("Authorization") String bearer, @PathParam("id") String id, NewVote vote);

    /** Writes a comment. */
    @POST
    @Path("applications/{id}/review/comments")
    Review.Comment comment(
            @HeaderParam("Authorization") String bearer,
            @PathParam("id") String id,
            @HeaderParam("Idempotency-Key") String key,
            NewComment comment);

    /** Other applications of the same person. */
    @GET
    @Path("applications/{id}/earlier")
    List<EarlierApplication> earlier(@HeaderParam("Authorization") String bearer, @PathParam("id") String id);

    /** The organiser's own views, and the shared ones. */
    @GET
    @Path("saved-views")
    List<SavedView> views(@HeaderParam("Authorization") String bearer);

    /** Keeps a view. */
    @POST
    @Path("saved-views")
    SavedView keepView(@HeaderParam("Authorization") String bearer, NewView view);

    /** Throws a view away. */
    @DELETE
    @Path("saved-views/{id}")
    void discardView(
            @HeaderParam("Authorization") String bearer,
            @PathParam("id") String id,
            @HeaderParam("If-Match") String etag);

    /** A decision to stage; null where nothing was chosen. */
    @JsonInclude(JsonInclude.Include.NON_NULL)
    record NewStaged(String decision, String reasonCode, String note, String bucket, boolean replace) {}

    /** One of many. */
    record Chosen(String id, String tag) {}

    /** What a list was narrowed by. */
    @JsonInclude(JsonInclude.Include.NON_NULL)
    record Matching(
            String state,
            String city,
            String profile,
            String q,
            String staged,
            boolean unvoted,
            Boolean newcomer,
            Boolean contributor,
            String cluster,
            String bucket) {}

    /** The same decision for many: for those that are named, or for all that match. */
    @JsonInclude(JsonInclude.Include.NON_NULL)
    record NewStagingStep(
            String decision,
            String reasonCode,
            String note,
            List<Chosen> applications,
            Matching matching,
            Long expected) {}

    /** Some of the people; null for all. */
    record Selected(List<String> applicationIds) {}

    /** Which proposals are staged. */
    record Proposals(List<String> proposals) {}

    /** A vote. */
    record NewVote(String vote) {}

    /** A comment. */
    record NewComment(String text) {}

    /** A view to keep. */
    record NewView(
            String name,
            boolean shared,
            String state,
            String city,
            String profile,
            String staged,
            boolean unvoted,
            String sort,
            Boolean newcomer,
            Boolean contributor,
            String cluster,
            String bucket) {}

    /** Where somebody is written to from now on. */
    record NewAddress(String email) {}
}
