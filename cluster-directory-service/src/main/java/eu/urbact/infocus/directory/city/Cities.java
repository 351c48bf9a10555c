package eu.urbact.infocus.directory.city;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.persistence.Query;

import io.quarkus.hibernate.orm.panache.PanacheRepositoryBase;

/** The kept cities. */
@ApplicationScoped
public class Cities implements PanacheRepositoryBase<City, String> {

    /** There are few cities, so more slips of the pen are forgiven than in a search among clusters. */
    private static final String FITS = " from city c where (cast(:words as text) is null"
            + " or word_similarity(directory_fold(:words), directory_fold(c.name || ' ' || c.other_names)) >= 0.4)";

    Cities() {}

    /**
     * The ids of all cities.
     *
     * @return a snapshot
     */
    public Set<String> ids() {
        return getEntityManager()
                .createQuery("select c.id from City c", String.class)
                .getResultStream()
                .collect(Collectors.toUnmodifiableSet());
    }

    /**
     * The country of every city.
     *
     * @return ISO 3166 codes by id, a snapshot
     */
    public Map<String, String> countries() {
        return getEntityManager()
                .createQuery("select c.id, c.country from City c", Object[].class)
                .getResultStream()
                .collect(Collectors.toUnmodifiableMap(row -> (String) row[0], row -> (String) row[1]));
    }

    /**
     * The ids of the cities that lead the network; there is one at most.
     *
     * @return a snapshot
     */
    public Set<String> leads() {
        return getEntityManager()
                .createQuery("select c.id from City c where c.role = :role", String.class)
                .setParameter("role", CityRole.LEAD)
                .getResultStream()
                .collect(Collectors.toUnmodifiableSet());
    }

    /**
     * How many cities fit.
     *
     * @param words name in any spelling, also with small slips; none for all cities
     * @return the number over all pages
     */
    public long count(Optional<String> words) {
        Query query = getEntityManager().createNativeQuery("select count(*)" + FITS);
        return ((Number) query.setParameter("words", words.orElse(null)).getSingleResult()).longValue();
    }

    /**
     * One page of the cities that fit: the lead first, then by name.
     *
     * @param words as in {@link #count(Optional)}
     * @param offset cities to leave out, from 0
     * @param limit cities on the page
     * @return each city with the number of its clusters
     */
    @SuppressWarnings("unchecked")
    public List<CityInList> find(Optional<String> words, int offset, int limit) {
        List<Object[]> rows = getEntityManager()
                .createNativeQuery(
                        "select c.id, c.name, c.country, c.role, c.organisation_name, c.latitude, c.longitude,"
                                + " c.region_id, (select count(*) from cluster k where k.city_id = c.id and k.withdrawn_at is null)"
                                + FITS
                                + " order by c.role = 'LEAD' desc, directory_fold(c.name), c.id")
                .setParameter("words", words.orElse(null))
                .setFirstResult(offset)
                .setMaxResults(limit)
                .getResultList();
        return rows.stream()
                .map(row -> new CityInList(
                        (String) row[0],
                        (String) row[1],
                        (String) row[2],
                        CityRole.valueOf((String) row[3]),
                        (String) row[4],
                        (Double) row[5],
                        (Double) row[6],
                        (String) row[7],
                        ((Number) row[8]).longValue()))
                .toList();
    }

    /**
     * A city in a list.
     *
     * @param id short name
     * @param name name in its own language
     * @param country ISO 3166 alpha-2
     * @param role what it does in the network
     * @param partnerOrganisation name of the organisation through which it takes part
     * @param lat degrees north
     * @param lon degrees east
     * @param regionId the region whose strategy applies
     * @param clusterCount clusters of the city in the directory
     */
    public record CityInList(
            String id,
            String name,
            String country,
            CityRole role,
            String partnerOrganisation,
            double lat,
            double lon,
            String regionId,
            long clusterCount) {}
}
