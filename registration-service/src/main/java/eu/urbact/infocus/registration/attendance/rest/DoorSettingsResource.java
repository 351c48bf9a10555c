package eu.urbact.infocus.registration.attendance.rest;

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

import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.media.Content;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;

import eu.urbact.infocus.chassis.problem.Problems;
import eu.urbact.infocus.chassis.rest.EntityTags;
import eu.urbact.infocus.chassis.security.Roles;
import eu.urbact.infocus.registration.attendance.DoorSetting;
import eu.urbact.infocus.registration.attendance.SetDoor;
import eu.urbact.infocus.registration.call.Calls;

/** What holds at the door, for organisers. */
@Path("/api/v1/admin/calls/{id}/door-settings")
@Produces(MediaType.APPLICATION_JSON)
@RolesAllowed(Roles.ORGANISER)
@Tag(name = "Admin")
public class DoorSettingsResource {

    /** What is to hold at the door. */
    public record DoorSettingRequest(@NotNull Boolean refuseWalkInsWhenFull) {}

    /** What holds at the door: whether walk-ins are sent away from a full room, or the desk is only warned. */
    public record DoorSettingResponse(boolean refuseWalkInsWhenFull, long version) {}

    private final Calls calls;
    private final SetDoor setDoor;

    DoorSettingsResource(Calls calls, SetDoor setDoor) {
        this.calls = calls;
        this.setDoor = setDoor;
    }

    @GET
    @Operation(summary = "Show what holds at the door")
    @APIResponse(
            responseCode = "200",
            description = "The setting; its entity tag is needed to change it",
            content = @Content(schema = @Schema(implementation = DoorSettingResponse.class)))
    public Response settings(@PathParam("id") UUID callId) {
        return answer(setDoor.of(found(callId)));
    }

    @PUT
    @Transactional
    @Operation(summary = "Lay down whether walk-ins are sent away from a full room")
    @APIResponse(
            responseCode = "200",
            description = "Laid down",
            content = @Content(schema = @Schema(implementation = DoorSettingResponse.class)))
    public Response set(
            @PathParam("id") UUID callId,
            @HeaderParam(HttpHeaders.IF_MATCH) String ifMatch,
            @Valid @NotNull DoorSettingRequest request) {
        EntityTags.require(ifMatch, setDoor.toChange(found(callId)).version());
        return answer(setDoor.refuseWalkInsWhenFull(callId, request.refuseWalkInsWhenFull()));
    }

    private UUID found(UUID callId) {
        return calls.findByIdOptional(callId).orElseThrow(Problems::notFound).id();
    }

    private static Response answer(DoorSetting setting) {
        return Response.ok(new DoorSettingResponse(setting.refuseWalkInsWhenFull(), setting.version()))
                .header(HttpHeaders.ETAG, EntityTags.of(setting.version()))
                .build();
    }
}
