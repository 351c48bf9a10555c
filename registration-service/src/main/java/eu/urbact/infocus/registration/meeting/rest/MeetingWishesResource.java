package eu.urbact.infocus.registration.meeting.rest;

import java.time.Instant;
import java.util.List;
import java.util.Set;
import jakarta.annotation.security.PermitAll;
import jakarta.transaction.Transactional;
import jakarta.validation.Valid;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Pattern;
import jakarta.validation.constraints.Size;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.HeaderParam;
import jakarta.ws.rs.PUT;
import jakarta.ws.rs.Path;
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

import eu.urbact.infocus.chassis.problem.Problems;
import eu.urbact.infocus.chassis.rest.EntityTags;
import eu.urbact.infocus.registration.application.Application;
import eu.urbact.infocus.registration.meeting.ReadMeetingWishes;
import eu.urbact.infocus.registration.meeting.ReadMeetingWishes.OwnWishes;
import eu.urbact.infocus.registration.meeting.StateMeetingWishes;
import eu.urbact.infocus.registration.meeting.Wishes;
import eu.urbact.infocus.registration.selfservice.rest.OwnApplications;

/** The own wishes for the meetings, behind the signed link. Whether a code exists is not asked here: the lists are the directory's. */
@Path("/api/v1/self-service/application/meeting-wishes")
@Produces(MediaType.APPLICATION_JSON)
@PermitAll
@Tag(name = "Public")
public class MeetingWishesResource {

    /** So many of each kind on each side: enough to be put together well, few enough to mean something. */
    private static final int MOST = 5;

    /** What one side of the wishes is about; all empty for nothing. */
    public record TopicsRequest(
            @NotNull @Size(max = MOST)
            Set<@NotNull @Pattern(regexp = "[a-z0-9-]{1,60}", message = "must be the code of a competence") String>
                    competences,

            @NotNull @Size(max = MOST)
            Set<@NotNull @Pattern(regexp = "\\d{2}", message = "must be a division of NACE") String> activities) {

        Wishes.Topics topics() {
            return new Wishes.Topics(List.copyOf(competences), List.copyOf(activities));
        }
    }

    /** What the person offers and looks for; all empty takes everything back. */
    public record WishesRequest(
            @NotNull @Valid TopicsRequest offers,
            @NotNull @Valid TopicsRequest needs) {

        Wishes wishes() {
            return new Wishes(offers.topics(), needs.topics());
        }
    }

    /**
     * The own wishes.
     *
     * @param startsAt when the workshop begins: until then they can be changed
     * @param fixed whether it is too late for that
     * @param statedAt absent when nothing was ever said
     * @param version for {@code If-Match}, as the header {@code ETag} has it
     */
    @JsonInclude(JsonInclude.Include.NON_NULL)
    public record WishesResponse(
            String workshopTitle,
            String zone,
            Instant startsAt,
            boolean fixed,
            Wishes.Topics offers,
            Wishes.Topics needs,
            Instant statedAt,
            long version) {

        static WishesResponse of(OwnWishes own) {
            Wishes wishes = own.said().wishes();
            return new WishesResponse(
                    own.workshop().title(),
                    own.workshop().zone().getId(),
                    own.workshop().startsAt(),
                    own.fixed(),
                    wishes.offers(),
                    wishes.needs(),
                    own.said().statedAt(),
                    own.said().version());
        }
    }

    private final OwnApplications ownApplications;
    private final ReadMeetingWishes readWishes;
    private final StateMeetingWishes stateWishes;

    MeetingWishesResource(
            OwnApplications ownApplications, ReadMeetingWishes readWishes, StateMeetingWishes stateWishes) {
        this.ownApplications = ownApplications;
        this.readWishes = readWishes;
        this.stateWishes = stateWishes;
    }

    @GET
    @Transactional
    @Operation(
            summary = "Show what one has said to offer and to look for at the meetings",
            description = "404 for every link that opens nothing; 409 without a place.")
    @APIResponse(
            responseCode = "200",
            description = "The wishes; their entity tag is needed to change them",
            content = @Content(schema = @Schema(implementation = WishesResponse.class)))
    @APIResponse(responseCode = "409", description = "The person has no place")
    public Response show(@HeaderParam(OwnApplications.LINK_HEADER) String token) {
        return answer(ownApplications.find(token));
    }

    @PUT
    @Transactional
    @Operation(
            summary = "Say what one offers and looks for at the meetings, until the workshop begins",
            description =
                    "Optional. Takes the place of what was said before; all empty takes it back. Sending the same again"
                            + " changes nothing.")
    @APIResponse(
            responseCode = "200",
            description = "Kept",
            content = @Content(schema = @Schema(implementation = WishesResponse.class)))
    @APIResponse(responseCode = "409", description = "The person has no place, or the workshop has begun")
    @APIResponse(responseCode = "412", description = "The wishes have changed in the meantime")
    @APIResponse(responseCode = "422", description = "Too many codes, or none that could be one")
    public Response state(
            @HeaderParam(OwnApplications.LINK_HEADER) String token,
            @HeaderParam(HttpHeaders.IF_MATCH) String ifMatch,
            @Valid @NotNull WishesRequest request) {
        Application application = ownApplications.findToChange(token);
        OwnWishes own = Problems.orThrow(readWishes.of(application.id()));
        OwnApplications.requireSeen(
                ifMatch, own.said().version(), own.said().wishes().equals(request.wishes()));
        Problems.orThrow(stateWishes.state(application.id(), request.wishes()));
        return answer(application);
    }

    private Response answer(Application application) {
        WishesResponse own = WishesResponse.of(Problems.orThrow(readWishes.of(application.id())));
        return OwnApplications.answer(own)
                .header(HttpHeaders.ETAG, EntityTags.of(own.version()))
                .build();
    }
}
