package eu.urbact.infocus.registration.logistics.rest;

import java.net.URI;
import java.time.Instant;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.util.List;
import java.util.UUID;
import jakarta.annotation.security.RolesAllowed;
import jakarta.transaction.Transactional;
import jakarta.validation.Valid;
import jakarta.validation.constraints.Max;
import jakarta.validation.constraints.Min;
import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Pattern;
import jakarta.validation.constraints.Size;
import jakarta.ws.rs.DELETE;
import jakarta.ws.rs.DefaultValue;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.HeaderParam;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.PUT;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.QueryParam;
import jakarta.ws.rs.core.HttpHeaders;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;

import com.fasterxml.jackson.annotation.JsonInclude;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.enums.SchemaType;
import org.eclipse.microprofile.openapi.annotations.media.Content;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;

import eu.urbact.infocus.chassis.problem.FieldError;
import eu.urbact.infocus.chassis.problem.Problems;
import eu.urbact.infocus.chassis.rest.EntityTags;
import eu.urbact.infocus.chassis.rest.Idempotency;
import eu.urbact.infocus.chassis.security.Roles;
import eu.urbact.infocus.chassis.table.TableFormat;
import eu.urbact.infocus.chassis.validation.SafeText;
import eu.urbact.infocus.registration.call.WorkshopOfCall;
import eu.urbact.infocus.registration.logistics.AccessNeed;
import eu.urbact.infocus.registration.logistics.DefineOption;
import eu.urbact.infocus.registration.logistics.Diet;
import eu.urbact.infocus.registration.logistics.ListParticipants;
import eu.urbact.infocus.registration.logistics.LogisticsOption;
import eu.urbact.infocus.registration.logistics.LogisticsOptions;
import eu.urbact.infocus.registration.logistics.Needs;
import eu.urbact.infocus.registration.logistics.OptionKind;
import eu.urbact.infocus.registration.logistics.Participant;
import eu.urbact.infocus.registration.programmeview.Workshop;

/** What people may come along to, and who does, for organisers. */
@Path("/api/v1/admin/calls/{id}/logistics/options")
@Produces(MediaType.APPLICATION_JSON)
@RolesAllowed(Roles.ORGANISER)
@Tag(name = "Admin")
public class LogisticsOptionsResource {

    private static final String ADD_OPTION = "add-logistics-option";

    /** Something to come along to; {@code placeLimit} is null for no limit. */
    public record OptionRequest(
            @NotNull OptionKind kind,
            @NotBlank @Size(max = 120) @SafeText String title,
            @NotNull OffsetDateTime startsAt,
            @Size(max = 200) @SafeText String meetingPoint,
            @NotNull Boolean companionsWelcome,

            @Min(value = 0, message = PLACES) @Max(value = 10_000, message = PLACES)
            Integer placeLimit) {

        private static final String PLACES = "must be a whole number up to 10,000, or nothing for no limit";

        /**
         * Checks what no single field can tell, and translates.
         *
         * @param before when it begins so far, which may stay wherever the workshop has been moved to; null for something new
         */
        LogisticsOption.Definition definition(Workshop workshop, Instant before) {
            if (!Texts.isOfOurTime(startsAt)) {
                throw Problems.invalid(List.of(new FieldError("startsAt", "must be between 2000 and 2100")));
            }
            if (!startsAt.toInstant().equals(before)
                    && !workshop.isNear(LocalDate.ofInstant(startsAt.toInstant(), workshop.zone()))) {
                throw Problems.invalid(
                        List.of(new FieldError("startsAt", "must be within 14 days before or after the workshop")));
            }
            return new LogisticsOption.Definition(
                    kind,
                    title.strip(),
                    startsAt.toInstant(),
                    Texts.given(meetingPoint),
                    companionsWelcome,
                    placeLimit);
        }
    }

    /**
     * An option; {@code free} is absent without a limit.
     *
     * @param outside whether the workshop is not on this day, which it may have been before
     */
    @JsonInclude(JsonInclude.Include.NON_NULL)
    public record OptionResponse(
            UUID id,
            OptionKind kind,
            String title,
            Instant startsAt,
            String zone,
            String meetingPoint,
            boolean companionsWelcome,
            Integer placeLimit,
            int taken,
            Integer free,
            boolean outside,
            long version) {

        static OptionResponse of(LogisticsOption option, Workshop workshop) {
            return new OptionResponse(
                    option.id(),
                    option.kind(),
                    option.title(),
                    option.startsAt(),
                    workshop.zone().getId(),
                    option.meetingPoint(),
                    option.companionsWelcome(),
                    option.placeLimit(),
                    option.taken(),
                    option.free(),
                    option.isOutside(workshop),
                    option.version());
        }
    }

    /** Somebody on the list of an option. */
    @JsonInclude(JsonInclude.Include.NON_NULL)
    public record ParticipantResponse(
            UUID applicationId,
            String givenName,
            String familyName,
            String organisation,
            String cityId,
            int companions,
            Boolean photoConsent,
            List<Diet> diets,
            String dietNote,
            List<AccessNeed> accessNeeds,
            String accessNote) {

        static ParticipantResponse of(Participant participant) {
            Needs.Answer needs = participant.needs();
            return new ParticipantResponse(
                    participant.applicationId(),
                    participant.givenName(),
                    participant.familyName(),
                    participant.organisation(),
                    participant.cityId(),
                    participant.companions(),
                    participant.photoConsent(),
                    needs == null ? List.of() : needs.diets().stream().sorted().toList(),
                    needs == null ? null : needs.dietNote(),
                    needs == null
                            ? List.of()
                            : needs.accessNeeds().stream().sorted().toList(),
                    needs == null ? null : needs.accessNote());
        }
    }

    /** Who comes along to an option. */
    public record ParticipantsResponse(OptionResponse option, List<ParticipantResponse> people) {}

    private final WorkshopOfCall workshopOfCall;
    private final LogisticsOptions options;
    private final DefineOption defineOption;
    private final ListParticipants listParticipants;
    private final Idempotency idempotency;

    LogisticsOptionsResource(
            WorkshopOfCall workshopOfCall,
            LogisticsOptions options,
            DefineOption defineOption,
            ListParticipants listParticipants,
            Idempotency idempotency) {
        this.workshopOfCall = workshopOfCall;
        this.options = options;
        this.defineOption = defineOption;
        this.listParticipants = listParticipants;
        this.idempotency = idempotency;
    }

    @GET
    @Operation(summary = "List what people may come along to, in the order in which it takes place")
    public List<OptionResponse> options(@PathParam("id") UUID callId) {
        Workshop workshop = workshop(callId);
        return options.of(callId).stream()
                .map(option -> OptionResponse.of(option, workshop))
                .toList();
    }

    @POST
    @Operation(summary = "Add something that people may come along to")
    @APIResponse(
            responseCode = "201",
            description = "Added",
            content = @Content(schema = @Schema(implementation = OptionResponse.class)))
    public Response add(
            @PathParam("id") UUID callId,
            @HeaderParam(Idempotency.HEADER) String idempotencyKey,
            @Valid @NotNull OptionRequest request) {
        Workshop workshop = workshop(callId);
        LogisticsOption.Definition definition = request.definition(workshop, null);
        return idempotency.once(ADD_OPTION, idempotencyKey, List.of(callId, request), () -> {
            LogisticsOption option = defineOption.add(callId, definition);
            return Response.created(URI.create("/api/v1/admin/calls/" + callId + "/logistics/options/" + option.id()))
                    .header(HttpHeaders.ETAG, EntityTags.of(option.version()))
                    .entity(OptionResponse.of(option, workshop))
                    .build();
        });
    }

    @GET
    @Path("/{optionId}")
    @Operation(summary = "Show one option")
    @APIResponse(
            responseCode = "200",
            description = "The option; its entity tag is needed to change it",
            content = @Content(schema = @Schema(implementation = OptionResponse.class)))
    public Response option(@PathParam("id") UUID callId, @PathParam("optionId") UUID optionId) {
        return answer(find(callId, optionId), workshop(callId));
    }

    @PUT
    @Path("/{optionId}")
    @Transactional
    @Operation(
            summary = "Change an option; never below the places that are taken",
            description = "Whoever has chosen it gets a mail when its title, time or meeting point is another one.")
    @APIResponse(
            responseCode = "200",
            description = "Changed",
            content = @Content(schema = @Schema(implementation = OptionResponse.class)))
    @APIResponse(responseCode = "409", description = "More places are taken than that, or companions come along to it")
    public Response change(
            @PathParam("id") UUID callId,
            @PathParam("optionId") UUID optionId,
            @HeaderParam(HttpHeaders.IF_MATCH) String ifMatch,
            @Valid @NotNull OptionRequest request) {
        LogisticsOption option = find(callId, optionId);
        EntityTags.require(ifMatch, option.version());
        Workshop workshop = workshop(callId);
        LogisticsOption.Definition definition = request.definition(workshop, option.startsAt());
        return answer(Problems.orThrow(defineOption.change(optionId, definition)), workshop);
    }

    @DELETE
    @Path("/{optionId}")
    @Transactional
    @Operation(summary = "Remove an option that nobody has chosen")
    @APIResponse(responseCode = "204", description = "Removed")
    @APIResponse(responseCode = "409", description = "Somebody has chosen it")
    public void remove(
            @PathParam("id") UUID callId,
            @PathParam("optionId") UUID optionId,
            @HeaderParam(HttpHeaders.IF_MATCH) String ifMatch) {
        EntityTags.require(ifMatch, find(callId, optionId).version());
        Problems.orThrow(defineOption.remove(optionId));
        idempotency.forget(ADD_OPTION, optionId);
    }

    @GET
    @Path("/{optionId}/people")
    @Transactional
    @Operation(
            summary =
                    "List by name who comes along to an option, with what the venue must know and, for meals and dinners, the kitchen",
            description = "For those who must know; the audit trail says who has read it.")
    @APIResponse(
            responseCode = "200",
            description = "The people by family name; not to be stored on the way",
            content = @Content(schema = @Schema(implementation = ParticipantsResponse.class)))
    public Response people(@PathParam("id") UUID callId, @PathParam("optionId") UUID optionId) {
        LogisticsOption option = find(callId, optionId);
        return Response.ok(new ParticipantsResponse(
                        OptionResponse.of(option, workshop(callId)),
                        listParticipants.of(option).stream()
                                .map(ParticipantResponse::of)
                                .toList()))
                .header(HttpHeaders.CACHE_CONTROL, "no-store")
                .build();
    }

    @GET
    @Path("/{optionId}/people/table")
    @Operation(
            summary = "Download who comes along to an option, as CSV or XLSX",
            description =
                    "format: csv or xlsx. Columns: family_name, given_name, organisation, city_id, companions, access_needs,"
                            + " access_note, photo_consent, and for meals and dinners diets and diet_note; several needs are"
                            + " separated by \"; \". For those who must know; the audit trail says who has taken it.")
    @APIResponse(
            responseCode = "200",
            description = "The people by family name, with a header row of keys; not to be stored on the way",
            content = {
                @Content(mediaType = TableFormat.CSV_TYPE, schema = @Schema(implementation = String.class)),
                @Content(
                        mediaType = TableFormat.XLSX_TYPE,
                        schema = @Schema(type = SchemaType.STRING, format = "binary"))
            })
    public Response peopleTable(
            @PathParam("id") UUID callId,
            @PathParam("optionId") UUID optionId,
            @QueryParam("format")
                    @DefaultValue("csv")
                    @Pattern(regexp = TableFormat.NAMES, message = TableFormat.NO_SUCH)
                    String formatName) {
        TableFormat format = TableFormat.parse(formatName).orElseThrow();
        return Response.ok(listParticipants.table(find(callId, optionId), format), format.mediaType())
                .header(HttpHeaders.CONTENT_DISPOSITION, format.contentDisposition("people"))
                .header(HttpHeaders.CACHE_CONTROL, "no-store")
                .build();
    }

    private Workshop workshop(UUID callId) {
        return workshopOfCall.find(callId).orElseThrow(Problems::notFound);
    }

    private LogisticsOption find(UUID callId, UUID optionId) {
        return options.of(callId, optionId).orElseThrow(Problems::notFound);
    }

    private static Response answer(LogisticsOption option, Workshop workshop) {
        return Response.ok(OptionResponse.of(option, workshop))
                .header(HttpHeaders.ETAG, EntityTags.of(option.version()))
                .build();
    }
}
