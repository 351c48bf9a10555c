package eu.urbact.infocus.registration.staging.rest;

import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.function.Function;
import java.util.stream.Collectors;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.ws.rs.core.HttpHeaders;
import jakarta.ws.rs.core.Response;

import eu.urbact.infocus.registration.application.Application;
import eu.urbact.infocus.registration.application.Applications;
import eu.urbact.infocus.registration.organiser.Organisers;
import eu.urbact.infocus.registration.staging.Plan;

/** Shows a plan, with the names of those who stand for the others. */
@ApplicationScoped
public class PlanResponses {

    private final Applications applications;
    private final Organisers organisers;

    PlanResponses(Applications applications, Organisers organisers) {
        this.applications = applications;
        this.organisers = organisers;
    }

    /** The plan with its entity tag. */
    public Response answer(UUID callId, Plan plan) {
        List<Plan.Planned> samples = PlanResponse.samples(plan);
        Map<UUID, Application> people =
                applications
                        .all(samples.stream().map(Plan.Planned::applicationId).toList())
                        .stream()
                        .collect(Collectors.toMap(Application::id, Function.identity()));
        Map<String, String> names = organisers.namesOf(
                samples.stream().map(Plan.Planned::stagedBy).distinct().toList());
        return Response.ok(PlanResponse.of(callId, plan, people, names::get))
                .header(HttpHeaders.ETAG, PlanResource.tag(plan))
                .build();
    }
}
