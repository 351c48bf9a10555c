package eu.urbact.infocus.chassis.audit.rest;

import jakarta.annotation.security.RolesAllowed;
import jakarta.validation.Valid;
import jakarta.ws.rs.BeanParam;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.QueryParam;
import jakarta.ws.rs.core.MediaType;

import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;

import eu.urbact.infocus.chassis.audit.AuditEntry;
import eu.urbact.infocus.chassis.audit.AuditTrail;
import eu.urbact.infocus.chassis.rest.Page;
import eu.urbact.infocus.chassis.rest.PageRequest;
import eu.urbact.infocus.chassis.security.Roles;

/** The audit trail, for organisers and auditors. */
@Path("/api/v1/admin/audit-entries")
@Produces(MediaType.APPLICATION_JSON)
@RolesAllowed({Roles.ORGANISER, Roles.AUDITOR})
@Tag(name = "Admin")
public class AuditResource {

    private final AuditTrail trail;

    AuditResource(AuditTrail trail) {
        this.trail = trail;
    }

    @GET
    @Operation(summary = "List who did what, newest first")
    public Page<AuditEntry> list(
            @QueryParam("objectType") String objectType,
            @QueryParam("objectId") String objectId,
            @Valid @BeanParam PageRequest page) {
        return trail.list(objectType, objectId, page);
    }
}
