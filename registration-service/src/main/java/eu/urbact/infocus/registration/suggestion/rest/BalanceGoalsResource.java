package eu.urbact.infocus.registration.suggestion.rest;

import java.util.EnumMap;
import java.util.Map;
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
import eu.urbact.infocus.chassis.problem.Problems;
import eu.urbact.infocus.chassis.rest.EntityTags;
import eu.urbact.infocus.chassis.security.Roles;
import eu.urbact.infocus.registration.application.Profile;
import eu.urbact.infocus.registration.call.Calls;
import eu.urbact.infocus.registration.organiser.rest.SeenVersions;
import eu.urbact.infocus.registration.suggestion.ChangeBalanceGoals;
import eu.urbact.infocus.registration.suggestion.Goals;
import eu.urbact.infocus.registration.suggestion.GoalsOfCalls;

/** What a well-mixed room looks like, for one call. */
@Path("/api/v1/admin/calls/{id}/balance-goals")
@Produces(MediaType.APPLICATION_JSON)
@RolesAllowed(Roles.ORGANISER)
@Tag(name = "Admin")
public class BalanceGoalsResource {

    /**
     * The goals.
     *
     * @param maxPerCityInOpenPool how many people of one partner city may have an open seat; null for no limit
     * @param newcomersPercent which share of the room is to be new to the network's workshops
     * @param minimumPerProfile how many of a profile are to be in the room
     */
    public record BalanceGoals(
            @Min(0) @Max(10_000) Integer maxPerCityInOpenPool,
            @NotNull @Min(0) @Max(100) Integer newcomersPercent,
            @NotNull Map<@NotNull Profile, @NotNull @Min(0) @Max(10_000) Integer> minimumPerProfile) {

        static BalanceGoals of(Goals goals) {
            Map<Profile, Integer> minimums = new EnumMap<>(Profile.class);
            minimums.putAll(goals.minimumPerProfile());
            return new BalanceGoals(goals.maxPerCityInOpenPool(), goals.newcomersPercent(), minimums);
        }

        Goals goals() {
            return new Goals(maxPerCityInOpenPool, newcomersPercent, minimumPerProfile);
        }
    }

    private final Calls calls;
    private final GoalsOfCalls goalsOfCalls;
    private final ChangeBalanceGoals changeBalanceGoals;
    private final SeenVersions seenVersions;
    private final AuditTrail audit;

    BalanceGoalsResource(
            Calls calls,
            GoalsOfCalls goalsOfCalls,
            ChangeBalanceGoals changeBalanceGoals,
            SeenVersions seenVersions,
            AuditTrail audit) {
        this.calls = calls;
        this.goalsOfCalls = goalsOfCalls;
        this.changeBalanceGoals = changeBalanceGoals;
        this.seenVersions = seenVersions;
        this.audit = audit;
    }

    @GET
    @Operation(summary = "Show the balance goals that suggestions follow")
    @APIResponse(
            responseCode = "200",
            content = @Content(schema = @Schema(implementation = BalanceGoals.class)),
            description = "The goals; the entity tag is needed to change them")
    public Response show(@PathParam("id") UUID id) {
        checkCall(id);
        return answer(goalsOfCalls.of(id));
    }

    @PUT
    @Transactional
    @Operation(summary = "Replace the balance goals; the published rule and the suggestion follow at once")
    @APIResponse(
            responseCode = "200",
            content = @Content(schema = @Schema(implementation = BalanceGoals.class)),
            description = "Replaced")
    @APIResponse(responseCode = "412", description = SeenVersions.WHO_WAS_QUICKER)
    public Response change(
            @PathParam("id") UUID id,
            @HeaderParam(HttpHeaders.IF_MATCH) String ifMatch,
            @Valid @NotNull BalanceGoals goals) {
        checkCall(id);
        seenVersions.require(
                ifMatch,
                // locked before they are compared: of two at the same moment the second is told what the first has done
                goalsOfCalls.lockedToChange(id).version(),
                () -> audit.last("call", id.toString(), Set.of("balance-goals-changed")));
        return answer(changeBalanceGoals.change(id, goals.goals()));
    }

    private void checkCall(UUID id) {
        Problems.requireFound(calls.findByIdOptional(id));
    }

    private static Response answer(GoalsOfCalls.Versioned goals) {
        return Response.ok(BalanceGoals.of(goals.goals()))
                .header(HttpHeaders.ETAG, EntityTags.of(goals.version()))
                .build();
    }
}
