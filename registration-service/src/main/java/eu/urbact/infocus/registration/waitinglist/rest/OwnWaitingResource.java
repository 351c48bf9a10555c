package eu.urbact.infocus.registration.waitinglist.rest;

import java.time.Clock;
import java.time.Instant;
import java.util.Optional;
import java.util.UUID;
import jakarta.annotation.security.PermitAll;
import jakarta.validation.Valid;
import jakarta.validation.constraints.NotNull;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.HeaderParam;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;

import com.fasterxml.jackson.annotation.JsonInclude;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.media.Content;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;

import eu.urbact.infocus.chassis.problem.Problems;
import eu.urbact.infocus.registration.application.ApplicationState;
import eu.urbact.infocus.registration.programmeview.Workshop;
import eu.urbact.infocus.registration.programmeview.Workshops;
import eu.urbact.infocus.registration.selfservice.rest.OwnApplications;
import eu.urbact.infocus.registration.waitinglist.Band;
import eu.urbact.infocus.registration.waitinglist.EndOffer;
import eu.urbact.infocus.registration.waitinglist.SeatOffer;
import eu.urbact.infocus.registration.waitinglist.Standing;
import eu.urbact.infocus.registration.waitinglist.Standings;

/**
 * Where I stand on the waiting list, and the seat that is held for me. Answers to an offer name it: a page that was left open on an
 * earlier one answers no later one. They run in their own transactions, because an answer that comes too late still ends the offer.
 */
@Path("/api/v1/self-service/waiting-list")
@Produces(MediaType.APPLICATION_JSON)
@PermitAll
@Tag(name = "Public")
public class OwnWaitingResource {

    /** Which offer is answered. */
    public record OfferAnswer(@NotNull UUID offerId) {}

    /**
     * The held seat.
     *
     * @param open whether it can be accepted at this moment
     * @param expiresAt the first instant at which it cannot be accepted any more
     */
    public record OwnOffer(UUID id, Instant offeredAt, Instant expiresAt, boolean open) {

        static OwnOffer of(SeatOffer offer, Instant now) {
            return new OwnOffer(offer.id(), offer.offeredAt(), offer.expiresAt(), offer.canBeAccepted(now));
        }
    }

    /**
     * Where the person stands.
     *
     * @param state the application's
     * @param running whether seats are offered by themselves at present
     * @param cutOffAt from then on nobody is offered a seat
     * @param closed whether that time has come
     * @param workshopPlace where the workshop takes place, as precisely as that is known
     * @param zone the venue's
     * @param band about where on the list; absent for somebody who does not wait, or is set aside
     * @param bandWords the same in words, to follow "You are"
     * @param setAside whether I am offered another seat only if organisers put me first, because an offer was declined or taken back
     * @param offer the seat that is held; absent when there is none
     */
    @JsonInclude(JsonInclude.Include.NON_NULL)
    public record OwnWaiting(
            ApplicationState state,
            boolean running,
            Instant cutOffAt,
            boolean closed,
            String workshopTitle,
            Instant workshopStartsAt,
            Instant workshopEndsAt,
            String workshopPlace,
            String zone,
            Band band,
            String bandWords,
            boolean setAside,
            OwnOffer offer) {}

    private final OwnApplications ownApplications;
    private final Standings standings;
    private final EndOffer endOffer;
    private final Workshops workshops;
    private final Clock clock;

    OwnWaitingResource(
            OwnApplications ownApplications, Standings standings, EndOffer endOffer, Workshops workshops, Clock clock) {
        this.ownApplications = ownApplications;
        this.standings = standings;
        this.endOffer = endOffer;
        this.workshops = workshops;
        this.clock = clock;
    }

    @GET
    @Operation(
            summary = "Show where I stand on the waiting list and what is offered to me",
            description = "404 for every link that does not open an application, whatever the cause.")
    @APIResponse(
            responseCode = "200",
            description = "Where I stand",
            content = @Content(schema = @Schema(implementation = OwnWaiting.class)))
    public Response show(@HeaderParam(OwnApplications.LINK_HEADER) String token) {
        return answer(ownApplications.find(token).id());
    }

    @POST
    @Path("/acceptance")
    @Operation(summary = "Accept the offered seat. Doing it twice is harmless.")
    @APIResponse(
            responseCode = "200",
            description = "I have a place",
            content = @Content(schema = @Schema(implementation = OwnWaiting.class)))
    @APIResponse(responseCode = "409", description = "The deadline has passed, or the offer is over in another way")
    public Response accept(
            @HeaderParam(OwnApplications.LINK_HEADER) String token, @Valid @NotNull OfferAnswer answered) {
        UUID id = ownApplications.find(token).id();
        Problems.orThrow(endOffer.accept(id, answered.offerId()));
        return answer(id);
    }

    @POST
    @Path("/refusal")
    @Operation(summary = "Decline the offered seat and wait on. Doing it twice is harmless.")
    @APIResponse(
            responseCode = "200",
            description = "I am on the waiting list again",
            content = @Content(schema = @Schema(implementation = OwnWaiting.class)))
    @APIResponse(responseCode = "409", description = "The deadline has passed, or the offer is over in another way")
    public Response decline(
            @HeaderParam(OwnApplications.LINK_HEADER) String token, @Valid @NotNull OfferAnswer answered) {
        UUID id = ownApplications.find(token).id();
        Problems.orThrow(endOffer.decline(id, answered.offerId()));
        return answer(id);
    }

    private Response answer(UUID applicationId) {
        Standing standing = standings.of(applicationId);
        Workshop workshop = workshops.findById(standing.workshopId());
        Instant cutOffAt = standing.cutOff(workshop.startsAt());
        OwnWaiting own = new OwnWaiting(
                standing.state(),
                standing.settings().running(),
                cutOffAt,
                !clock.instant().isBefore(cutOffAt),
                workshop.title(),
                workshop.startsAt(),
                workshop.endsAt(),
                workshop.place(),
                workshop.zone().getId(),
                standing.band().orElse(null),
                standing.band().map(band -> band.words()).orElse(null),
                standing.setAside(),
                Optional.ofNullable(standing.offer())
                        .map(offer -> OwnOffer.of(offer, clock.instant()))
                        .orElse(null));
        return OwnApplications.answer(own).build();
    }
}
