package eu.urbact.infocus.event.programme.rest;

import jakarta.annotation.security.PermitAll;
import jakarta.validation.Valid;
import jakarta.ws.rs.BeanParam;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.Context;
import jakarta.ws.rs.core.HttpHeaders;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;

import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponseSchema;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;

import eu.urbact.infocus.chassis.problem.Problems;
import eu.urbact.infocus.chassis.rest.Page;
import eu.urbact.infocus.chassis.rest.PageRequest;
import eu.urbact.infocus.event.programme.ReadProgramme;
import eu.urbact.infocus.event.programme.ReadProgramme.Released;
import eu.urbact.infocus.event.programme.Reader;
import eu.urbact.infocus.event.workshop.ReadWorkshops;
import eu.urbact.infocus.event.workshop.ReadWorkshops.KnownWorkshop;
import eu.urbact.infocus.event.workshop.ReadWorkshops.KnownWorkshops;

/** The workshops and their released programmes. Everybody may ask; what they get depends on who they are. */
@Path("/api/v1/workshops")
@Produces(MediaType.APPLICATION_JSON)
@PermitAll
@Tag(name = "Public")
public class WorkshopResource {

    /** Anything else names no workshop and does not reach the database. */
    static final String SLUG = "[a-z0-9-]{1,64}";

    private final ReadWorkshops workshops;
    private final ReadProgramme programmes;
    private final CurrentReader reader;
    private final ConditionalAnswer answer;

    WorkshopResource(
            ReadWorkshops workshops, ReadProgramme programmes, CurrentReader reader, ConditionalAnswer answer) {
        this.workshops = workshops;
        this.programmes = programmes;
        this.reader = reader;
        this.answer = answer;
    }

    /** All workshops in the order of their start. */
    @GET
    @Operation(operationId = "listWorkshops", summary = "All workshops in the order of their start")
    public Page<WorkshopSummary> list(@Valid @BeanParam PageRequest page) {
        KnownWorkshops known = workshops.page(page.page(), page.size());
        return Page.of(known.workshops().stream().map(WorkshopSummary::of).toList(), page, known.total());
    }

    /** One workshop. */
    @GET
    @Path("/{slug:" + SLUG + "}")
    @Operation(operationId = "getWorkshop", summary = "One workshop with its venues and days")
    @APIResponseSchema(WorkshopView.class)
    @APIResponse(responseCode = "304", description = "You have it already")
    @APIResponse(responseCode = "404", description = "There is no such workshop")
    public Response workshop(@PathParam("slug") String slug, @Context HttpHeaders headers) {
        Reader current = reader.get();
        KnownWorkshop workshop = workshops.bySlug(slug).orElseThrow(Problems::notFound);
        Released release = programmes.latest(slug, current).orElse(null);
        return answer.of(
                headers.getHeaderString(HttpHeaders.IF_NONE_MATCH),
                isAnonymous(current),
                WorkshopView.of(workshop, release));
    }

    /** The latest released programme. */
    @GET
    @Path("/{slug:" + SLUG + "}/programme")
    @Operation(operationId = "getProgramme", summary = "The latest released programme, as far as you may see it")
    @APIResponseSchema(ProgrammeView.class)
    @APIResponse(responseCode = "304", description = "You have it already")
    @APIResponse(responseCode = "404", description = "There is no such workshop, or nothing is released yet")
    public Response programme(@PathParam("slug") String slug, @Context HttpHeaders headers) {
        Reader current = reader.get();
        Released released = programmes.latest(slug, current).orElseThrow(Problems::notFound);
        return answer.of(
                headers.getHeaderString(HttpHeaders.IF_NONE_MATCH), isAnonymous(current), ProgrammeView.of(released));
    }

    /** A certain released programme. */
    @GET
    @Path("/{slug:" + SLUG + "}/releases/{number}")
    @Operation(operationId = "getRelease", summary = "A certain released programme, as far as you may see it")
    @APIResponseSchema(ProgrammeView.class)
    @APIResponse(responseCode = "304", description = "You have it already")
    @APIResponse(responseCode = "404", description = "There is no such release, or it changed nothing that you may see")
    public Response release(
            @PathParam("slug") String slug, @PathParam("number") int number, @Context HttpHeaders headers) {
        Reader current = reader.get();
        Released released = programmes.release(slug, number, current).orElseThrow(Problems::notFound);
        return answer.of(
                headers.getHeaderString(HttpHeaders.IF_NONE_MATCH), isAnonymous(current), ProgrammeView.of(released));
    }

    private static boolean isAnonymous(Reader reader) {
        return reader.equals(Reader.anonymous());
    }
}
