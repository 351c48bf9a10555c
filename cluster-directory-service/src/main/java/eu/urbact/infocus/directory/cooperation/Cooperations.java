package eu.urbact.infocus.directory.cooperation;

import java.util.Collection;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.persistence.LockModeType;

import io.quarkus.hibernate.orm.panache.PanacheRepositoryBase;

import eu.urbact.infocus.chassis.rest.Page;
import eu.urbact.infocus.chassis.rest.PageRequest;

/** The kept cooperations; every look at them names the cities on whose behalf it is. */
@ApplicationScoped
public class Cooperations implements PanacheRepositoryBase<Cooperation, UUID> {

    private static final String OF_CITIES = "(fromCityId in ?1 or toCityId in ?1)";

    Cooperations() {}

    /** One page of what these cities have to do with: what still binds first, then the latest. */
    public Page<Cooperation> of(Collection<String> cities, Optional<CooperationState> state, PageRequest page) {
        String where = state.isPresent() ? OF_CITIES + " and state = ?2" : OF_CITIES;
        Object[] values = state.isPresent() ? new Object[] {cities, state.get()} : new Object[] {cities};
        String order = " order by case when state in (PROPOSED, ACCEPTED) then 0 else 1 end, proposedAt desc, id";
        return Page.of(
                find(where + order, values)
                        .range(page.offset(), page.offset() + page.size() - 1)
                        .list(),
                page,
                count(where, values));
    }

    /** One of these cities' cooperations. */
    public Optional<Cooperation> find(UUID id, Collection<String> cities) {
        return find(OF_CITIES + " and id = ?2", cities, id).firstResultOptional();
    }

    /** The same, locked for the caller's transaction. */
    Optional<Cooperation> toChange(UUID id, Collection<String> cities) {
        return find(OF_CITIES + " and id = ?2", cities, id)
                .withLock(LockModeType.PESSIMISTIC_WRITE)
                .firstResultOptional();
    }

    /**
     * Its steps have changed, and with them what the two cities see: whoever saw it before has not seen this. The steps are rows of their own,
     * which its version does not count by itself.
     */
    void stepsChanged(Cooperation cooperation) {
        flush();
        getEntityManager().lock(cooperation, LockModeType.PESSIMISTIC_FORCE_INCREMENT);
    }

    /** Whether two clusters have an open proposal or a running cooperation, whoever proposed it. */
    boolean live(String cluster, String other) {
        return count(
                        "((fromClusterId = ?1 and toClusterId = ?2) or (fromClusterId = ?2 and toClusterId = ?1)) and state in ?3",
                        cluster,
                        other,
                        List.of(CooperationState.PROPOSED, CooperationState.ACCEPTED))
                > 0;
    }

    /** The open proposals and running cooperations of a cluster, locked for the caller's transaction. */
    List<Cooperation> liveOf(String cluster) {
        return find(
                        "(fromClusterId = ?1 or toClusterId = ?1) and state in ?2",
                        cluster,
                        List.of(CooperationState.PROPOSED, CooperationState.ACCEPTED))
                .withLock(LockModeType.PESSIMISTIC_WRITE)
                .list();
    }

    /** Lets the proposals of the same two clusters follow one another, whoever makes them. */
    void lockPair(String cluster, String other) {
        String pair = cluster.compareTo(other) < 0 ? cluster + " " + other : other + " " + cluster;
        getEntityManager()
                .createNativeQuery("select pg_advisory_xact_lock(hashtextextended(:pair, 140))", Object.class)
                .setParameter("pair", pair)
                .getSingleResult();
    }
}
