package eu.urbact.infocus.registration.suggestion.rest;

import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import java.util.function.Function;
import java.util.stream.Collectors;
import jakarta.annotation.security.RolesAllowed;
import jakarta.transaction.Transactional;
import jakarta.validation.Valid;
import jakarta.ws.rs.BeanParam;
import jakarta.ws.rs.GET;
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
import eu.urbact.infocus.chassis.rest.Page;
import eu.urbact.infocus.chassis.rest.PageRequest;
import eu.urbact.infocus.chassis.security.Roles;
import eu.urbact.infocus.registration.application.Application;
import eu.urbact.infocus.registration.application.Applications;
import eu.urbact.infocus.registration.call.Calls;
import eu.urbact.infocus.registration.suggestion.Proposal;
import eu.urbact.infocus.registration.suggestion.SuggestSelection;

/** A selection proposed to the organisers, with reasons. Nothing is decided here. */
@Path("/api/v1/admin/calls/{id}/suggestion")
@Produces(MediaType.APPLICATION_JSON)
@RolesAllowed(Roles.ORGANISER)
@Tag(name = "Admin")
public class SuggestionResource {

    private final Calls calls;
    private final Applications applications;
    private final SuggestSelection suggestSelection;

    SuggestionResource(Calls calls, Applications applications, SuggestSelection suggestSelection) {
        this.calls = calls;
        this.applications = applications;
        this.suggestSelection = suggestSelection;
    }

    @GET
    @Transactional
    @Operation(
            summary = "Propose whom to admit, and say why and why not for everybody",
            description =
                    "First those to admit in the order of their seats, then the waiting list by rank, then those about whom the"
                            + " rule says nothing and people decide. Nobody is declined by it.")
    @APIResponse(
            responseCode = "200",
            content = @Content(schema = @Schema(implementation = SuggestionResponse.class)),
            description =
                    "The proposal; the entity tag stays the same as long as nothing has changed that it depends on")
    public Response show(@PathParam("id") UUID id, @Valid @BeanParam PageRequest page) {
        Problems.requireFound(calls.findByIdOptional(id));
        SuggestSelection.Selection selection = suggestSelection.suggest(id);
        List<Proposal> all = selection.proposals();
        List<Proposal> shown =
                all.stream().skip(page.offset()).limit(page.size()).toList();
        Map<UUID, Application> people = people(shown);
        Page<SuggestionResponse.Entry> entries = Page.of(
                shown.stream()
                        .map(proposal -> SuggestionResponse.Entry.of(proposal, people))
                        .toList(),
                page,
                all.size());
        return Response.ok(SuggestionResponse.of(id, selection, entries))
                .header(HttpHeaders.ETAG, SuggestionResponse.tag(selection))
                .build();
    }

    private Map<UUID, Application> people(List<Proposal> shown) {
        Set<UUID> ids = new HashSet<>();
        shown.forEach(proposal -> {
            ids.add(proposal.candidate().id());
            ids.addAll(proposal.next());
        });
        return applications.all(ids).stream().collect(Collectors.toMap(Application::id, Function.identity()));
    }
}
