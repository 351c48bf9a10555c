package eu.urbact.infocus.registration.logistics.rest;

import java.util.List;
import jakarta.annotation.security.PermitAll;
import jakarta.enterprise.inject.Any;
import jakarta.enterprise.inject.Instance;
import jakarta.transaction.Transactional;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.HeaderParam;
import jakarta.ws.rs.Path;
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
import eu.urbact.infocus.registration.application.Application;
import eu.urbact.infocus.registration.logistics.PersonalTask;
import eu.urbact.infocus.registration.logistics.PersonalTasks;
import eu.urbact.infocus.registration.programmeview.Workshops;
import eu.urbact.infocus.registration.selfservice.ApplicationLinks;

/** What a person with a place still has to say, over all features that ask. */
@Path("/api/v1/self-service/tasks")
@Produces(MediaType.APPLICATION_JSON)
@PermitAll
@Tag(name = "Public")
public class TasksResource {

    private static final String LINK_HEADER = "Application-Link";

    /** The tasks, answered and open; {@code open} counts those that are not answered, without the {@code optional} ones. */
    public record TasksResponse(String zone, long open, List<PersonalTask> tasks, List<PersonalTask> optional) {}

    private final ApplicationLinks links;
    private final Instance<PersonalTasks> features;
    private final Workshops workshops;

    TasksResource(ApplicationLinks links, @Any Instance<PersonalTasks> features, Workshops workshops) {
        this.links = links;
        this.features = features;
        this.workshops = workshops;
    }

    @GET
    @Transactional
    @Operation(
            summary = "List what a person with a place is asked for, and until when",
            description = "Empty without a place. 404 for every link that opens nothing.")
    @APIResponse(
            responseCode = "200",
            description = "The tasks",
            content = @Content(schema = @Schema(implementation = TasksResponse.class)))
    public Response tasks(@HeaderParam(LINK_HEADER) String token) {
        Application application = links.find(token).orElseThrow(Problems::notFound);
        List<PersonalTask> tasks = features.stream()
                .flatMap(feature -> feature.of(application).stream())
                .toList();
        return Response.ok(new TasksResponse(
                        workshops.findById(application.workshopId()).zone().getId(),
                        tasks.stream().filter(task -> !task.answered()).count(),
                        tasks,
                        features.stream()
                                .flatMap(feature -> feature.optional(application).stream())
                                .toList()))
                .header(HttpHeaders.CACHE_CONTROL, "no-store")
                .build();
    }
}
