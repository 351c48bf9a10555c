package eu.urbact.infocus.directory.offer.rest;

import java.net.URI;
import java.time.Clock;
import java.time.LocalDate;
import java.util.List;
import java.util.UUID;
import jakarta.transaction.Transactional;
import jakarta.validation.constraints.NotNull;
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

import io.quarkus.security.PermissionsAllowed;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.media.Content;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;

import eu.urbact.infocus.chassis.problem.Problems;
import eu.urbact.infocus.chassis.rest.EntityTags;
import eu.urbact.infocus.chassis.rest.Idempotency;
import eu.urbact.infocus.directory.offer.Offer;
import eu.urbact.infocus.directory.offer.OfferDraft;
import eu.urbact.infocus.directory.offer.OfferKind;
import eu.urbact.infocus.directory.offer.Offers;
import eu.urbact.infocus.directory.offer.OwnOffers;
import eu.urbact.infocus.directory.offer.WriteOffers;
import eu.urbact.infocus.directory.offer.WriteOffers.Written;
import eu.urbact.infocus.directory.reference.Facet;
import eu.urbact.infocus.directory.reference.Taxonomies;
import eu.urbact.infocus.directory.reference.Taxonomy;

/** Offers and needs of the own city's clusters. Those of another city answer exactly like something that does not exist. */
@Path("/api/v1/partner/clusters/{clusterId: [a-z0-9-]{1,60}}/offers")
@Produces(MediaType.APPLICATION_JSON)
@PermissionsAllowed("city-member")
@Tag(name = "Partner")
public class PartnerOffersResource {

    private final OwnOffers own;
    private final Offers offers;
    private final WriteOffers writeOffers;
    private final Taxonomies taxonomies;
    private final Idempotency idempotency;
    private final Clock clock;

    PartnerOffersResource(
            OwnOffers own,
            Offers offers,
            WriteOffers writeOffers,
            Taxonomies taxonomies,
            Idempotency idempotency,
            Clock clock) {
        this.own = own;
        this.offers = offers;
        this.writeOffers = writeOffers;
        this.taxonomies = taxonomies;
        this.idempotency = idempotency;
        this.clock = clock;
    }

    @GET
    @Transactional
    @Operation(summary = "List everything a cluster of your city offers and needs, the expired included")
    public List<OwnOffer> list(@PathParam("clusterId") String clusterId) {
        requireOwn(clusterId);
        return offers.of(clusterId).stream().map(this::view).toList();
    }

    @POST
    @Transactional
    @Operation(
            summary = "Add an offer or a need",
            description = "It needs a competence or an economic activity, and a last day within 12 months.")
    @APIResponse(
            responseCode = "201",
            description = "Added; everybody can see it at once",
            content = @Content(schema = @Schema(implementation = OwnOffer.class)))
    @APIResponse(responseCode = "422", description = "The errors say what is wrong; nothing was changed")
    public Response add(
            @PathParam("clusterId") String clusterId,
            @HeaderParam(Idempotency.HEADER) String idempotencyKey,
            @NotNull OfferDraft draft) {
        requireOwn(clusterId);
        return idempotency.once("add-offer " + clusterId, idempotencyKey, draft, () -> {
            Offer offer = keptOrThrow(writeOffers.add(clusterId, draft));
            return Response.created(URI.create("/api/v1/partner/clusters/" + clusterId + "/offers/" + offer.id()))
                    .header(HttpHeaders.ETAG, EntityTags.of(offer.version()))
                    .entity(view(offer))
                    .build();
        });
    }

    @GET
    @Path("/{id}")
    @Transactional
    @Operation(summary = "Show one offer or need of your city; its entity tag is needed to change it")
    @APIResponse(
            responseCode = "200",
            description = "The offer or need",
            content = @Content(schema = @Schema(implementation = OwnOffer.class)))
    public Response show(@PathParam("clusterId") String clusterId, @PathParam("id") UUID id) {
        return answer(own.find(clusterId, id).orElseThrow(Problems::notFound));
    }

    @PUT
    @Path("/{id}")
    @Transactional
    @Operation(summary = "Change or renew an offer or a need")
    @APIResponse(
            responseCode = "200",
            description = "Changed",
            content = @Content(schema = @Schema(implementation = OwnOffer.class)))
    @APIResponse(responseCode = "422", description = "The errors say what is wrong; nothing was changed")
    public Response change(
            @PathParam("clusterId") String clusterId,
            @PathParam("id") UUID id,
            @HeaderParam(HttpHeaders.IF_MATCH) String ifMatch,
            @NotNull OfferDraft draft) {
        Offer offer = toChange(clusterId, id);
        EntityTags.require(ifMatch, offer.version());
        return answer(keptOrThrow(writeOffers.change(offer, draft)));
    }

    @DELETE
    @Path("/{id}")
    @Transactional
    @Operation(summary = "Take an offer or a need back")
    @APIResponse(responseCode = "204", description = "Taken back; nobody sees it any more")
    public void remove(
            @PathParam("clusterId") String clusterId,
            @PathParam("id") UUID id,
            @HeaderParam(HttpHeaders.IF_MATCH) String ifMatch) {
        Offer offer = toChange(clusterId, id);
        EntityTags.require(ifMatch, offer.version());
        writeOffers.remove(offer);
    }

    private void requireOwn(String clusterId) {
        if (!own.isOwn(clusterId)) {
            throw Problems.notFound();
        }
    }

    private Offer toChange(String clusterId, UUID id) {
        return own.toChange(clusterId, id).orElseThrow(Problems::notFound);
    }

    private static Offer keptOrThrow(Written written) {
        if (written instanceof Written.Kept kept) {
            return kept.offer();
        }
        throw Problems.invalid(((Written.Faulty) written).errors());
    }

    private Response answer(Offer offer) {
        return Response.ok(view(offer))
                .header(HttpHeaders.ETAG, EntityTags.of(offer.version()))
                .build();
    }

    private OwnOffer view(Offer offer) {
        Taxonomy taxonomy = taxonomies.current();
        return new OwnOffer(
                offer.id(),
                offer.clusterId(),
                offer.kind(),
                offer.text(),
                OfferView.Code.of(Facet.COMPETENCE, offer.competence(), taxonomy),
                OfferView.Code.of(Facet.ACTIVITY, offer.activity(), taxonomy),
                offer.expiresOn(),
                !offer.isOpenOn(LocalDate.now(clock)),
                offer.version());
    }

    record OwnOffer(
            UUID id,
            String clusterId,
            OfferKind kind,
            String text,
            OfferView.Code competence,
            OfferView.Code activity,
            LocalDate expiresOn,
            boolean expired,
            long version) {}
}
