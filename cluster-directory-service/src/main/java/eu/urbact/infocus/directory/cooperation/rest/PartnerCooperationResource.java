package eu.urbact.infocus.directory.cooperation.rest;

import java.net.URI;
import java.time.LocalDate;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import jakarta.transaction.Transactional;
import jakarta.validation.Valid;
import jakarta.validation.constraints.NotBlank;
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

import io.quarkus.security.PermissionsAllowed;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.media.Content;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;

import eu.urbact.infocus.chassis.problem.FieldError;
import eu.urbact.infocus.chassis.problem.Problems;
import eu.urbact.infocus.chassis.rest.EntityTags;
import eu.urbact.infocus.chassis.rest.Idempotency;
import eu.urbact.infocus.chassis.rest.Page;
import eu.urbact.infocus.chassis.rest.PageRequest;
import eu.urbact.infocus.chassis.security.Caller;
import eu.urbact.infocus.chassis.validation.NoMarkup;
import eu.urbact.infocus.chassis.validation.SafeText;
import eu.urbact.infocus.directory.cluster.Clusters;
import eu.urbact.infocus.directory.cooperation.Cooperate;
import eu.urbact.infocus.directory.cooperation.Cooperation;
import eu.urbact.infocus.directory.cooperation.CooperationState;
import eu.urbact.infocus.directory.cooperation.Cooperations;

/** The own city's cooperations. What two other cities have between them answers exactly like something that does not exist. */
@Path("/api/v1/partner/cooperations")
@Produces(MediaType.APPLICATION_JSON)
@PermissionsAllowed("city-member")
@Tag(name = "Partner")
public class PartnerCooperationResource {

    private static final String CLUSTER = "[a-z0-9-]{1,60}";

    private final Cooperate cooperate;
    private final Cooperations cooperations;
    private final Clusters clusters;
    private final Caller caller;
    private final Idempotency idempotency;

    PartnerCooperationResource(
            Cooperate cooperate, Cooperations cooperations, Clusters clusters, Caller caller, Idempotency idempotency) {
        this.cooperate = cooperate;
        this.cooperations = cooperations;
        this.clusters = clusters;
        this.caller = caller;
        this.idempotency = idempotency;
    }

    /** What is proposed to whom. */
    public record ProposalRequest(
            @NotNull @Pattern(regexp = CLUSTER, message = "must be a cluster's id")
            String fromClusterId,

            @NotNull @Pattern(regexp = CLUSTER, message = "must be a cluster's id")
            String toClusterId,

            @NotBlank
            @Size(max = 2_000, message = "must have at most 2000 characters")
            @SafeText(multiline = true)
            @NoMarkup
            String message) {}

    /** A word to the other city. */
    public record AnswerRequest(
            @Size(max = 1_000, message = "must have at most 1000 characters") @SafeText(multiline = true) @NoMarkup
            String message) {}

    /** What is to be done next, by whom, and until when. */
    public record StepRequest(
            @NotBlank
            @Size(max = 500, message = "must have at most 500 characters")
            @SafeText(multiline = true)
            @NoMarkup
            String text,

            @NotBlank @Size(max = 50, message = "must have at most 50 characters")
            String cityId,

            @NotNull LocalDate dueOn) {}

    @GET
    @Transactional
    @Operation(summary = "List your city's cooperations: what still binds first, then the latest")
    public Page<CooperationResponse> list(
            @QueryParam("state") CooperationState state, @Valid @BeanParam PageRequest page) {
        Page<Cooperation> found = cooperations.of(caller.cities(), Optional.ofNullable(state), page);
        Map<String, String> names = clusterNames(found.items());
        Map<String, String> cities = clusters.cityNames();
        return found.map(cooperation -> response(cooperation, names, cities));
    }

    @GET
    @Path("/{id}")
    @Transactional
    @Operation(summary = "Show a cooperation of your city")
    @APIResponse(
            responseCode = "200",
            description = "The cooperation; its ETag is needed for an answer",
            content = @Content(schema = @Schema(implementation = CooperationResponse.class)))
    public Response show(@PathParam("id") UUID id) {
        return answer(Response.ok(), find(id));
    }

    @POST
    @Operation(summary = "Propose a cooperation of one of your city's clusters with one of another city")
    @APIResponse(
            responseCode = "201",
            description = "Proposed; the other city finds it among its cooperations",
            content = @Content(schema = @Schema(implementation = CooperationResponse.class)))
    @APIResponse(
            responseCode = "404",
            description = "There is no such cluster, or the proposing one is not your city's")
    @APIResponse(
            responseCode = "409",
            description = "Both clusters belong to one city, or there is a proposal or cooperation of the two")
    public Response propose(
            @HeaderParam(Idempotency.HEADER) String idempotencyKey, @Valid @NotNull ProposalRequest request) {
        return idempotency.once("propose cooperation", idempotencyKey, request, () -> {
            Cooperation cooperation = Problems.orThrow(cooperate
                    .propose(
                            request.fromClusterId(),
                            request.toClusterId(),
                            request.message().strip())
                    .orElseThrow(Problems::notFound));
            return answer(
                    Response.created(URI.create("/api/v1/partner/cooperations/" + cooperation.id())), cooperation);
        });
    }

    @POST
    @Path("/{id}/acceptance")
    @Transactional
    @Operation(summary = "Accept a proposal made to your city")
    @APIResponse(
            responseCode = "200",
            description = "Accepted",
            content = @Content(schema = @Schema(implementation = CooperationResponse.class)))
    @APIResponse(responseCode = "409", description = "It was answered or taken back, or your city made it itself")
    public Response accept(
            @PathParam("id") UUID id,
            @HeaderParam(HttpHeaders.IF_MATCH) String ifMatch,
            @Valid @NotNull AnswerRequest request) {
        return become(id, ifMatch, CooperationState.ACCEPTED, request);
    }

    @POST
    @Path("/{id}/refusal")
    @Transactional
    @Operation(summary = "Decline a proposal made to your city")
    @APIResponse(
            responseCode = "200",
            description = "Declined",
            content = @Content(schema = @Schema(implementation = CooperationResponse.class)))
    @APIResponse(responseCode = "409", description = "It was answered or taken back, or your city made it itself")
    public Response decline(
            @PathParam("id") UUID id,
            @HeaderParam(HttpHeaders.IF_MATCH) String ifMatch,
            @Valid @NotNull AnswerRequest request) {
        return become(id, ifMatch, CooperationState.DECLINED, request);
    }

    @POST
    @Path("/{id}/withdrawal")
    @Transactional
    @Operation(summary = "Take your city's proposal back before it is answered")
    @APIResponse(
            responseCode = "200",
            description = "Taken back",
            content = @Content(schema = @Schema(implementation = CooperationResponse.class)))
    @APIResponse(responseCode = "409", description = "It was answered, or the other city made it")
    public Response withdraw(
            @PathParam("id") UUID id,
            @HeaderParam(HttpHeaders.IF_MATCH) String ifMatch,
            @Valid @NotNull AnswerRequest request) {
        return become(id, ifMatch, CooperationState.WITHDRAWN, request);
    }

    @POST
    @Path("/{id}/end")
    @Transactional
    @Operation(summary = "End an accepted cooperation; either city may")
    @APIResponse(
            responseCode = "200",
            description = "Ended",
            content = @Content(schema = @Schema(implementation = CooperationResponse.class)))
    @APIResponse(responseCode = "409", description = "It is not running")
    public Response end(@PathParam("id") UUID id, @HeaderParam(HttpHeaders.IF_MATCH) String ifMatch) {
        return become(id, ifMatch, CooperationState.ENDED, new AnswerRequest(null));
    }

    @POST
    @Path("/{id}/steps")
    @Operation(summary = "Agree on a next step with an owner and a day")
    @APIResponse(
            responseCode = "201",
            description = "Added",
            content = @Content(schema = @Schema(implementation = CooperationResponse.class)))
    @APIResponse(responseCode = "409", description = "The cooperation is not running")
    @APIResponse(responseCode = "422", description = "The day is past, or the city is neither of the two")
    public Response addStep(
            @PathParam("id") UUID id,
            @HeaderParam(Idempotency.HEADER) String idempotencyKey,
            @Valid @NotNull StepRequest request) {
        return idempotency.once("cooperation step " + id, idempotencyKey, request, () -> {
            List<FieldError> errors = cooperate.check(find(id), request.cityId(), request.dueOn());
            if (!errors.isEmpty()) {
                throw Problems.invalid(errors);
            }
            Cooperation cooperation =
                    Problems.orThrow(cooperate.add(id, request.text().strip(), request.cityId(), request.dueOn()));
            return answer(Response.created(URI.create("/api/v1/partner/cooperations/" + id)), cooperation);
        });
    }

    @POST
    @Path("/{id}/steps/{stepId}/completion")
    @Transactional
    @Operation(summary = "Say that a step is done. Doing it twice is harmless.")
    @APIResponse(
            responseCode = "200",
            description = "It is done",
            content = @Content(schema = @Schema(implementation = CooperationResponse.class)))
    @APIResponse(responseCode = "409", description = "The cooperation is not running")
    public Response complete(@PathParam("id") UUID id, @PathParam("stepId") UUID stepId) {
        find(id);
        return answer(
                Response.ok(), Problems.orThrow(cooperate.complete(id, stepId).orElseThrow(Problems::notFound)));
    }

    private Response become(UUID id, String ifMatch, CooperationState next, AnswerRequest request) {
        EntityTags.require(ifMatch, find(id).version());
        String words = request.message() == null || request.message().isBlank()
                ? null
                : request.message().strip();
        return answer(Response.ok(), Problems.orThrow(cooperate.become(id, next, words)));
    }

    private Cooperation find(UUID id) {
        return cooperations.find(id, caller.cities()).orElseThrow(Problems::notFound);
    }

    private Response answer(Response.ResponseBuilder answer, Cooperation cooperation) {
        return answer.header(HttpHeaders.ETAG, EntityTags.of(cooperation.version()))
                .entity(response(cooperation, clusterNames(List.of(cooperation)), clusters.cityNames()))
                .build();
    }

    private CooperationResponse response(
            Cooperation cooperation, Map<String, String> clusterNames, Map<String, String> cityNames) {
        return CooperationResponse.of(
                cooperation, EntityTags.of(cooperation.version()), caller.cities(), clusterNames, cityNames);
    }

    private Map<String, String> clusterNames(Collection<Cooperation> of) {
        List<String> ids = of.stream()
                .flatMap(cooperation -> Stream.of(
                        cooperation.from().clusterId(), cooperation.to().clusterId()))
                .distinct()
                .toList();
        return ids.isEmpty()
                ? Map.of()
                : clusters.list("id in ?1", ids).stream()
                        .map(cluster -> cluster.description())
                        .collect(Collectors.toMap(cluster -> cluster.id(), cluster -> cluster.name()));
    }
}
