package eu.urbact.infocus.registration.waitinglist.rest;

import java.time.Instant;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.function.Function;
import java.util.stream.Collectors;
import jakarta.annotation.security.RolesAllowed;
import jakarta.transaction.Transactional;
import jakarta.validation.Valid;
import jakarta.ws.rs.BeanParam;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.HeaderParam;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.QueryParam;
import jakarta.ws.rs.core.HttpHeaders;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;

import com.fasterxml.jackson.annotation.JsonInclude;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.media.Content;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;

import eu.urbact.infocus.chassis.audit.AuditEntry;
import eu.urbact.infocus.chassis.audit.AuditTrail;
import eu.urbact.infocus.chassis.problem.Problems;
import eu.urbact.infocus.chassis.rest.EntityTags;
import eu.urbact.infocus.chassis.rest.Page;
import eu.urbact.infocus.chassis.rest.PageRequest;
import eu.urbact.infocus.chassis.security.Roles;
import eu.urbact.infocus.registration.application.Application;
import eu.urbact.infocus.registration.application.Applications;
import eu.urbact.infocus.registration.call.Calls;
import eu.urbact.infocus.registration.organiser.rest.SeenVersions;
import eu.urbact.infocus.registration.waitinglist.EndOffer;
import eu.urbact.infocus.registration.waitinglist.OfferState;
import eu.urbact.infocus.registration.waitinglist.SeatOffer;
import eu.urbact.infocus.registration.waitinglist.SeatOffers;

/** The offers of seats to people on the waiting list of a call, for organisers. */
@Path("/api/v1/admin/calls/{id}/waiting-list/offers")
@Produces(MediaType.APPLICATION_JSON)
@RolesAllowed(Roles.ORGANISER)
@Tag(name = "Admin")
public class SeatOffersResource {

    /** One offer. The version is needed to take it back. */
    @JsonInclude(JsonInclude.Include.NON_NULL)
    public record OfferItem(
            UUID id,
            UUID applicationId,
            String givenName,
            String familyName,
            String cityId,
            String bucket,
            OfferState state,
            Instant offeredAt,
            Instant expiresAt,
            Instant settledAt,
            long version) {

        static OfferItem of(SeatOffer offer, Application application) {
            return new OfferItem(
                    offer.id(),
                    offer.applicationId(),
                    application.givenName(),
                    application.familyName(),
                    application.cityId(),
                    offer.bucket().value(),
                    offer.state(),
                    offer.offeredAt(),
                    offer.expiresAt(),
                    offer.settledAt(),
                    offer.version());
        }
    }

    /** What ends an offer or moves its end, and raises its version. */
    private static final Set<String> ENDS = Set.of(
            "offer-brought-forward",
            "offer-accepted",
            "offer-declined",
            "offer-cancelled",
            "offer-lapsed",
            "application-admitted",
            "application-withdrawn",
            "application-replaced");

    private final Calls calls;
    private final Applications applications;
    private final SeatOffers offers;
    private final EndOffer endOffer;
    private final SeenVersions seenVersions;
    private final AuditTrail audit;

    SeatOffersResource(
            Calls calls,
            Applications applications,
            SeatOffers offers,
            EndOffer endOffer,
            SeenVersions seenVersions,
            AuditTrail audit) {
        this.calls = calls;
        this.applications = applications;
        this.offers = offers;
        this.endOffer = endOffer;
        this.seenVersions = seenVersions;
        this.audit = audit;
    }

    @GET
    @Transactional
    @Operation(summary = "List the offers of a call, the newest first")
    public Page<OfferItem> offers(
            @PathParam("id") UUID id, @QueryParam("state") OfferState state, @Valid @BeanParam PageRequest page) {
        Problems.requireFound(calls.findByIdOptional(id));
        Page<SeatOffer> found = offers.list(id, state, page);
        Map<UUID, Application> people =
                applications
                        .all(found.items().stream()
                                .map(SeatOffer::applicationId)
                                .collect(Collectors.toSet()))
                        .stream()
                        .collect(Collectors.toMap(Application::id, Function.identity()));
        return found.map(offer -> OfferItem.of(offer, people.get(offer.applicationId())));
    }

    @POST
    @Path("/{offerId}/cancellation")
    @Transactional
    @Operation(summary = "Take an open offer back; the person is told, and waits again until organisers put them first")
    @APIResponse(
            responseCode = "200",
            description = "Taken back",
            content = @Content(schema = @Schema(implementation = OfferItem.class)))
    @APIResponse(responseCode = "409", description = "The offer is over already")
    @APIResponse(responseCode = "412", description = SeenVersions.WHO_WAS_QUICKER)
    public Response cancel(
            @PathParam("id") UUID id,
            @PathParam("offerId") UUID offerId,
            @HeaderParam(HttpHeaders.IF_MATCH) String ifMatch) {
        SeatOffer offer = offers.findByIdOptional(offerId)
                .filter(found -> found.callId().equals(id))
                .orElseThrow(Problems::notFound);
        seenVersions.require(ifMatch, offer.version(), () -> endOf(offer));
        SeatOffer cancelled = Problems.orThrow(endOffer.cancel(offer.applicationId(), offerId));
        return Response.ok(OfferItem.of(cancelled, applications.findById(cancelled.applicationId())))
                .header(HttpHeaders.ETAG, EntityTags.of(cancelled.version()))
                .build();
    }

    /** The first that could end the offer after it was made; what came later was about the person and not about this offer. */
    private Optional<AuditEntry> endOf(SeatOffer offer) {
        return audit.list("application", offer.applicationId().toString(), PageRequest.of(0, 200)).items().stream()
                .filter(entry -> ENDS.contains(entry.action()) && entry.at().isAfter(offer.offeredAt()))
                .reduce((later, earlier) -> earlier);
    }
}
