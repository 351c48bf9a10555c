package eu.urbact.infocus.registration.logistics.rest;

import java.time.OffsetDateTime;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import jakarta.annotation.security.PermitAll;
import jakarta.validation.Valid;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Size;
import jakarta.ws.rs.DELETE;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.HeaderParam;
import jakarta.ws.rs.PUT;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;

import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.media.Content;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;

import eu.urbact.infocus.chassis.problem.FieldError;
import eu.urbact.infocus.chassis.problem.Problems;
import eu.urbact.infocus.chassis.validation.SafeText;
import eu.urbact.infocus.registration.logistics.AccessNeed;
import eu.urbact.infocus.registration.logistics.ChooseOptions;
import eu.urbact.infocus.registration.logistics.Diet;
import eu.urbact.infocus.registration.logistics.Logistics;
import eu.urbact.infocus.registration.logistics.Needs;
import eu.urbact.infocus.registration.logistics.ReadLogistics;
import eu.urbact.infocus.registration.logistics.RequestChange;
import eu.urbact.infocus.registration.logistics.TellNeeds;
import eu.urbact.infocus.registration.logistics.TellPhotoConsent;
import eu.urbact.infocus.registration.logistics.TellTravel;
import eu.urbact.infocus.registration.logistics.TravelMeans;
import eu.urbact.infocus.registration.selfservice.rest.OwnApplications;

/** The own travel, places, diet and access needs, behind the signed link. */
@Path("/api/v1/self-service/logistics")
@Produces(MediaType.APPLICATION_JSON)
@PermitAll
@Tag(name = "Public")
public class OwnLogisticsResource {

    /** One way. */
    public record LegRequest(
            @NotNull OffsetDateTime at,
            @NotNull TravelMeans by,
            @Size(max = 100) @SafeText String details) {

        Logistics.Leg leg() {
            return new Logistics.Leg(at.toInstant(), by, Texts.given(details));
        }
    }

    /** When and how somebody comes and goes. */
    public record TravelRequest(
            @NotNull @Valid LegRequest arrival,
            @NotNull @Valid LegRequest departure) {}

    /** Everything that somebody comes along to. */
    public record ChoicesRequest(@NotNull @Size(max = 100) List<@Valid @NotNull Choice> choices) {}

    /** What somebody eats and needs; all empty for nothing. {@code consent} is needed as soon as there is something to keep. */
    public record NeedsRequest(
            @NotNull Set<@NotNull Diet> diets,
            @Size(max = 300) @SafeText(multiline = true) String dietNote,
            @NotNull Set<@NotNull AccessNeed> accessNeeds,
            @Size(max = 300) @SafeText(multiline = true) String accessNote,
            @NotNull Boolean consent) {

        Needs.Answer answer() {
            List<FieldError> errors = new ArrayList<>();
            if (diets.contains(Diet.OTHER) && Texts.given(dietNote) == null) {
                errors.add(new FieldError("dietNote", "must say what else you eat or do not eat"));
            }
            if (accessNeeds.contains(AccessNeed.OTHER) && Texts.given(accessNote) == null) {
                errors.add(new FieldError("accessNote", "must say what else you need"));
            }
            if (!errors.isEmpty()) {
                throw Problems.invalid(errors);
            }
            return new Needs.Answer(diets, Texts.given(dietNote), accessNeeds, Texts.given(accessNote));
        }
    }

    /** Whether somebody may be in pictures. */
    public record PhotoRequest(@NotNull Boolean consent) {}

    /** Everything that somebody wants to come along to instead, with a word about it. */
    public record ChangeRequestRequest(
            @NotNull @Size(max = 100) List<@Valid @NotNull Choice> choices,
            @Size(max = 500) @SafeText(multiline = true) String message) {}

    private final OwnApplications ownApplications;
    private final ReadLogistics readLogistics;
    private final TellTravel tellTravel;
    private final ChooseOptions chooseOptions;
    private final TellNeeds tellNeeds;
    private final TellPhotoConsent tellPhotoConsent;
    private final RequestChange requestChange;

    OwnLogisticsResource(
            OwnApplications ownApplications,
            ReadLogistics readLogistics,
            TellTravel tellTravel,
            ChooseOptions chooseOptions,
            TellNeeds tellNeeds,
            TellPhotoConsent tellPhotoConsent,
            RequestChange requestChange) {
        this.ownApplications = ownApplications;
        this.readLogistics = readLogistics;
        this.tellTravel = tellTravel;
        this.chooseOptions = chooseOptions;
        this.tellNeeds = tellNeeds;
        this.tellPhotoConsent = tellPhotoConsent;
        this.requestChange = requestChange;
    }

    @GET
    @Operation(
            summary = "Show what is asked of a person with a place, and what they have answered",
            description = "404 for every link that opens nothing; 409 without a place, or when nothing is asked yet.")
    @APIResponse(
            responseCode = "200",
            description = "Questions and answers",
            content = @Content(schema = @Schema(implementation = OwnLogisticsResponse.class)))
    @APIResponse(responseCode = "409", description = "The person has no place, or nothing is asked yet")
    public Response show(@HeaderParam(OwnApplications.LINK_HEADER) String token) {
        return answer(find(token));
    }

    @PUT
    @Path("/travel")
    @Operation(summary = "Say when and how one arrives and leaves; until the workshop ends")
    @APIResponse(
            responseCode = "200",
            description = "Kept",
            content = @Content(schema = @Schema(implementation = OwnLogisticsResponse.class)))
    @APIResponse(responseCode = "409", description = "The person has no place, nothing is asked, or all is over")
    @APIResponse(
            responseCode = "422",
            description = "The times do not fit each other or the workshop, or another value cannot be accepted")
    public Response travel(
            @HeaderParam(OwnApplications.LINK_HEADER) String token, @Valid @NotNull TravelRequest request) {
        UUID id = find(token);
        checkTimes(request);
        Problems.orThrow(
                tellTravel.tell(id, request.arrival().leg(), request.departure().leg()));
        return answer(id);
    }

    @PUT
    @Path("/choices")
    @Operation(
            summary = "Say what one comes along to, and with how many companions",
            description = "Replaces all choices, all or none. Possible before the freeze time; companions take places.")
    @APIResponse(
            responseCode = "200",
            description = "The places are taken",
            content = @Content(schema = @Schema(implementation = OwnLogisticsResponse.class)))
    @APIResponse(
            responseCode = "409",
            description =
                    "Something is full or not on the days of the workshop any more, the lists are frozen, nothing is asked, or the person has no place")
    @APIResponse(
            responseCode = "422",
            description =
                    "There is no such option, companions cannot come along, two are at one time, or another value cannot be accepted")
    public Response choose(
            @HeaderParam(OwnApplications.LINK_HEADER) String token, @Valid @NotNull ChoicesRequest request) {
        UUID id = find(token);
        Problems.orThrow(chooseOptions.choose(id, Choice.byOption(request.choices())));
        return answer(id);
    }

    @PUT
    @Path("/needs")
    @Operation(
            summary = "Say what one eats and needs, or that one needs nothing",
            description = "Kept apart, for kitchens and venues of this workshop only, and deleted soon after it."
                    + " All empty deletes what was kept.")
    @APIResponse(
            responseCode = "200",
            description = "Kept, or deleted",
            content = @Content(schema = @Schema(implementation = OwnLogisticsResponse.class)))
    @APIResponse(responseCode = "409", description = "The person has no place, nothing is asked, or all is over")
    @APIResponse(responseCode = "422", description = "Consent is missing, or a value cannot be accepted")
    public Response needs(
            @HeaderParam(OwnApplications.LINK_HEADER) String token, @Valid @NotNull NeedsRequest request) {
        UUID id = find(token);
        Problems.orThrow(tellNeeds.tell(id, request.answer(), request.consent()));
        return answer(id);
    }

    @PUT
    @Path("/photo-consent")
    @Operation(summary = "Say whether one may be in pictures, and think again at any time")
    @APIResponse(
            responseCode = "200",
            description = "Kept",
            content = @Content(schema = @Schema(implementation = OwnLogisticsResponse.class)))
    @APIResponse(responseCode = "409", description = "The person has no place, or nothing is asked")
    public Response photos(
            @HeaderParam(OwnApplications.LINK_HEADER) String token, @Valid @NotNull PhotoRequest request) {
        UUID id = find(token);
        Problems.orThrow(tellPhotoConsent.tell(id, request.consent()));
        return answer(id);
    }

    @PUT
    @Path("/change-request")
    @Operation(
            summary = "Ask for other places after the freeze time",
            description =
                    "One request at a time; the organisers accept or refuse it, and a mail says so. Whoever has never answered, wants nothing and adds no message has answered with that: nothing is asked for.")
    @APIResponse(
            responseCode = "200",
            description = "Asked for, or answered",
            content = @Content(schema = @Schema(implementation = OwnLogisticsResponse.class)))
    @APIResponse(
            responseCode = "409",
            description =
                    "No request is needed yet, one is open, it asks for what one has, something is not on the days of the workshop any more, or the person has no place")
    @APIResponse(
            responseCode = "422",
            description =
                    "There is no such option, companions cannot come along, two are at one time, or another value cannot be accepted")
    public Response requestChange(
            @HeaderParam(OwnApplications.LINK_HEADER) String token, @Valid @NotNull ChangeRequestRequest request) {
        UUID id = find(token);
        Problems.orThrow(requestChange.request(id, Choice.byOption(request.choices()), Texts.given(request.message())));
        return answer(id);
    }

    @DELETE
    @Path("/change-request")
    @Operation(summary = "Take the open request back; doing it twice is harmless")
    @APIResponse(
            responseCode = "200",
            description = "Nothing is asked for",
            content = @Content(schema = @Schema(implementation = OwnLogisticsResponse.class)))
    @APIResponse(responseCode = "409", description = "The person has no place, nothing is asked, or all is over")
    public Response takeBack(@HeaderParam(OwnApplications.LINK_HEADER) String token) {
        UUID id = find(token);
        Problems.orThrow(requestChange.takeBack(id));
        return answer(id);
    }

    private static void checkTimes(TravelRequest request) {
        List<FieldError> errors = new ArrayList<>();
        if (!Texts.isOfOurTime(request.arrival().at())) {
            errors.add(new FieldError("arrival.at", "must be between 2000 and 2100"));
        }
        if (!Texts.isOfOurTime(request.departure().at())) {
            errors.add(new FieldError("departure.at", "must be between 2000 and 2100"));
        }
        if (!errors.isEmpty()) {
            throw Problems.invalid(errors);
        }
    }

    private UUID find(String token) {
        return ownApplications.find(token).id();
    }

    private Response answer(UUID applicationId) {
        return OwnApplications.answer(OwnLogisticsResponse.of(Problems.orThrow(readLogistics.of(applicationId))))
                .build();
    }
}
