package eu.urbact.infocus.registration.logistics.rest;

import java.net.URI;
import java.time.Clock;
import java.time.Instant;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.time.ZoneId;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import jakarta.annotation.security.RolesAllowed;
import jakarta.transaction.Transactional;
import jakarta.validation.Valid;
import jakarta.validation.constraints.Max;
import jakarta.validation.constraints.Min;
import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Size;
import jakarta.ws.rs.DELETE;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.HeaderParam;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.PUT;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.HttpHeaders;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;

import com.fasterxml.jackson.annotation.JsonInclude;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.media.Content;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;

import eu.urbact.infocus.chassis.problem.FieldError;
import eu.urbact.infocus.chassis.problem.Problems;
import eu.urbact.infocus.chassis.rest.EntityTags;
import eu.urbact.infocus.chassis.rest.Idempotency;
import eu.urbact.infocus.chassis.rest.PageRequest;
import eu.urbact.infocus.chassis.security.Roles;
import eu.urbact.infocus.chassis.validation.SafeText;
import eu.urbact.infocus.registration.call.Calls;
import eu.urbact.infocus.registration.logistics.AccessNeed;
import eu.urbact.infocus.registration.logistics.AnswerCount;
import eu.urbact.infocus.registration.logistics.ChangeRequest;
import eu.urbact.infocus.registration.logistics.ChangeRequests;
import eu.urbact.infocus.registration.logistics.DefineOption;
import eu.urbact.infocus.registration.logistics.Diet;
import eu.urbact.infocus.registration.logistics.Headcount;
import eu.urbact.infocus.registration.logistics.Headcounts;
import eu.urbact.infocus.registration.logistics.ListParticipants;
import eu.urbact.infocus.registration.logistics.LogisticsOption;
import eu.urbact.infocus.registration.logistics.LogisticsOptions;
import eu.urbact.infocus.registration.logistics.LogisticsSetting;
import eu.urbact.infocus.registration.logistics.Needs;
import eu.urbact.infocus.registration.logistics.OptionKind;
import eu.urbact.infocus.registration.logistics.Participant;
import eu.urbact.infocus.registration.logistics.SetFreeze;
import eu.urbact.infocus.registration.logistics.TravelCount;
import eu.urbact.infocus.registration.programmeview.Workshop;
import eu.urbact.infocus.registration.programmeview.Workshops;

/** Options, numbers and change requests, for organisers. */
@Path("/api/v1/admin/calls/{id}/logistics")
@Produces(MediaType.APPLICATION_JSON)
@RolesAllowed(Roles.ORGANISER)
@Tag(name = "Admin")
public class AdminLogisticsResource {

    private static final String ADD_OPTION = "add-logistics-option";

    /** From when on places are changed on request only; null to ask nothing. */
    public record SettingRequest(OffsetDateTime freezeAt) {}

    /** The setting, with the zone that pages print its time in. */
    @JsonInclude(JsonInclude.Include.NON_NULL)
    public record SettingResponse(Instant freezeAt, String zone, boolean frozen, long version) {}

    /** Something to come along to; {@code placeLimit} is null for no limit. */
    public record OptionRequest(
            @NotNull OptionKind kind,
            @NotBlank @Size(max = 120) @SafeText String title,
            @NotNull OffsetDateTime startsAt,
            @Size(max = 200) @SafeText String meetingPoint,
            @NotNull Boolean companionsWelcome,
            @Min(0) @Max(10_000) Integer placeLimit) {

        LogisticsOption.Definition definition(Workshop workshop) {
            if (!Texts.isOfOurTime(startsAt)) {
                throw Problems.invalid(List.of(new FieldError("startsAt", "must be between 2000 and 2100")));
            }
            if (!workshop.isNear(LocalDate.ofInstant(startsAt.toInstant(), workshop.zone()))) {
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

    /** An option; {@code free} is absent without a limit. */
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
            long version) {

        static OptionResponse of(LogisticsOption option, ZoneId zone) {
            return new OptionResponse(
                    option.id(),
                    option.kind(),
                    option.title(),
                    option.startsAt(),
                    zone.getId(),
                    option.meetingPoint(),
                    option.companionsWelcome(),
                    option.placeLimit(),
                    option.taken(),
                    option.free(),
                    option.version());
        }
    }

    /** How many of something. */
    public record Count(String code, long people) {

        static <E extends Enum<E>> List<Count> of(Map<E, Long> counts) {
            return counts.entrySet().stream()
                    .sorted(Map.Entry.comparingByKey())
                    .map(count -> new Count(count.getKey().name(), count.getValue()))
                    .toList();
        }
    }

    /**
     * How many come along to one option.
     *
     * @param places people and companions
     * @param dietNotes how many have told the kitchen something in words; the words are on the list with names
     */
    public record OptionHeadcount(
            OptionResponse option,
            long people,
            long companions,
            long places,
            List<Count> diets,
            long dietNotes,
            List<Count> accessNeeds,
            long accessNotes) {

        static OptionHeadcount of(LogisticsOption option, ZoneId zone, Headcount count) {
            return new OptionHeadcount(
                    OptionResponse.of(option, zone),
                    count.people(),
                    count.companions(),
                    count.people() + count.companions(),
                    Count.of(count.diets()),
                    count.dietNotes(),
                    Count.of(count.accessNeeds()),
                    count.accessNotes());
        }
    }

    /** All numbers of a call; no names. */
    public record HeadcountsResponse(
            String zone,
            AnswerCount answers,
            List<OptionHeadcount> options,
            List<TravelCount> arrivals,
            List<TravelCount> departures,
            long openRequests) {}

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

    private final Calls calls;
    private final Workshops workshops;
    private final LogisticsOptions options;
    private final SetFreeze setFreeze;
    private final DefineOption defineOption;
    private final Headcounts headcounts;
    private final ListParticipants listParticipants;
    private final ChangeRequests requests;
    private final Idempotency idempotency;
    private final Clock clock;

    AdminLogisticsResource(
            Calls calls,
            Workshops workshops,
            LogisticsOptions options,
            SetFreeze setFreeze,
            DefineOption defineOption,
            Headcounts headcounts,
            ListParticipants listParticipants,
            ChangeRequests requests,
            Idempotency idempotency,
            Clock clock) {
        this.calls = calls;
        this.workshops = workshops;
        this.options = options;
        this.setFreeze = setFreeze;
        this.defineOption = defineOption;
        this.headcounts = headcounts;
        this.listParticipants = listParticipants;
        this.requests = requests;
        this.idempotency = idempotency;
        this.clock = clock;
    }

    @GET
    @Path("/settings")
    @Operation(summary = "Show until when people change their places themselves")
    @APIResponse(
            responseCode = "200",
            description = "The setting; its entity tag is needed to change it. Without a freeze time nothing is asked",
            content = @Content(schema = @Schema(implementation = SettingResponse.class)))
    public Response settings(@PathParam("id") UUID callId) {
        return answer(setFreeze.of(zone(callId).callId()), zone(callId).zone());
    }

    @PUT
    @Path("/settings")
    @Transactional
    @Operation(
            summary = "Lay down the freeze time; with it people with a place begin to be asked",
            description = "A new one is in the future and before the workshop ends; one that is there may stay.")
    @APIResponse(
            responseCode = "200",
            description = "Laid down",
            content = @Content(schema = @Schema(implementation = SettingResponse.class)))
    @APIResponse(responseCode = "412", description = "Somebody has changed it in the meantime")
    @APIResponse(responseCode = "428", description = "If-Match is missing")
    public Response change(
            @PathParam("id") UUID callId,
            @HeaderParam(HttpHeaders.IF_MATCH) String ifMatch,
            @Valid @NotNull SettingRequest request) {
        Workshop workshop = workshop(callId);
        LogisticsSetting setting = setFreeze.of(callId);
        EntityTags.require(ifMatch, setting.version());
        if (request.freezeAt() != null && !Texts.isOfOurTime(request.freezeAt())) {
            throw Problems.invalid(List.of(new FieldError("freezeAt", "must be between 2000 and 2100")));
        }
        Instant wanted = request.freezeAt() == null ? null : request.freezeAt().toInstant();
        if (wanted != null && !wanted.equals(setting.freezeAt())) {
            checkNew(wanted, workshop);
        }
        return answer(setFreeze.freezeAt(callId, wanted), workshop.zone());
    }

    /** People must be able to answer before it, and the lists must go out before the workshop is over. */
    private void checkNew(Instant freezeAt, Workshop workshop) {
        if (!freezeAt.isAfter(clock.instant())) {
            throw Problems.invalid(List.of(new FieldError("freezeAt", "must be in the future")));
        }
        if (!freezeAt.isBefore(workshop.endsAt())) {
            throw Problems.invalid(List.of(new FieldError("freezeAt", "must be before the workshop ends")));
        }
    }

    @GET
    @Path("/options")
    @Operation(summary = "List what people may come along to, in the order in which it takes place")
    public List<OptionResponse> options(@PathParam("id") UUID callId) {
        ZoneId zone = zone(callId).zone();
        return options.of(callId).stream()
                .map(option -> OptionResponse.of(option, zone))
                .toList();
    }

    @POST
    @Path("/options")
    @Operation(summary = "Add something that people may come along to")
    @APIResponse(
            responseCode = "201",
            description = "Added",
            content = @Content(schema = @Schema(implementation = OptionResponse.class)))
    public Response add(
            @PathParam("id") UUID callId,
            @HeaderParam(Idempotency.HEADER) String idempotencyKey,
            @Valid @NotNull OptionRequest request) {
        ZoneId zone = zone(callId).zone();
        LogisticsOption.Definition definition = request.definition(workshop(callId));
        return idempotency.once(ADD_OPTION, idempotencyKey, List.of(callId, request), () -> {
            LogisticsOption option = defineOption.add(callId, definition);
            return Response.created(URI.create("/api/v1/admin/calls/" + callId + "/logistics/options/" + option.id()))
                    .header(HttpHeaders.ETAG, EntityTags.of(option.version()))
                    .entity(OptionResponse.of(option, zone))
                    .build();
        });
    }

    @GET
    @Path("/options/{optionId}")
    @Operation(summary = "Show one option")
    @APIResponse(
            responseCode = "200",
            description = "The option; its entity tag is needed to change it",
            content = @Content(schema = @Schema(implementation = OptionResponse.class)))
    public Response option(@PathParam("id") UUID callId, @PathParam("optionId") UUID optionId) {
        return answer(find(callId, optionId), zone(callId).zone());
    }

    @PUT
    @Path("/options/{optionId}")
    @Transactional
    @Operation(
            summary = "Change an option; never below the places that are taken",
            description = "Whoever has chosen it gets a mail when its title, time or meeting point is another one.")
    @APIResponse(
            responseCode = "200",
            description = "Changed",
            content = @Content(schema = @Schema(implementation = OptionResponse.class)))
    @APIResponse(responseCode = "409", description = "More places are taken than that")
    @APIResponse(responseCode = "412", description = "Somebody has changed it in the meantime")
    @APIResponse(responseCode = "428", description = "If-Match is missing")
    public Response change(
            @PathParam("id") UUID callId,
            @PathParam("optionId") UUID optionId,
            @HeaderParam(HttpHeaders.IF_MATCH) String ifMatch,
            @Valid @NotNull OptionRequest request) {
        EntityTags.require(ifMatch, find(callId, optionId).version());
        return answer(
                Problems.orThrow(defineOption.change(optionId, request.definition(workshop(callId)))),
                zone(callId).zone());
    }

    @DELETE
    @Path("/options/{optionId}")
    @Transactional
    @Operation(summary = "Remove an option that nobody has chosen")
    @APIResponse(responseCode = "204", description = "Removed")
    @APIResponse(responseCode = "409", description = "Somebody has chosen it")
    @APIResponse(responseCode = "412", description = "Somebody has changed it in the meantime")
    @APIResponse(responseCode = "428", description = "If-Match is missing")
    public void remove(
            @PathParam("id") UUID callId,
            @PathParam("optionId") UUID optionId,
            @HeaderParam(HttpHeaders.IF_MATCH) String ifMatch) {
        EntityTags.require(ifMatch, find(callId, optionId).version());
        Problems.orThrow(defineOption.remove(optionId));
        idempotency.forget(ADD_OPTION, optionId);
    }

    @GET
    @Path("/headcounts")
    @Transactional
    @Operation(
            summary = "Count who comes along to what, and what kitchens, venues and buses must be ready for",
            description = "Numbers only; names are on the list of an option, and whoever reads it is written down.")
    public HeadcountsResponse headcounts(@PathParam("id") UUID callId) {
        Place place = zone(callId);
        Map<UUID, Headcount> counts = headcounts.of(callId);
        return new HeadcountsResponse(
                place.zone().getId(),
                headcounts.answers(callId),
                options.of(callId).stream()
                        .map(option -> OptionHeadcount.of(option, place.zone(), counts.get(option.id())))
                        .toList(),
                headcounts.arrivals(callId, place.zone()),
                headcounts.departures(callId, place.zone()),
                requests.of(callId, ChangeRequest.State.OPEN, PageRequest.of(0, 1))
                        .total());
    }

    @GET
    @Path("/options/{optionId}/people")
    @Transactional
    @Operation(
            summary = "List by name who comes along to an option, with what the kitchen and the venue must know",
            description = "For those who must know; the audit trail says who has read it.")
    @APIResponse(
            responseCode = "200",
            description = "The people by family name; not to be stored on the way",
            content = @Content(schema = @Schema(implementation = ParticipantsResponse.class)))
    public Response people(@PathParam("id") UUID callId, @PathParam("optionId") UUID optionId) {
        LogisticsOption option = find(callId, optionId);
        return Response.ok(new ParticipantsResponse(
                        OptionResponse.of(option, zone(callId).zone()),
                        listParticipants.of(option).stream()
                                .map(ParticipantResponse::of)
                                .toList()))
                .header(HttpHeaders.CACHE_CONTROL, "no-store")
                .build();
    }

    private record Place(UUID callId, ZoneId zone) {}

    private Place zone(UUID callId) {
        return new Place(callId, workshop(callId).zone());
    }

    private Workshop workshop(UUID callId) {
        return calls.findByIdOptional(callId)
                .map(call -> workshops.findById(call.workshopId()))
                .orElseThrow(Problems::notFound);
    }

    private LogisticsOption find(UUID callId, UUID optionId) {
        return options.of(callId, optionId).orElseThrow(Problems::notFound);
    }

    private Response answer(LogisticsSetting setting, ZoneId zone) {
        return Response.ok(new SettingResponse(
                        setting.freezeAt(),
                        zone.getId(),
                        setting.freezeAt() != null && !clock.instant().isBefore(setting.freezeAt()),
                        setting.version()))
                .header(HttpHeaders.ETAG, EntityTags.of(setting.version()))
                .build();
    }

    private static Response answer(LogisticsOption option, ZoneId zone) {
        return Response.ok(OptionResponse.of(option, zone))
                .header(HttpHeaders.ETAG, EntityTags.of(option.version()))
                .build();
    }
}
