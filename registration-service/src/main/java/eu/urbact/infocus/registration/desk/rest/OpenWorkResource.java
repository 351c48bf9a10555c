package eu.urbact.infocus.registration.desk.rest;

import java.util.List;
import jakarta.annotation.security.RolesAllowed;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;

import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;

import eu.urbact.infocus.chassis.security.Roles;
import eu.urbact.infocus.registration.desk.CountOpenWork;
import eu.urbact.infocus.registration.desk.OpenWork;

/** What waits for the organisers, in numbers. */
@Path("/api/v1/admin/open-work")
@Produces(MediaType.APPLICATION_JSON)
@RolesAllowed(Roles.ORGANISER)
@Tag(name = "Admin")
public class OpenWorkResource {

    private final CountOpenWork countOpenWork;

    OpenWorkResource(CountOpenWork countOpenWork) {
        this.countOpenWork = countOpenWork;
    }

    @GET
    @Operation(
            summary = "Count what waits for the organisers, by call",
            description =
                    "Applications without a decision, requests for other meals, visits or buses, people who wait for a"
                            + " room or another one, seats that are held for somebody. Of calls that are open or closed; numbers only.")
    public List<OpenWork> openWork() {
        return countOpenWork.ofAllCalls();
    }
}
