package eu.urbact.infocus.registration.desk.rest;

import java.time.Instant;
import java.util.List;
import java.util.UUID;
import jakarta.annotation.security.RolesAllowed;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;

import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;

import eu.urbact.infocus.chassis.problem.Problems;
import eu.urbact.infocus.chassis.security.Roles;
import eu.urbact.infocus.registration.application.ApplicationState;
import eu.urbact.infocus.registration.application.Applications;
import eu.urbact.infocus.registration.desk.Acquaintances;

/** What the network knows of a person from earlier workshops. */
@Path("/api/v1/admin/applications/{id}/earlier")
@Produces(MediaType.APPLICATION_JSON)
@RolesAllowed(Roles.ORGANISER)
@Tag(name = "Admin")
public class EarlierWorkshopsResource {

    /**
     * Another application of the same person, to the same call or to another one.
     *
     * @param workshop the workshop's slug, or null when it is not known any more
     * @param daysAttended on how many days they were there
     */
    public record EarlierItem(
            UUID applicationId,
            UUID callId,
            String workshop,
            String title,
            Instant startsAt,
            ApplicationState state,
            Instant appliedAt,
            long daysAttended) {

        static EarlierItem of(Acquaintances.Earlier earlier) {
            return new EarlierItem(
                    earlier.applicationId(),
                    earlier.callId(),
                    earlier.workshop(),
                    earlier.title(),
                    earlier.startsAt(),
                    earlier.state(),
                    earlier.appliedAt(),
                    earlier.daysAttended());
        }
    }

    private final Applications applications;
    private final Acquaintances acquaintances;

    EarlierWorkshopsResource(Applications applications, Acquaintances acquaintances) {
        this.applications = applications;
        this.acquaintances = acquaintances;
    }

    @GET
    @Operation(summary = "List the other applications of the same mail address, newest first, with the days attended")
    public List<EarlierItem> list(@PathParam("id") UUID id) {
        Problems.requireFound(applications.findByIdOptional(id));
        return acquaintances.earlier(id).stream().map(EarlierItem::of).toList();
    }
}
