package eu.urbact.infocus.directory.profile.rest;

import java.util.function.Function;
import jakarta.annotation.security.RolesAllowed;
import jakarta.transaction.Transactional;
import jakarta.validation.Valid;
import jakarta.validation.constraints.NotNull;
import jakarta.ws.rs.BeanParam;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.HeaderParam;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.QueryParam;
import jakarta.ws.rs.core.HttpHeaders;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;

import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.media.Content;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.eclipse.microprofile.openapi.annotations.parameters.Parameter;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;

import eu.urbact.infocus.chassis.problem.Problems;
import eu.urbact.infocus.chassis.rest.Page;
import eu.urbact.infocus.chassis.rest.PageRequest;
import eu.urbact.infocus.chassis.security.Roles;
import eu.urbact.infocus.directory.cluster.ClusterProfile;
import eu.urbact.infocus.directory.profile.OwnProfiles;
import eu.urbact.infocus.directory.profile.Profile;
import eu.urbact.infocus.directory.profile.ProfileChanges;
import eu.urbact.infocus.directory.profile.ProfileState;
import eu.urbact.infocus.directory.profile.Profiles;
import eu.urbact.infocus.directory.profile.PublishProfile;
import eu.urbact.infocus.directory.profile.Saved;

/** The review of profiles by the organisers, among them the lead partner's people. A draft does not exist for them. */
@Path("/api/v1/admin/cluster-profiles")
@Produces(MediaType.APPLICATION_JSON)
@RolesAllowed(Roles.ORGANISER)
@Tag(name = "Admin")
public class AdminProfilesResource {

    private static final String ID = "/{id: [a-z0-9-]{1,60}}";

    private final Profiles profiles;
    private final OwnProfiles own;
    private final ProfileChanges changes;
    private final PublishProfile publishProfile;
    private final ProfileAnswers answers;

    AdminProfilesResource(
            Profiles profiles,
            OwnProfiles own,
            ProfileChanges changes,
            PublishProfile publishProfile,
            ProfileAnswers answers) {
        this.profiles = profiles;
        this.own = own;
        this.changes = changes;
        this.publishProfile = publishProfile;
        this.answers = answers;
    }

    @GET
    @Transactional
    @Operation(summary = "List what was submitted or published, what has waited longest first")
    public Page<ProfileView.Item> list(
            @Parameter(description = "SUBMITTED, PUBLISHED or STALE; all of them unless one is asked for")
                    @QueryParam("state")
                    ProfileState state,
            @Valid @BeanParam PageRequest page) {
        return profiles.forReview(state, page).map(ProfileView.Item::of);
    }

    @GET
    @Path(ID)
    @Transactional
    @Operation(summary = "Show one with its contact person")
    @APIResponse(
            responseCode = "200",
            description = "The profile; its entity tag is needed to decide",
            content = @Content(schema = @Schema(implementation = ProfileView.class)))
    public Response show(@PathParam("id") String id) {
        return answers.answer(find(id));
    }

    @GET
    @Path(ID + "/preview")
    @Transactional
    @Operation(summary = "The cluster's page as it would be")
    public ClusterProfile preview(@PathParam("id") String id) {
        return answers.preview(find(id));
    }

    @GET
    @Path(ID + "/history")
    @Transactional
    @Operation(
            summary = "What was submitted, decided and confirmed, newest first",
            description =
                    "A submission says what differs from what was public until then. What was saved in between, or given up,"
                            + " is for the city's people only.")
    public Page<ChangeView> history(@PathParam("id") String id, @Valid @BeanParam PageRequest page) {
        return changes.forReview(find(id).id(), page).map(ChangeView::of);
    }

    @POST
    @Path(ID + "/publication")
    @Transactional
    @Operation(summary = "Show it to everybody")
    @APIResponse(
            responseCode = "200",
            description = "Published",
            content = @Content(schema = @Schema(implementation = ProfileView.class)))
    @APIResponse(
            responseCode = "409",
            description =
                    "It is not waiting for a review (profile-state), the cluster was taken out of the directory (profile-withdrawn),"
                            + " or its id has become that of another city's cluster (profile-id-taken)")
    @APIResponse(responseCode = "412", description = "Somebody was quicker; the members by and at say who and when")
    @APIResponse(
            responseCode = "422",
            description =
                    "The rules, the vocabularies or the city's other clusters have changed since it was submitted: errors say what has to be"
                            + " changed; send it back")
    public Response publish(@PathParam("id") String id, @HeaderParam(HttpHeaders.IF_MATCH) String ifMatch) {
        return decide(id, ifMatch, publishProfile::publish);
    }

    @POST
    @Path(ID + "/return")
    @Transactional
    @Operation(summary = "Send it back to its city with what has to be changed")
    @APIResponse(
            responseCode = "200",
            description = "It is a draft of its city again",
            content = @Content(schema = @Schema(implementation = ProfileView.class)))
    @APIResponse(responseCode = "409", description = "It is not waiting for a review")
    @APIResponse(responseCode = "412", description = "Somebody was quicker; the members by and at say who and when")
    @APIResponse(responseCode = "422", description = "The reason is missing or too long")
    public Response sendBack(
            @PathParam("id") String id,
            @HeaderParam(HttpHeaders.IF_MATCH) String ifMatch,
            @NotNull ReturnRequest request) {
        return decide(id, ifMatch, profile -> publishProfile.sendBack(profile, request.reason()));
    }

    private Response decide(String id, String ifMatch, Function<Profile, Saved> decision) {
        Profile profile = own.toReview(id).orElseThrow(Problems::notFound);
        answers.requireSeen(ifMatch, profile);
        return answers.answer(ProfileAnswers.doneOrThrow(decision.apply(profile)));
    }

    private Profile find(String id) {
        return profiles.forReview(id).orElseThrow(Problems::notFound);
    }

    /**
     * Why it goes back.
     *
     * @param reason what has to be changed; the city's editors read it
     */
    record ReturnRequest(String reason) {}
}
