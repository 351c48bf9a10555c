package eu.urbact.infocus.registration.call.rest;

import java.net.URI;
import java.time.Clock;
import java.time.ZoneId;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import jakarta.annotation.security.RolesAllowed;
import jakarta.transaction.Transactional;
import jakarta.validation.Valid;
import jakarta.validation.constraints.Max;
import jakarta.validation.constraints.Min;
import jakarta.validation.constraints.NotNull;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.HeaderParam;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.PUT;
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

import eu.urbact.infocus.chassis.audit.AuditTrail;
import eu.urbact.infocus.chassis.outcome.Outcome;
import eu.urbact.infocus.chassis.problem.FieldError;
import eu.urbact.infocus.chassis.problem.Problems;
import eu.urbact.infocus.chassis.rest.EntityTags;
import eu.urbact.infocus.chassis.rest.Idempotency;
import eu.urbact.infocus.chassis.security.Roles;
import eu.urbact.infocus.registration.call.CallDays;
import eu.urbact.infocus.registration.call.CallForParticipation;
import eu.urbact.infocus.registration.call.CallQuestions;
import eu.urbact.infocus.registration.call.Calls;
import eu.urbact.infocus.registration.call.ChangeCall;
import eu.urbact.infocus.registration.call.CloneCall;
import eu.urbact.infocus.registration.call.DraftCall;
import eu.urbact.infocus.registration.call.EditCall;
import eu.urbact.infocus.registration.organiser.rest.SeenVersions;
import eu.urbact.infocus.registration.problem.RegistrationProblem;
import eu.urbact.infocus.registration.seat.BucketCode;
import eu.urbact.infocus.registration.seat.Seats;

/** Calls for participation, for organisers. */
@Path("/api/v1/admin/calls")
@Produces(MediaType.APPLICATION_JSON)
@RolesAllowed(Roles.ORGANISER)
@Tag(name = "Admin")
public class AdminCallsResource {

    private static final String NOT_DRAFTED =
            "The workshop is not known or has a call, people rely on an earlier one, or the groups of seats are more than the room";

    /** The new size of a bucket. */
    public record BucketSize(@NotNull @Min(0) @Max(10_000) Integer limit) {}

    /** What raises a call's version. */
    private static final Set<String> CHANGES = Set.of(
            "call-opened",
            "call-closed",
            "call-archived",
            "call-changed",
            "call-followed-workshop",
            "bucket-resized",
            "seats-handed-back");

    private final Calls calls;
    private final DraftCall draftCall;
    private final EditCall editCall;
    private final CloneCall cloneCall;
    private final ChangeCall changeCall;
    private final CallQuestions questions;
    private final Seats seats;
    private final CallDays days;
    private final SeenVersions seenVersions;
    private final AuditTrail audit;
    private final Idempotency idempotency;
    private final Clock clock;

    AdminCallsResource(
            Calls calls,
            DraftCall draftCall,
            EditCall editCall,
            CloneCall cloneCall,
            ChangeCall changeCall,
            CallQuestions questions,
            Seats seats,
            CallDays days,
            SeenVersions seenVersions,
            AuditTrail audit,
            Idempotency idempotency,
            Clock clock) {
        this.calls = calls;
        this.draftCall = draftCall;
        this.editCall = editCall;
        this.cloneCall = cloneCall;
        this.changeCall = changeCall;
        this.questions = questions;
        this.seats = seats;
        this.days = days;
        this.seenVersions = seenVersions;
        this.audit = audit;
        this.idempotency = idempotency;
        this.clock = clock;
    }

    @GET
    @Operation(summary = "List all calls, drafts included, newest first")
    public List<CallResponse> list() {
        return calls.newestFirst().stream()
                .map(call -> CallResponse.of(call, questions.all(call), clock.instant()))
                .toList();
    }

    @POST
    @Operation(summary = "Draft a call with its seat buckets")
    @APIResponse(
            responseCode = "201",
            description = "Drafted; not public yet",
            content = @Content(schema = @Schema(implementation = CallResponse.class)))
    @APIResponse(responseCode = "409", description = NOT_DRAFTED)
    public Response draft(
            @HeaderParam(Idempotency.HEADER) String idempotencyKey, @Valid @NotNull DraftCallRequest request) {
        return idempotency.once("draft-call", idempotencyKey, request, () -> {
            DraftCall.Command command = request.command();
            refuse(days.wrongOf(command));
            return created(Problems.orThrow(draftCall.draft(command)));
        });
    }

    @POST
    @Path("/{id}/clones")
    @Operation(summary = "Draft the call of another workshop from this one: texts, room, buckets and questions")
    @APIResponse(
            responseCode = "201",
            description = "Drafted; not public yet",
            content = @Content(schema = @Schema(implementation = CallResponse.class)))
    @APIResponse(responseCode = "409", description = NOT_DRAFTED)
    public Response clone(
            @PathParam("id") UUID id,
            @HeaderParam(Idempotency.HEADER) String idempotencyKey,
            @Valid @NotNull CloneRequest request) {
        return idempotency.once("clone-call " + id, idempotencyKey, request, () -> {
            ZoneId zone = request.zoneOr(find(id).zone());
            refuse(days.wrongOfClosing(
                    request.workshopSlug(), request.closesAt().toInstant()));
            return created(Problems.orThrow(cloneCall.cloneFor(
                    id,
                    request.workshopSlug(),
                    request.opensAt().toInstant(),
                    request.closesAt().toInstant(),
                    zone)));
        });
    }

    @PUT
    @Path("/{id}")
    @Transactional
    @Operation(
            summary = "Change a call: all of a draft; texts, closing time, room, buckets and questions of an open one",
            description =
                    "Buckets that are left out are removed. Without questions they stay as they are; a question that has"
                            + " answers keeps its label, its purpose, its type, its choices and its moment, and is retired instead of removed. The closing time stays as it is with"
                            + " the closesAt that was read, or with the plannedClosesAt.")
    @APIResponse(
            responseCode = "200",
            description = "Changed",
            content = @Content(schema = @Schema(implementation = CallResponse.class)))
    @APIResponse(
            responseCode = "409",
            description = "More is held or answered than that, or the state does not allow it")
    @APIResponse(responseCode = "412", description = SeenVersions.WHO_WAS_QUICKER)
    public Response edit(
            @PathParam("id") UUID id,
            @HeaderParam(HttpHeaders.IF_MATCH) String ifMatch,
            @Valid @NotNull DraftCallRequest request) {
        requireSeen(id, ifMatch);
        DraftCall.Command command = request.command();
        refuse(days.wrongOf(id, command));
        return answer(editCall.edit(id, command));
    }

    @GET
    @Path("/{id}")
    @Operation(summary = "Show one call, also a draft, with retired questions")
    @APIResponse(
            responseCode = "200",
            description = "The call; its entity tag is needed to change it",
            content = @Content(schema = @Schema(implementation = CallResponse.class)))
    public Response show(@PathParam("id") UUID id) {
        return answer(find(id));
    }

    @POST
    @Path("/{id}/opening")
    @Operation(summary = "Make a draft public; it takes applications from its opening time on")
    @Transactional
    @APIResponse(
            responseCode = "200",
            description = "Public now",
            content = @Content(schema = @Schema(implementation = CallResponse.class)))
    @APIResponse(
            responseCode = "409",
            description =
                    "It is not a draft, its closing time has passed, or seats of a city would be handed back at once")
    @APIResponse(responseCode = "412", description = SeenVersions.WHO_WAS_QUICKER)
    public Response open(@PathParam("id") UUID id, @HeaderParam(HttpHeaders.IF_MATCH) String ifMatch) {
        requireSeen(id, ifMatch);
        return answer(changeCall.open(id));
    }

    @POST
    @Path("/{id}/closing")
    @Operation(summary = "End the taking of applications")
    @Transactional
    @APIResponse(
            responseCode = "200",
            description = "Closed",
            content = @Content(schema = @Schema(implementation = CallResponse.class)))
    @APIResponse(responseCode = "409", description = "It is not open")
    @APIResponse(responseCode = "412", description = SeenVersions.WHO_WAS_QUICKER)
    public Response close(@PathParam("id") UUID id, @HeaderParam(HttpHeaders.IF_MATCH) String ifMatch) {
        requireSeen(id, ifMatch);
        return answer(changeCall.close(id));
    }

    @POST
    @Path("/{id}/archiving")
    @Transactional
    @Operation(summary = "Put a draft or a closed call away; its workshop may then have another one")
    @APIResponse(
            responseCode = "200",
            description = "Put away",
            content = @Content(schema = @Schema(implementation = CallResponse.class)))
    @APIResponse(
            responseCode = "409",
            description = "It is open, or people rely on it (call-has-people) and the workshop is not over")
    @APIResponse(responseCode = "412", description = SeenVersions.WHO_WAS_QUICKER)
    public Response archive(@PathParam("id") UUID id, @HeaderParam(HttpHeaders.IF_MATCH) String ifMatch) {
        requireSeen(id, ifMatch);
        return answer(changeCall.archive(id));
    }

    @GET
    @Path("/{id}/seats")
    @Operation(summary = "Show the seats of the room by bucket")
    @APIResponse(
            responseCode = "200",
            description = "The seats; the entity tag is needed to change a bucket",
            content = @Content(schema = @Schema(implementation = SeatsResponse.class)))
    public Response seats(@PathParam("id") UUID id) {
        CallForParticipation call = find(id);
        return Response.ok(SeatsResponse.of(call, seats.of(id)))
                .header(HttpHeaders.ETAG, EntityTags.of(call.version()))
                .build();
    }

    @PUT
    @Path("/{id}/seats/{code}")
    @Operation(summary = "Resize a bucket; never below the seats held, never beyond the room")
    @Transactional
    @APIResponse(
            responseCode = "200",
            description = "The seats as they are now",
            content = @Content(schema = @Schema(implementation = SeatsResponse.class)))
    @APIResponse(responseCode = "409", description = "More seats are held than that, or the room has fewer")
    @APIResponse(responseCode = "412", description = SeenVersions.WHO_WAS_QUICKER)
    @APIResponse(responseCode = "422", description = "This call has no such seats, or the size cannot be accepted")
    public Response resize(
            @PathParam("id") UUID id,
            @PathParam("code") String code,
            @HeaderParam(HttpHeaders.IF_MATCH) String ifMatch,
            @Valid @NotNull BucketSize size) {
        requireSeen(id, ifMatch);
        BucketCode bucket = BucketCode.parse(code)
                .orElseThrow(() -> Problems.of(
                        RegistrationProblem.BUCKET_UNKNOWN,
                        "This call has no such seats. See the list of its buckets."));
        Problems.orThrow(changeCall.resizeBucket(id, bucket, size.limit()));
        return seats(id);
    }

    private Response created(UUID id) {
        CallForParticipation call = calls.findById(id);
        return Response.created(URI.create("/api/v1/admin/calls/" + id))
                .header(HttpHeaders.ETAG, EntityTags.of(call.version()))
                .entity(CallResponse.of(call, questions.all(call), clock.instant()))
                .build();
    }

    private CallForParticipation find(UUID id) {
        return calls.findByIdOptional(id).orElseThrow(Problems::notFound);
    }

    /** Locked before it is compared: of two at the same moment the second is told what the first has done. */
    private void requireSeen(UUID id, String ifMatch) {
        CallForParticipation call = calls.locked(id).orElseThrow(Problems::notFound);
        seenVersions.require(ifMatch, call.version(), () -> audit.last("call", id.toString(), CHANGES));
    }

    private static void refuse(List<FieldError> errors) {
        if (!errors.isEmpty()) {
            throw Problems.invalid(errors);
        }
    }

    private Response answer(Outcome<CallForParticipation> outcome) {
        return answer(Problems.orThrow(outcome));
    }

    private Response answer(CallForParticipation call) {
        return Response.ok(CallResponse.of(call, questions.all(call), clock.instant()))
                .header(HttpHeaders.ETAG, EntityTags.of(call.version()))
                .build();
    }
}
