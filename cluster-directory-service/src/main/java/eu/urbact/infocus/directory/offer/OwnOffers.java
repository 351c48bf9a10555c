package eu.urbact.infocus.directory.offer;

import java.util.Optional;
import java.util.UUID;
import jakarta.enterprise.context.ApplicationScoped;

import eu.urbact.infocus.chassis.security.Caller;
import eu.urbact.infocus.directory.cluster.Clusters;

/** The clusters whose offers and needs the caller may write: those of the own cities in the directory, and no others. */
@ApplicationScoped
public class OwnOffers {

    private final Clusters clusters;
    private final Offers offers;
    private final Caller caller;

    OwnOffers(Clusters clusters, Offers offers, Caller caller) {
        this.clusters = clusters;
        this.offers = offers;
        this.caller = caller;
    }

    /** Whether this is a cluster of one of the caller's cities. */
    public boolean isOwn(String clusterId) {
        return clusters.shown(clusterId)
                .flatMap(cluster -> cluster.description().cityId())
                .filter(caller::memberOf)
                .isPresent();
    }

    /** An offer of such a cluster. */
    public Optional<Offer> find(String clusterId, UUID id) {
        return isOwn(clusterId)
                ? offers.findByIdOptional(id).filter(offer -> offer.clusterId().equals(clusterId))
                : Optional.empty();
    }

    /** An offer of such a cluster, locked for the caller's transaction. */
    public Optional<Offer> toChange(String clusterId, UUID id) {
        return isOwn(clusterId) ? offers.toChange(clusterId, id) : Optional.empty();
    }
}
