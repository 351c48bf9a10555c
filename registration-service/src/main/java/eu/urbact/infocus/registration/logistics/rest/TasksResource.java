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
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;

import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.media.Content;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;

import eu.urbact.infocus.registration.application.Application;
import eu.urbact.infocus.registration.logistics.PersonalTask;
import eu.urbact.infocus.registration.logistics.PersonalTasks;
import eu.urbact.infocus.registration.programmeview.Workshops;
import eu.urbact.infocus.registration.selfservice.rest.OwnApplications;

/** What a person with a place still has to say, over all features that ask. */
@Path("/api/v1/self-service/tasks")
@Produces(MediaType.APPLICATION_JSON)
@PermitAll
@Tag(name = "Public")
public class TasksResource {

    /** The tasks, answered and open; {@code open} counts those that are not answered, without the {@code optional} ones. */
    public record TasksResponse(String zone, long open, List<PersonalTask> tasks, List<PersonalTask> optional) {}

    private final OwnApplications ownApplications;
    private final Instance<PersonalTasks> features;
    private final Workshops workshops;

    TasksResource(OwnApplications ownApplications, @Any Instance<PersonalTasks> features, Workshops workshops) {
        this.ownApplications = ownApplications;
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
    public Response tasks(@HeaderParam(OwnApplications.LINK_HEADER) String token) {
        Application application = ownApplications.find(token);
        List<PersonalTask> tasks = features.stream()
                .flatMap(feature -> feature.of(application).stream())
                .toList();
        return OwnApplications.answer(new TasksResponse(
                        workshops.findById(application.workshopId()).zone().getId(),
                        tasks.stream().filter(task -> !task.answered()).count(),
                        tasks,
                        features.stream()
                                .flatMap(feature -> feature.optional(application).stream())
                                .toList()))
                .build();
    }
}
