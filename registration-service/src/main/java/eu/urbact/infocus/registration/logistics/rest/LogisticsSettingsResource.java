package eu.urbact.infocus.registration.logistics.rest;

import java.time.Clock;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneId;
import java.util.List;
import java.util.UUID;
import jakarta.annotation.security.RolesAllowed;
import jakarta.transaction.Transactional;
import jakarta.validation.Valid;
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

import com.fasterxml.jackson.annotation.JsonInclude;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.media.Content;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;

import eu.urbact.infocus.chassis.problem.FieldError;
import eu.urbact.infocus.chassis.problem.Problems;
import eu.urbact.infocus.chassis.rest.EntityTags;
import eu.urbact.infocus.chassis.security.Roles;
import eu.urbact.infocus.registration.call.WorkshopOfCall;
import eu.urbact.infocus.registration.logistics.LogisticsSetting;
import eu.urbact.infocus.registration.logistics.SetFreeze;
import eu.urbact.infocus.registration.programmeview.Workshop;

/** Until when people change their places themselves, for organisers. */
@Path("/api/v1/admin/calls/{id}/logistics/settings")
@Produces(MediaType.APPLICATION_JSON)
@RolesAllowed(Roles.ORGANISER)
@Tag(name = "Admin")
public class LogisticsSettingsResource {

    /** From when on places are changed on request only; null to ask nothing. */
    public record SettingRequest(OffsetDateTime freezeAt) {}

    /** The setting, with the zone that pages print its time in. */
    @JsonInclude(JsonInclude.Include.NON_NULL)
    public record SettingResponse(Instant freezeAt, String zone, boolean frozen, long version) {}

    private final WorkshopOfCall workshopOfCall;
    private final SetFreeze setFreeze;
    private final Clock clock;

    LogisticsSettingsResource(WorkshopOfCall workshopOfCall, SetFreeze setFreeze, Clock clock) {
        this.workshopOfCall = workshopOfCall;
        this.setFreeze = setFreeze;
        this.clock = clock;
    }

    @GET
    @Operation(summary = "Show until when people change their places themselves")
    @APIResponse(
            responseCode = "200",
            description = "The setting; its entity tag is needed to change it. Without a freeze time nothing is asked",
            content = @Content(schema = @Schema(implementation = SettingResponse.class)))
    public Response settings(@PathParam("id") UUID callId) {
        ZoneId zone = workshop(callId).zone();
        return answer(setFreeze.of(callId), zone);
    }

    @PUT
    @Transactional
    @Operation(
            summary = "Lay down the freeze time; with it people with a place begin to be asked",
            description = "A new one is in the future and before the workshop ends; one that is there may stay.")
    @APIResponse(
            responseCode = "200",
            description = "Laid down",
            content = @Content(schema = @Schema(implementation = SettingResponse.class)))
    @APIResponse(
            responseCode = "409",
            description =
                    "Without a freeze time nothing would be asked, and people have chosen places or wait for an answer")
    public Response change(
            @PathParam("id") UUID callId,
            @HeaderParam(HttpHeaders.IF_MATCH) String ifMatch,
            @Valid @NotNull SettingRequest request) {
        Workshop workshop = workshop(callId);
        LogisticsSetting setting = setFreeze.of(callId);
        EntityTags.require(ifMatch, setting.version());
        if (request.freezeAt() != null && !Texts.isOfOurTime(request.freezeAt())) {
            throw Problems.invalid(List.of(new FieldError("freezeAt", "must be between 2000 and 2100")));
        }
        Instant wanted = request.freezeAt() == null ? null : request.freezeAt().toInstant();
        if (wanted != null && !wanted.equals(setting.freezeAt())) {
            checkNew(wanted, workshop);
        }
        return answer(Problems.orThrow(setFreeze.freezeAt(callId, wanted)), workshop.zone());
    }

    /** People must be able to answer before it, and the lists must go out before the workshop is over. */
    private void checkNew(Instant freezeAt, Workshop workshop) {
        if (!freezeAt.isAfter(clock.instant())) {
            throw Problems.invalid(List.of(new FieldError("freezeAt", "must be in the future")));
        }
        if (!freezeAt.isBefore(workshop.endsAt())) {
            throw Problems.invalid(List.of(new FieldError("freezeAt", "must be before the workshop ends")));
        }
    }

    private Workshop workshop(UUID callId) {
        return workshopOfCall.find(callId).orElseThrow(Problems::notFound);
    }

    private Response answer(LogisticsSetting setting, ZoneId zone) {
        return Response.ok(new SettingResponse(
                        setting.freezeAt(),
                        zone.getId(),
                        setting.freezeAt() != null && !clock.instant().isBefore(setting.freezeAt()),
                        setting.version()))
                .header(HttpHeaders.ETAG, EntityTags.of(setting.version()))
                .build();
    }
}
