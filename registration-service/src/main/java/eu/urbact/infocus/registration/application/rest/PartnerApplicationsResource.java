package eu.urbact.infocus.registration.application.rest;

import java.util.UUID;
import jakarta.validation.Valid;
import jakarta.validation.constraints.Pattern;
import jakarta.ws.rs.BeanParam;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.QueryParam;
import jakarta.ws.rs.core.MediaType;

import io.quarkus.security.PermissionsAllowed;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;

import eu.urbact.infocus.chassis.problem.Problems;
import eu.urbact.infocus.chassis.rest.Page;
import eu.urbact.infocus.chassis.rest.PageRequest;
import eu.urbact.infocus.chassis.security.Caller;
import eu.urbact.infocus.registration.application.ApplicationFilter;
import eu.urbact.infocus.registration.application.Applications;

/** The own city's people. Somebody else's application answers exactly like one that does not exist. */
@Path("/api/v1/partner/applications")
@Produces(MediaType.APPLICATION_JSON)
@PermissionsAllowed(CityMembershipChecker.CITY_MEMBER)
@Tag(name = "Partner")
public class PartnerApplicationsResource {

    private final Applications applications;
    private final Caller caller;

    PartnerApplicationsResource(Applications applications, Caller caller) {
        this.applications = applications;
        this.caller = caller;
    }

    @GET
    @Operation(summary = "List the applications of people who come with your city")
    public Page<ApplicationItem> list(
            @QueryParam("call") @Pattern(regexp = ApplicationQuery.UUID_FORM, message = "must be a call's id")
                    String call,
            @QueryParam("state") @Pattern(regexp = ApplicationQuery.STATES, message = ApplicationQuery.NO_SUCH_STATE)
                    String state,
            @Valid @BeanParam PageRequest page) {
        ApplicationFilter filter = new ApplicationFilter(
                ApplicationQuery.id(call),
                ApplicationQuery.state(state),
                caller.cities(),
                false,
                null,
                ApplicationFilter.Order.APPLIED_AT);
        return applications.list(filter, page).map(ApplicationItem::of);
    }

    @GET
    @Path("/{id}")
    @Operation(summary = "Show one of them")
    public ApplicationDetail show(@PathParam("id") UUID id) {
        return applications
                .ofCities(id, caller.cities())
                .map(ApplicationDetail::forPartner)
                .orElseThrow(Problems::notFound);
    }
}
