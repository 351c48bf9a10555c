package eu.urbact.infocus.chassis.rest;

import java.math.RoundingMode;
import java.net.URI;
import java.sql.SQLException;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalTime;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import jakarta.annotation.security.PermitAll;
import jakarta.annotation.security.RolesAllowed;
import jakarta.validation.Valid;
import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Size;
import jakarta.ws.rs.BeanParam;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.HeaderParam;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.PUT;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.QueryParam;
import jakarta.ws.rs.core.Context;
import jakarta.ws.rs.core.HttpHeaders;
import jakarta.ws.rs.core.Response;

import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;

import eu.urbact.infocus.chassis.Notes;
import eu.urbact.infocus.chassis.outbox.Outbox;
import eu.urbact.infocus.chassis.outbox.OutgoingEvent;
import eu.urbact.infocus.chassis.security.Caller;
import eu.urbact.infocus.chassis.security.Roles;
import eu.urbact.infocus.chassis.validation.PersonName;
import eu.urbact.infocus.chassis.validation.SafeText;

@Path("/notes")
public class NotesResource {

    public record Note(
            @NotNull UUID key,
            @NotBlank @Size(max = 10) @PersonName String author,
            @SafeText(multiline = true) String text,
            int count) {}

    public record Words(@NotBlank String text) {}

    public record Planned(
            Instant at, LocalDate on, LocalTime from, UUID by, RoundingMode mode, Set<@Size(max = 3) String> tags) {}

    private final Notes notes;
    private final Outbox outbox;
    private final Idempotency idempotency;
    private final Caller caller;

    NotesResource(Notes notes, Outbox outbox, Idempotency idempotency, Caller caller) {
        this.notes = notes;
        this.outbox = outbox;
        this.idempotency = idempotency;
        this.caller = caller;
    }

    @POST
    @PermitAll
    @APIResponse(responseCode = "409", description = "The note is there already")
    public Response add(@HeaderParam(Idempotency.HEADER) String key, @Valid @NotNull Note note) {
        return idempotency.once("note", key, note, () -> {
            notes.add(note.key().toString(), 1, note.text());
            outbox.append(new OutgoingEvent(
                    "infocus.notes.v1",
                    note.key().toString(),
                    "eu.urbact.infocus.notes.added.v1",
                    Map.of("text", note.text())));
            if ("fails".equals(note.text())) {
                throw new IllegalStateException("secret detail");
            }
            return Response.created(URI.create("/notes/" + note.key()))
                    .entity(Map.of("key", note.key()))
                    .build();
        });
    }

    @POST
    @Path("/words")
    @PermitAll
    public String say(@Valid @NotNull Words words) {
        return words.text();
    }

    @POST
    @Path("/files")
    @Consumes("text/csv")
    @PermitAll
    public int bringIn(@Context HttpHeaders headers, byte[] file) {
        return headers.getMediaType() == null ? -file.length : file.length;
    }

    @POST
    @Path("/planned")
    @PermitAll
    public Planned plan(@Valid @NotNull Planned planned) {
        return planned;
    }

    @PUT
    @PermitAll
    @APIResponse(responseCode = "412", description = "The note has changed")
    public void change(@HeaderParam("If-Match") String ifMatch) {
        EntityTags.require(ifMatch, 3);
    }

    @GET
    @PermitAll
    public Page<String> list(@Valid @BeanParam PageRequest page) {
        return Page.of(List.of("one"), page, 1);
    }

    @GET
    @Path("/rounded/{number}")
    @PermitAll
    public String rounded(
            @PathParam("number") int number, @QueryParam("mode") RoundingMode mode, @QueryParam("since") int since) {
        return number + " " + mode + " " + since;
    }

    @GET
    @Path("/refused/{state}")
    @PermitAll
    public String refused(@PathParam("state") String state) {
        throw new IllegalStateException(new SQLException("secret", state));
    }

    @GET
    @Path("/own")
    @PermitAll
    public String own(@HeaderParam("Note-Link") String link) {
        return "" + link;
    }

    @GET
    @Path("/known")
    @PermitAll
    public Response known() {
        return Response.ok("known")
                .header(HttpHeaders.ETAG, EntityTags.of(1))
                .header(HttpHeaders.CACHE_CONTROL, "private, no-cache")
                .build();
    }

    @GET
    @Path("/long")
    @Produces({"application/json", "text/csv", "text/turtle", "application/geo+json"})
    @PermitAll
    public String words() {
        return "\"" + "a;b ".repeat(1_000) + "\"";
    }

    @GET
    @Path("/caller")
    @PermitAll
    public Map<String, Object> caller() {
        return Map.of("cities", caller.cities(), "actor", caller.actor());
    }

    @GET
    @Path("/organiser")
    @RolesAllowed(Roles.ORGANISER)
    public String organiser() {
        return "yes";
    }

    @GET
    @Path("/forgotten")
    public String withoutAnnotation() {
        return "never";
    }
}
