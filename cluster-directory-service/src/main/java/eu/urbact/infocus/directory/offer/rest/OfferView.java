package eu.urbact.infocus.directory.offer.rest;

import java.time.LocalDate;
import java.util.UUID;

import eu.urbact.infocus.directory.offer.Offer;
import eu.urbact.infocus.directory.offer.OfferKind;
import eu.urbact.infocus.directory.offer.Offers.FoundOffer;
import eu.urbact.infocus.directory.reference.Facet;
import eu.urbact.infocus.directory.reference.Taxonomy;

/**
 * An offer or a need, as everybody sees it.
 *
 * @param cluster name of the cluster
 * @param cityId its city, or null outside the network
 * @param competence what it is about, or null
 * @param activity NACE Rev. 2 division it is about, or null
 * @param expiresOn the last day on which it holds
 */
record OfferView(
        UUID id,
        String clusterId,
        String cluster,
        String cityId,
        OfferKind kind,
        String text,
        Code competence,
        Code activity,
        LocalDate expiresOn) {

    static OfferView of(FoundOffer found, Taxonomy taxonomy) {
        Offer offer = found.offer();
        return new OfferView(
                offer.id(),
                offer.clusterId(),
                found.cluster(),
                found.cityId(),
                offer.kind(),
                offer.text(),
                Code.of(Facet.COMPETENCE, offer.competence(), taxonomy),
                Code.of(Facet.ACTIVITY, offer.activity(), taxonomy),
                offer.expiresOn());
    }

    /** A code with its label. */
    record Code(String code, String label) {

        static Code of(Facet facet, String code, Taxonomy taxonomy) {
            return code == null ? null : new Code(code, taxonomy.label(facet, code));
        }
    }
}
