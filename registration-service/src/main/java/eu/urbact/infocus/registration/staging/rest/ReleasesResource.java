package eu.urbact.infocus.registration.staging.rest;

import java.net.URI;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.UUID;
import jakarta.annotation.security.RolesAllowed;
import jakarta.validation.Valid;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Size;
import jakarta.ws.rs.BeanParam;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.HeaderParam;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.HttpHeaders;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;

import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.media.Content;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;

import eu.urbact.infocus.chassis.problem.CommonProblem;
import eu.urbact.infocus.chassis.problem.Problems;
import eu.urbact.infocus.chassis.rest.EntityTags;
import eu.urbact.infocus.chassis.rest.Idempotency;
import eu.urbact.infocus.chassis.rest.Page;
import eu.urbact.infocus.chassis.rest.PageRequest;
import eu.urbact.infocus.chassis.security.Roles;
import eu.urbact.infocus.registration.call.Calls;
import eu.urbact.infocus.registration.organiser.Organisers;
import eu.urbact.infocus.registration.organiser.rest.SeenVersions;
import eu.urbact.infocus.registration.staging.DecisionRelease;
import eu.urbact.infocus.registration.staging.DecisionReleases;
import eu.urbact.infocus.registration.staging.ReadPlan;
import eu.urbact.infocus.registration.staging.ReleaseDecisions;

/** Making staged decisions hold. From here on people are told. */
@Path("/api/v1/admin/calls/{id}/releases")
@Produces(MediaType.APPLICATION_JSON)
@RolesAllowed(Roles.ORGANISER)
@Tag(name = "Admin")
public class ReleasesResource {

    /** Whose decisions are released; without the list everybody's. */
    public record ReleaseRequest(
            @Size(min = 1, max = 10_000) List<@NotNull UUID> applicationIds) {}

    /**
     * A release.
     *
     * @param planned how many decisions it was about
     * @param kept how many could not be released and are still staged
     * @param finishedAt null while it is going on, or when it was cut off; then the rest is still staged
     */
    public record ReleaseItem(
            UUID id,
            UUID callId,
            String releasedBy,
            Instant releasedAt,
            int planned,
            int admitted,
            int waitlisted,
            int declined,
            int kept,
            Instant finishedAt) {

        static ReleaseItem of(DecisionRelease release, String releasedBy) {
            return new ReleaseItem(
                    release.id(),
                    release.callId(),
                    releasedBy,
                    release.releasedAt(),
                    release.planned(),
                    release.admitted(),
                    release.waitlisted(),
                    release.declined(),
                    release.kept(),
                    release.finishedAt());
        }
    }

    /** A release, and those who were not released and why. */
    public record ReleaseResponse(ReleaseItem release, List<RefusalResponse> kept) {}

    /** Many times what the largest call needs: cut off, a release would go on to its end and be answered as if nothing had happened. */
    private static final Duration LONGEST = Duration.ofHours(2);

    private final Calls calls;
    private final DecisionReleases releases;
    private final ReleaseDecisions releaseDecisions;
    private final ReadPlan readPlan;
    private final SeenVersions seenVersions;
    private final Organisers organisers;
    private final Idempotency idempotency;

    ReleasesResource(
            Calls calls,
            DecisionReleases releases,
            ReleaseDecisions releaseDecisions,
            ReadPlan readPlan,
            SeenVersions seenVersions,
            Organisers organisers,
            Idempotency idempotency) {
        this.calls = calls;
        this.releases = releases;
        this.releaseDecisions = releaseDecisions;
        this.readPlan = readPlan;
        this.seenVersions = seenVersions;
        this.organisers = organisers;
        this.idempotency = idempotency;
    }

    @POST
    @Operation(
            summary = "Release what is staged, for all or for some; each person gets a mail",
            description =
                    "If-Match is the entity tag of the plan that was looked at. What cannot be released any more is reported and"
                            + " stays staged.")
    @APIResponse(
            responseCode = "201",
            content = @Content(schema = @Schema(implementation = ReleaseResponse.class)),
            description = "Released, except for those that are listed as kept")
    @APIResponse(responseCode = "409", description = "Nothing is staged, or not everybody would find a seat")
    @APIResponse(
            responseCode = "412",
            description =
                    "The plan has changed since it was looked at; the members by, yourself and at say who changed it last, and when")
    public Response release(
            @PathParam("id") UUID id,
            @HeaderParam(HttpHeaders.IF_MATCH) String ifMatch,
            @HeaderParam(Idempotency.HEADER) String idempotencyKey,
            @Valid @NotNull ReleaseRequest request) {
        checkCall(id);
        String fingerprint = fingerprint(ifMatch);
        return idempotency.once("release " + id, idempotencyKey, List.of(ifMatch, request), LONGEST, () -> {
            ReleaseDecisions.Result result = seenVersions.orThrow(
                    releaseDecisions.release(id, fingerprint, request.applicationIds()),
                    CommonProblem.STALE,
                    () -> readPlan.lastChange(id));
            DecisionRelease release = result.release();
            return Response.created(URI.create("/api/v1/admin/calls/" + id + "/releases/" + release.id()))
                    .entity(new ReleaseResponse(item(release), RefusalResponse.of(result.kept())))
                    .build();
        });
    }

    @GET
    @Operation(summary = "List the releases of a call, newest first")
    public Page<ReleaseItem> list(@PathParam("id") UUID id, @Valid @BeanParam PageRequest page) {
        checkCall(id);
        return releases.of(id, page).map(this::item);
    }

    @GET
    @Path("/{release}")
    @Operation(summary = "Show one release")
    public ReleaseItem show(@PathParam("id") UUID id, @PathParam("release") UUID release) {
        checkCall(id);
        return releases.of(id, release).map(this::item).orElseThrow(Problems::notFound);
    }

    private ReleaseItem item(DecisionRelease release) {
        return ReleaseItem.of(release, organisers.nameOf(release.releasedBy()));
    }

    /** Null for {@code *}. */
    private static String fingerprint(String ifMatch) {
        return EntityTags.seen(ifMatch).map(seen -> seen.replace("\"", "")).orElse(null);
    }

    private void checkCall(UUID id) {
        Problems.requireFound(calls.findByIdOptional(id));
    }
}
