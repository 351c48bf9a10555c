package eu.urbact.infocus.directory.profile.rest;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URI;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;
import jakarta.transaction.Transactional;
import jakarta.validation.Valid;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Pattern;
import jakarta.validation.constraints.Size;
import jakarta.ws.rs.BeanParam;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.DELETE;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.HeaderParam;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.PUT;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.Context;
import jakarta.ws.rs.core.HttpHeaders;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;

import io.quarkus.security.PermissionsAllowed;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.media.Content;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.eclipse.microprofile.openapi.annotations.parameters.RequestBody;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;

import eu.urbact.infocus.chassis.problem.FieldError;
import eu.urbact.infocus.chassis.problem.Problems;
import eu.urbact.infocus.chassis.rest.EntityTags;
import eu.urbact.infocus.chassis.rest.Idempotency;
import eu.urbact.infocus.chassis.rest.Page;
import eu.urbact.infocus.chassis.rest.PageRequest;
import eu.urbact.infocus.chassis.security.Caller;
import eu.urbact.infocus.chassis.table.TableFormat;
import eu.urbact.infocus.chassis.table.TableWriter;
import eu.urbact.infocus.directory.cluster.ClusterProfile;
import eu.urbact.infocus.directory.profile.BeginProfile;
import eu.urbact.infocus.directory.profile.EccpFile;
import eu.urbact.infocus.directory.profile.EditProfile;
import eu.urbact.infocus.directory.profile.OwnProfiles;
import eu.urbact.infocus.directory.profile.Profile;
import eu.urbact.infocus.directory.profile.ProfileChanges;
import eu.urbact.infocus.directory.profile.ProfileContent;
import eu.urbact.infocus.directory.profile.PublishProfile;
import eu.urbact.infocus.directory.profile.Saved;

/** Profiles of the own city's clusters. Those of another city answer exactly like something that does not exist. */
@Path("/api/v1/partner/cluster-profiles")
@Produces(MediaType.APPLICATION_JSON)
@PermissionsAllowed("city-member")
@Tag(name = "Partner")
public class PartnerProfilesResource {

    private static final String ID = "/{id: [a-z0-9-]{1,60}}";
    private static final String STALE =
            "Somebody has changed it in the meantime; the members by and at say who and when";

    private final OwnProfiles own;
    private final ProfileChanges changes;
    private final BeginProfile beginProfile;
    private final EditProfile editProfile;
    private final PublishProfile publishProfile;
    private final ProfileAnswers answers;
    private final Idempotency idempotency;
    private final Caller caller;

    PartnerProfilesResource(
            OwnProfiles own,
            ProfileChanges changes,
            BeginProfile beginProfile,
            EditProfile editProfile,
            PublishProfile publishProfile,
            ProfileAnswers answers,
            Idempotency idempotency,
            Caller caller) {
        this.own = own;
        this.changes = changes;
        this.beginProfile = beginProfile;
        this.editProfile = editProfile;
        this.publishProfile = publishProfile;
        this.answers = answers;
        this.idempotency = idempotency;
        this.caller = caller;
    }

    @GET
    @Transactional
    @Operation(summary = "List all profiles of your city, with how far each is")
    public List<ProfileView.Item> list() {
        return own.all().stream().map(ProfileView.Item::of).toList();
    }

    @POST
    @Operation(
            summary = "Begin the profile of a cluster",
            description =
                    "Of a new one by its city and name, or, by clusterId, of one of your city that the directory knows"
                            + " from reference data: everything known of it is the beginning.")
    @APIResponse(
            responseCode = "201",
            description = "Begun; nobody but your city's people sees it",
            content = @Content(schema = @Schema(implementation = ProfileView.class)))
    @APIResponse(responseCode = "404", description = "There is no such city or cluster, or it is not yours")
    @APIResponse(responseCode = "409", description = "This cluster has a profile already")
    @APIResponse(responseCode = "422", description = "The errors say what is wrong")
    public Response begin(@HeaderParam(Idempotency.HEADER) String idempotencyKey, @Valid @NotNull NewProfile request) {
        return idempotency.once("begin-profile", idempotencyKey, request, () -> {
            Profile profile = ProfileAnswers.doneOrThrow(begin(request));
            return Response.created(URI.create("/api/v1/partner/cluster-profiles/" + profile.id()))
                    .header(HttpHeaders.ETAG, EntityTags.of(profile.version()))
                    .entity(answers.view(profile))
                    .build();
        });
    }

    private Saved begin(NewProfile request) {
        if (request.clusterId() != null) {
            if (!own.isOwnCluster(request.clusterId())) {
                throw Problems.notFound();
            }
            return beginProfile.from(request.clusterId());
        }
        requireCityAndName(request);
        if (!caller.memberOf(request.cityId())) {
            throw Problems.notFound();
        }
        return beginProfile.anew(request.cityId(), request.name(), Boolean.TRUE.equals(request.forming()));
    }

    /** A new cluster has both; without them nobody could tell what was not found. */
    private static void requireCityAndName(NewProfile request) {
        List<FieldError> missing = new ArrayList<>();
        if (request.cityId() == null || request.cityId().isBlank()) {
            missing.add(new FieldError("cityId", "must not be blank"));
        }
        if (request.name() == null || request.name().isBlank()) {
            missing.add(new FieldError("name", "must not be blank"));
        }
        if (!missing.isEmpty()) {
            throw Problems.invalid(missing);
        }
    }

    @GET
    @Path(ID)
    @Transactional
    @Operation(summary = "Show a profile of your city as it is being written")
    @APIResponse(
            responseCode = "200",
            description = "The profile; its entity tag is needed to change it",
            content = @Content(schema = @Schema(implementation = ProfileView.class)))
    public Response show(@PathParam("id") String id) {
        return answers.answer(find(id));
    }

    @PUT
    @Path(ID)
    @Transactional
    @Operation(
            summary = "Change a profile",
            description = "What was published stays public as it is until the next publication.")
    @APIResponse(
            responseCode = "200",
            description = "Changed",
            content = @Content(schema = @Schema(implementation = ProfileView.class)))
    @APIResponse(responseCode = "409", description = "It is being reviewed")
    @APIResponse(responseCode = "412", description = STALE)
    @APIResponse(responseCode = "422", description = "The errors say what is wrong; nothing was changed")
    public Response edit(
            @PathParam("id") String id,
            @HeaderParam(HttpHeaders.IF_MATCH) String ifMatch,
            @NotNull ProfileContent content) {
        return change(id, ifMatch, profile -> editProfile.edit(profile, content));
    }

    @DELETE
    @Path(ID)
    @Transactional
    @Operation(summary = "Give up what was written since the last publication; without one, delete the profile")
    @APIResponse(responseCode = "204", description = "Given up")
    @APIResponse(responseCode = "409", description = "It is not a draft")
    @APIResponse(responseCode = "412", description = STALE)
    public void discard(@PathParam("id") String id, @HeaderParam(HttpHeaders.IF_MATCH) String ifMatch) {
        Profile profile = own.toChange(id).orElseThrow(Problems::notFound);
        answers.requireSeen(ifMatch, profile);
        ProfileAnswers.doneOrThrow(editProfile.discard(profile));
    }

    @GET
    @Path(ID + "/eccp")
    @Transactional
    @Produces("text/csv")
    @Operation(summary = "The profile in the columns of the European Cluster Collaboration Platform")
    @APIResponse(
            responseCode = "200",
            description = "One row of headings, one of values",
            content = @Content(mediaType = "text/csv", schema = @Schema(implementation = String.class)))
    public Response download(@PathParam("id") String id) {
        Profile profile = find(id);
        ByteArrayOutputStream file = new ByteArrayOutputStream();
        try (TableWriter table = TableFormat.CSV.open(file, "profile", EccpFile.columns())) {
            table.row(EccpFile.row(profile.content()));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return Response.ok(file.toByteArray(), TableFormat.CSV.mediaType())
                .header(HttpHeaders.CONTENT_DISPOSITION, TableFormat.CSV.contentDisposition("cluster-" + profile.id()))
                .header(HttpHeaders.ETAG, EntityTags.of(profile.version()))
                .build();
    }

    @PUT
    @Path(ID + "/eccp")
    @Transactional
    @Consumes("text/csv")
    @Operation(
            summary = "Take fields over from a table in the columns of the European Cluster Collaboration Platform",
            description =
                    "One row of headings, one of values, with commas, semicolons or tabs between. Headings may be those of the"
                            + " download or of the platform's pages, in any letters; one that is not known is refused. Columns that are"
                            + " not there stay as they are; those that only the open data of this platform has are passed over, but a"
                            + " row with the id of another cluster is refused. Days of establishment, countries by their names, lists"
                            + " with commas, grouped digits and addresses without https:// are taken as they are meant, and what the"
                            + " platform has and this profile has not is left out; notes say so."
                            + " In UTF-8, unless the media type names another character set. Completely or not at all.")
    @RequestBody(
            required = true,
            content = @Content(mediaType = "text/csv", schema = @Schema(implementation = String.class)))
    @APIResponse(
            responseCode = "200",
            description = "Taken over",
            content = @Content(schema = @Schema(implementation = ProfileView.class)))
    @APIResponse(responseCode = "409", description = "It is being reviewed")
    @APIResponse(responseCode = "412", description = STALE)
    @APIResponse(responseCode = "422", description = "The errors give column and message; nothing was changed")
    public Response take(
            @PathParam("id") String id,
            @HeaderParam(HttpHeaders.IF_MATCH) String ifMatch,
            @Context HttpHeaders headers,
            byte[] file) {
        Optional<String> charset = Optional.ofNullable(headers.getMediaType())
                .map(type -> type.getParameters().get(MediaType.CHARSET_PARAMETER));
        return change(id, ifMatch, profile -> editProfile.take(profile, file, charset));
    }

    @POST
    @Path(ID + "/beginning")
    @Transactional
    @Operation(summary = "A cluster in formation has come into being: write its profile")
    @APIResponse(
            responseCode = "200",
            description = "It is a draft now",
            content = @Content(schema = @Schema(implementation = ProfileView.class)))
    @APIResponse(responseCode = "409", description = "Its profile is being written already")
    @APIResponse(responseCode = "412", description = STALE)
    public Response begin(@PathParam("id") String id, @HeaderParam(HttpHeaders.IF_MATCH) String ifMatch) {
        return change(id, ifMatch, editProfile::begin);
    }

    @POST
    @Path(ID + "/submission")
    @Transactional
    @Operation(summary = "Ask for publication")
    @APIResponse(
            responseCode = "200",
            description = "It is being reviewed; nobody changes it until then",
            content = @Content(schema = @Schema(implementation = ProfileView.class)))
    @APIResponse(responseCode = "409", description = "It is not a draft, or the cluster was taken out of the directory")
    @APIResponse(responseCode = "422", description = "The errors say what is missing")
    @APIResponse(responseCode = "412", description = STALE)
    public Response submit(@PathParam("id") String id, @HeaderParam(HttpHeaders.IF_MATCH) String ifMatch) {
        return change(id, ifMatch, editProfile::submit);
    }

    @DELETE
    @Path(ID + "/submission")
    @Transactional
    @Operation(summary = "Take it back before the review, to go on writing")
    @APIResponse(
            responseCode = "200",
            description = "It is a draft again",
            content = @Content(schema = @Schema(implementation = ProfileView.class)))
    @APIResponse(responseCode = "409", description = "It is not being reviewed")
    @APIResponse(responseCode = "412", description = STALE)
    public Response takeBack(@PathParam("id") String id, @HeaderParam(HttpHeaders.IF_MATCH) String ifMatch) {
        return change(id, ifMatch, editProfile::takeBack);
    }

    @POST
    @Path(ID + "/confirmation")
    @Transactional
    @Operation(summary = "Say that what is published is still correct; asked for once a year")
    @APIResponse(
            responseCode = "200",
            description = "Confirmed for a year",
            content = @Content(schema = @Schema(implementation = ProfileView.class)))
    @APIResponse(
            responseCode = "409",
            description = "It is not published, or it is being changed, or the cluster was taken out of the directory")
    @APIResponse(responseCode = "412", description = STALE)
    public Response confirm(@PathParam("id") String id, @HeaderParam(HttpHeaders.IF_MATCH) String ifMatch) {
        return change(id, ifMatch, publishProfile::confirm);
    }

    @GET
    @Path(ID + "/preview")
    @Transactional
    @Operation(summary = "The cluster's page as it would be, exactly as everybody will see it")
    public ClusterProfile preview(@PathParam("id") String id) {
        return answers.preview(find(id));
    }

    @GET
    @Path(ID + "/history")
    @Transactional
    @Operation(summary = "Who changed what and when, newest first")
    public Page<ChangeView> history(@PathParam("id") String id, @Valid @BeanParam PageRequest page) {
        return changes.of(find(id).id(), page).map(ChangeView::of);
    }

    private Response change(String id, String ifMatch, Function<Profile, Saved> step) {
        Profile profile = own.toChange(id).orElseThrow(Problems::notFound);
        answers.requireSeen(ifMatch, profile);
        return answers.answer(step.apply(profile));
    }

    private Profile find(String id) {
        return own.find(id).orElseThrow(Problems::notFound);
    }

    /**
     * Which profile to begin.
     *
     * @param cityId one of the caller's cities, for a new cluster
     * @param name its name
     * @param forming whether the cluster itself is only coming into being
     * @param clusterId instead of all these: a cluster of the directory
     */
    record NewProfile(
            @Size(max = 60, message = "must have at most 60 characters")
            String cityId,

            @Size(max = 10_000, message = "must have at most 10000 characters")
            String name,

            Boolean forming,

            @Pattern(regexp = "[a-z0-9-]{1,60}", message = "must be a cluster's id")
            String clusterId) {}
}
