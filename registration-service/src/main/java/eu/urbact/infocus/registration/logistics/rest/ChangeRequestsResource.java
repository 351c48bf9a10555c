package eu.urbact.infocus.registration.logistics.rest;

import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.function.Function;
import java.util.stream.Collectors;
import jakarta.annotation.security.RolesAllowed;
import jakarta.transaction.Transactional;
import jakarta.validation.Valid;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Pattern;
import jakarta.validation.constraints.Size;
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

import com.fasterxml.jackson.annotation.JsonInclude;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.media.Content;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;

import eu.urbact.infocus.chassis.audit.AuditEntry;
import eu.urbact.infocus.chassis.audit.AuditTrail;
import eu.urbact.infocus.chassis.problem.Problems;
import eu.urbact.infocus.chassis.rest.EntityTags;
import eu.urbact.infocus.chassis.rest.Page;
import eu.urbact.infocus.chassis.rest.PageRequest;
import eu.urbact.infocus.chassis.security.Roles;
import eu.urbact.infocus.chassis.validation.SafeText;
import eu.urbact.infocus.registration.application.Application;
import eu.urbact.infocus.registration.application.Applications;
import eu.urbact.infocus.registration.call.Calls;
import eu.urbact.infocus.registration.logistics.ChangeRequest;
import eu.urbact.infocus.registration.logistics.ChangeRequests;
import eu.urbact.infocus.registration.logistics.DecideChangeRequest;
import eu.urbact.infocus.registration.logistics.Logistics;
import eu.urbact.infocus.registration.logistics.LogisticsOfPeople;
import eu.urbact.infocus.registration.organiser.rest.SeenVersions;
import eu.urbact.infocus.registration.problem.RegistrationProblem;

/** Requests for other places after the freeze time, for organisers. */
@Path("/api/v1/admin/calls/{id}/logistics/change-requests")
@Produces(MediaType.APPLICATION_JSON)
@RolesAllowed(Roles.ORGANISER)
@Tag(name = "Admin")
public class ChangeRequestsResource {

    /** What organisers decide, with a word to the person. */
    public record ChangeDecision(
            @NotNull Boolean accept,
            @Size(max = 500) @SafeText(multiline = true) String answer) {}

    /**
     * A request: what the person has, and what they want instead.
     *
     * @param has what they come along to now; absent once the request is decided
     */
    @JsonInclude(JsonInclude.Include.NON_NULL)
    public record ChangeRequestResponse(
            UUID id,
            UUID applicationId,
            String givenName,
            String familyName,
            String cityId,

            @Schema(enumeration = {"OPEN", "ACCEPTED", "REFUSED", "TAKEN_BACK"})
            String state,

            List<Choice> has,
            List<Choice> wanted,
            String message,
            String answer,
            Instant requestedAt,
            Instant decidedAt,
            long version) {

        static ChangeRequestResponse of(ChangeRequest request, Application person, Logistics logistics) {
            boolean open = request.state() == ChangeRequest.State.OPEN;
            return new ChangeRequestResponse(
                    request.id(),
                    request.applicationId(),
                    person.givenName(),
                    person.familyName(),
                    person.cityId(),
                    request.state().name(),
                    open ? Choice.of(logistics == null ? Map.of() : logistics.choices()) : null,
                    Choice.of(request.wanted()),
                    request.message(),
                    request.answer(),
                    request.requestedAt(),
                    request.decidedAt(),
                    request.version());
        }
    }

    /** What the audit trail calls what happens to a request. */
    private static final Set<String> ACTIONS = Set.of(
            "logistics-change-requested",
            "logistics-change-taken-back",
            "logistics-change-accepted",
            "logistics-change-refused");

    private final Calls calls;
    private final Applications applications;
    private final LogisticsOfPeople people;
    private final ChangeRequests requests;
    private final DecideChangeRequest decideChangeRequest;
    private final SeenVersions seenVersions;
    private final AuditTrail audit;

    ChangeRequestsResource(
            Calls calls,
            Applications applications,
            LogisticsOfPeople people,
            ChangeRequests requests,
            DecideChangeRequest decideChangeRequest,
            SeenVersions seenVersions,
            AuditTrail audit) {
        this.calls = calls;
        this.applications = applications;
        this.people = people;
        this.requests = requests;
        this.decideChangeRequest = decideChangeRequest;
        this.seenVersions = seenVersions;
        this.audit = audit;
    }

    @GET
    @Transactional
    @Operation(summary = "List requests for other places, the oldest first")
    public Page<ChangeRequestResponse> list(
            @PathParam("id") UUID callId,
            @QueryParam("state")
                    @Pattern(
                            regexp = "OPEN|ACCEPTED|REFUSED|TAKEN_BACK",
                            message = "must be OPEN, ACCEPTED, REFUSED or TAKEN_BACK")
                    String state,
            @Valid @BeanParam PageRequest page) {
        Problems.requireFound(calls.findByIdOptional(callId));
        Page<ChangeRequest> found =
                requests.of(callId, state == null ? null : ChangeRequest.State.valueOf(state), page);
        List<UUID> ids =
                found.items().stream().map(ChangeRequest::applicationId).toList();
        Map<UUID, Application> persons =
                applications.all(ids).stream().collect(Collectors.toMap(Application::id, Function.identity()));
        Map<UUID, Logistics> logistics =
                people.all(ids).stream().collect(Collectors.toMap(Logistics::applicationId, Function.identity()));
        return found.map(request -> ChangeRequestResponse.of(
                request, persons.get(request.applicationId()), logistics.get(request.applicationId())));
    }

    @GET
    @Path("/{requestId}")
    @Transactional
    @Operation(summary = "Show one request")
    @APIResponse(
            responseCode = "200",
            description = "The request; its entity tag is needed to decide",
            content = @Content(schema = @Schema(implementation = ChangeRequestResponse.class)))
    public Response show(@PathParam("id") UUID callId, @PathParam("requestId") UUID requestId) {
        return answer(find(callId, requestId));
    }

    @POST
    @Path("/{requestId}/decision")
    @Transactional
    @Operation(
            summary =
                    "Accept or refuse a request; accepting moves the places in the same moment, and the person gets a mail")
    @APIResponse(
            responseCode = "200",
            description = "Decided",
            content = @Content(schema = @Schema(implementation = ChangeRequestResponse.class)))
    @APIResponse(
            responseCode = "409",
            description =
                    "Something is full or not on the days of the workshop any more, the workshop is over and the request is accepted, or it has been decided; then by and at say by whom and when")
    @APIResponse(
            responseCode = "422",
            description =
                    "There is no such option any more, companions cannot come along, two are at one time, or a value of the answer cannot be accepted")
    @APIResponse(responseCode = "412", description = SeenVersions.WHO_WAS_QUICKER)
    public Response decide(
            @PathParam("id") UUID callId,
            @PathParam("requestId") UUID requestId,
            @HeaderParam(HttpHeaders.IF_MATCH) String ifMatch,
            @Valid @NotNull ChangeDecision decision) {
        ChangeRequest asked = find(callId, requestId);
        seenVersions.require(ifMatch, asked.version(), () -> lastChange(asked));
        return answer(seenVersions.orThrow(
                decideChangeRequest.decide(requestId, decision.accept(), Texts.given(decision.answer())),
                RegistrationProblem.CHANGE_REQUEST_CLOSED,
                () -> lastChange(asked)));
    }

    private Optional<AuditEntry> lastChange(ChangeRequest request) {
        return audit.last("application", request.applicationId().toString(), ACTIONS);
    }

    private ChangeRequest find(UUID callId, UUID requestId) {
        return requests.of(callId, requestId).orElseThrow(Problems::notFound);
    }

    private Response answer(ChangeRequest request) {
        ChangeRequestResponse response = ChangeRequestResponse.of(
                request, applications.findById(request.applicationId()), people.findById(request.applicationId()));
        return Response.ok(response)
                .header(HttpHeaders.ETAG, EntityTags.of(request.version()))
                .build();
    }
}
