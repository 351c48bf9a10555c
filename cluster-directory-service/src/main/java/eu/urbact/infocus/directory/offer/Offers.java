package eu.urbact.infocus.directory.offer;

import java.time.LocalDate;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.persistence.LockModeType;
import jakarta.persistence.Query;

import io.quarkus.hibernate.orm.panache.PanacheRepositoryBase;

import eu.urbact.infocus.chassis.rest.Page;
import eu.urbact.infocus.chassis.rest.PageRequest;

/** The kept offers and needs. Whoever shows them to others asks for those of a day; only their own city sees the expired ones. */
@ApplicationScoped
public class Offers implements PanacheRepositoryBase<Offer, UUID> {

    private static final String WHERE = " from cluster_offer o join cluster c on c.id = o.cluster_id"
            + " where o.expires_on >= :today and c.withdrawn_at is null"
            + " and (cast(:kind as text) is null or o.kind = :kind)"
            + " and (cast(:cluster as text) is null or o.cluster_id = :cluster)"
            + " and (cast(:city as text) is null or c.city_id = :city)"
            + " and (cast(:activity as text) is null or o.division_code = :activity)"
            + " and (cast(:competence as text) is null or o.competence_id in"
            + " (select l.competence_id from competence_lineage l where l.ancestor_id = :competence))";

    Offers() {}

    /**
     * One page of what holds on a day: what ends soonest first.
     *
     * @param filter which ones
     * @param today the day
     * @param page which page
     * @return the page, with the number of all that fit
     */
    public Page<FoundOffer> open(OfferFilter filter, LocalDate today, PageRequest page) {
        long total = ((Number) query("select count(*)", filter, today, "").getSingleResult()).longValue();
        List<Object[]> rows =
                rows(query("select o.id, c.name, c.city_id", filter, today, " order by o.expires_on, o.id")
                        .setFirstResult(page.offset())
                        .setMaxResults(page.size()));
        Map<UUID, Offer> offers = new HashMap<>();
        if (!rows.isEmpty()) {
            list("id in ?1", rows.stream().map(row -> (UUID) row[0]).toList())
                    .forEach(offer -> offers.put(offer.id(), offer));
        }
        return Page.of(
                rows.stream()
                        .map(row -> new FoundOffer(offers.get((UUID) row[0]), (String) row[1], (String) row[2]))
                        .toList(),
                page,
                total);
    }

    /**
     * What these clusters offer and need on a day, for calculations.
     *
     * @param clusterIds whose
     * @param today the day
     * @return in a stable order
     */
    public List<Offer> open(Collection<String> clusterIds, LocalDate today) {
        return clusterIds.isEmpty()
                ? List.of()
                : list("clusterId in ?1 and expiresOn >= ?2 order by clusterId, id", clusterIds, today);
    }

    /**
     * Everything of one cluster, the expired included, for its own city: what ends last first.
     *
     * @param clusterId whose
     * @return all of it
     */
    public List<Offer> of(String clusterId) {
        return list("clusterId = ?1 order by expiresOn desc, id", clusterId);
    }

    /** How many offers and needs a cluster keeps, the expired included. */
    long countOf(String clusterId) {
        return count("clusterId", clusterId);
    }

    /** One of a cluster, locked for the caller's transaction. */
    Optional<Offer> toChange(String clusterId, UUID id) {
        return find("id = ?1 and clusterId = ?2", id, clusterId)
                .withLock(LockModeType.PESSIMISTIC_WRITE)
                .firstResultOptional();
    }

    private Query query(String select, OfferFilter filter, LocalDate today, String tail) {
        return getEntityManager()
                .createNativeQuery(select + WHERE + tail)
                .setParameter("today", today)
                .setParameter("kind", filter.kind().map(OfferKind::name).orElse(null))
                .setParameter("cluster", filter.cluster().orElse(null))
                .setParameter("city", filter.city().orElse(null))
                .setParameter("activity", filter.activity().orElse(null))
                .setParameter("competence", filter.competence().orElse(null));
    }

    @SuppressWarnings("unchecked")
    private static List<Object[]> rows(Query query) {
        return query.getResultList();
    }

    /**
     * An offer with whose it is.
     *
     * @param offer the offer or need
     * @param cluster name of the cluster
     * @param cityId its city, or null outside the network
     */
    public record FoundOffer(Offer offer, String cluster, String cityId) {}
}
