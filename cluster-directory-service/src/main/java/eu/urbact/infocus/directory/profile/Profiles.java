package eu.urbact.infocus.directory.profile;

import java.time.Instant;
import java.time.LocalDate;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.persistence.LockModeType;

import io.quarkus.hibernate.orm.panache.PanacheRepositoryBase;

import eu.urbact.infocus.chassis.rest.Page;
import eu.urbact.infocus.chassis.rest.PageRequest;
import eu.urbact.infocus.directory.cluster.Namesake;

/** The kept profiles. A city is always asked for with its own ids; reviewers see a profile once it has been submitted. */
@ApplicationScoped
public class Profiles implements PanacheRepositoryBase<Profile, String> {

    /** What is somebody else's business than the city's. */
    private static final Set<ProfileState> SUBMITTED_ONCE =
            Set.of(ProfileState.SUBMITTED, ProfileState.PUBLISHED, ProfileState.STALE);

    Profiles() {}

    /** All profiles of these cities, by their id. */
    public List<Profile> ofCities(Collection<String> cityIds) {
        return cityIds.isEmpty() ? List.of() : list("cityId in ?1 order by cityId, id", cityIds);
    }

    /** A profile of one of these cities. */
    public Optional<Profile> ofCities(String id, Collection<String> cityIds) {
        return findByIdOptional(id).filter(profile -> cityIds.contains(profile.cityId()));
    }

    /** A profile, locked for the caller's transaction, so that of two editors the second sees what the first has done. */
    Optional<Profile> toChange(String id) {
        return find("id", id).withLock(LockModeType.PESSIMISTIC_WRITE).firstResultOptional();
    }

    /** A profile of one of these cities, locked in the same way. */
    Optional<Profile> toChange(String id, Collection<String> cityIds) {
        return cityIds.isEmpty()
                ? Optional.empty()
                : find("id = ?1 and cityId in ?2", id, cityIds)
                        .withLock(LockModeType.PESSIMISTIC_WRITE)
                        .firstResultOptional();
    }

    /** A profile that reviewers may see, locked in the same way. */
    Optional<Profile> toReview(String id) {
        return find("id = ?1 and state in ?2", id, SUBMITTED_ONCE)
                .withLock(LockModeType.PESSIMISTIC_WRITE)
                .firstResultOptional();
    }

    /** A profile that reviewers may see. */
    public Optional<Profile> forReview(String id) {
        return findByIdOptional(id).filter(profile -> SUBMITTED_ONCE.contains(profile.state()));
    }

    /**
     * Profiles that reviewers may see: what has waited longest comes first.
     *
     * @param state one state, or null for all
     * @param page which page
     */
    public Page<Profile> forReview(ProfileState state, PageRequest page) {
        Set<ProfileState> states = state == null ? SUBMITTED_ONCE : Set.of(state);
        if (!SUBMITTED_ONCE.containsAll(states)) {
            return Page.of(List.of(), page, 0);
        }
        return Page.of(
                find("state in ?1 order by submittedAt nulls last, id", states)
                        .page(page.page(), page.size())
                        .list(),
                page,
                count("state in ?1", states));
    }

    /** The clusters whose city has published the profile itself: reference data does not touch them. */
    public Set<String> publishedIds() {
        return Set.copyOf(getEntityManager()
                .createQuery("select p.id from Profile p where p.publishedContent is not null", String.class)
                .getResultList());
    }

    /** The clusters of which a city writes a profile that was never published, each with that city. */
    public Map<String, String> citiesOfDrafts() {
        return getEntityManager()
                .createQuery("select p.id, p.cityId from Profile p where p.publishedContent is null", Object[].class)
                .getResultStream()
                .collect(Collectors.toMap(row -> (String) row[0], row -> (String) row[1]));
    }

    /** Published profiles whose confirmation is overdue on this day, and that are not shown as stale yet. */
    List<String> toGoStale(LocalDate day) {
        return texts(getEntityManager()
                .createNativeQuery(
                        "select p.id from cluster_profile p join cluster c on c.id = p.id"
                                + " where p.confirmed_on + make_interval(months => :months) <= :day and not c.stale"
                                + " and c.withdrawn_at is null"
                                + " order by p.id",
                        String.class)
                .setParameter("months", Profile.CONFIRMED_FOR_MONTHS)
                .setParameter("day", day)
                .getResultList());
    }

    /** Whether this id is free for a new cluster. */
    boolean isFree(String id) {
        return findById(id) == null
                && getEntityManager()
                        .createNativeQuery("select 1 from cluster where id = :id")
                        .setParameter("id", id)
                        .getResultList()
                        .isEmpty();
    }

    /**
     * A cluster of a city, in the directory or being written by that city, that has this name in another spelling. The name of one
     * that was taken out of the directory is free.
     *
     * @param except id of a cluster that may have it
     * @return it; one that is known outside of the city rather than one that is not
     */
    Optional<Namesake> namesake(String cityId, String name, String except) {
        return rows(getEntityManager()
                        .createNativeQuery("""
                                with named as (
                                    select id, content ->> 'name' as name, state in (:seen) as seen
                                    from cluster_profile where city_id = :city
                                    union
                                    select id, name, true from cluster where city_id = :city)
                                select id, seen
                                from named
                                where id <> :except
                                    and id not in (select gone.id from cluster gone where gone.withdrawn_at is not null)
                                    and directory_name_key(name) = directory_name_key(:name)
                                order by seen desc, id
                                limit 1""", Object[].class)
                        .setParameter("seen", seen())
                        .setParameter("city", cityId)
                        .setParameter("name", name)
                        .setParameter("except", except)
                        .getResultList())
                .map(row -> new Namesake((String) row[0], (Boolean) row[1]))
                .findFirst();
    }

    /**
     * Lets the caller's transaction be the only one that gives clusters of these cities a name, until it ends. Whether a name is free is to
     * be asked after it.
     */
    public void lockNames(Collection<String> cityIds) {
        if (cityIds.isEmpty()) {
            return;
        }
        getEntityManager()
                // new clusters refer to their cities, and need not wait
                .createNativeQuery("select id from city where id in (:cities) order by id for no key update")
                .setParameter("cities", cityIds)
                .getResultList();
    }

    /**
     * What of names counts when they are compared.
     *
     * @param names any names
     * @return a key for each name; names with the same key are one name in several spellings
     */
    public Map<String, String> nameKeys(Collection<String> names) {
        return rows(getEntityManager()
                        .createNativeQuery(
                                "select name, directory_name_key(name) from unnest(cast(:names as text[])) as name",
                                Object[].class)
                        .setParameter("names", names.stream().distinct().toArray(String[]::new))
                        .getResultList())
                .collect(Collectors.toMap(row -> (String) row[0], row -> (String) row[1]));
    }

    /**
     * A name that is taken in a city.
     *
     * @param cityId the city
     * @param nameKey what of the name counts
     * @param owner whose it is
     * @param written whether the city writes it in a profile; otherwise the directory shows it
     */
    public record TakenName(String cityId, String nameKey, Namesake owner, boolean written) {}

    /** The names of all clusters that are in the directory or being written by a city. */
    public List<TakenName> takenNames() {
        return rows(getEntityManager()
                        .createNativeQuery("""
                                select city_id, directory_name_key(content ->> 'name'), id, true, state in (:seen)
                                from cluster_profile
                                where id not in (select gone.id from cluster gone where gone.withdrawn_at is not null)
                                union all
                                select city_id, directory_name_key(name), id, false, true from cluster
                                where city_id is not null and withdrawn_at is null""", Object[].class)
                        .setParameter("seen", seen())
                        .getResultList())
                .map(row -> new TakenName(
                        (String) row[0], (String) row[1], new Namesake((String) row[2], (Boolean) row[4]), (Boolean)
                                row[3]))
                .toList();
    }

    /** The states in which others than the city's people see what it writes. */
    private static List<String> seen() {
        return SUBMITTED_ONCE.stream().map(ProfileState::name).toList();
    }

    /** A name as people type it who have no other keys than those from a to z, as far as the letters of Latin go. */
    String transcribed(String name) {
        return (String) getEntityManager()
                .createNativeQuery("select directory_transcribe(:name)")
                .setParameter("name", name)
                .getSingleResult();
    }

    /** The country of a city, if it is in the directory. */
    Optional<String> countryOf(String cityId) {
        return texts(getEntityManager()
                        .createNativeQuery("select country from city where id = :id")
                        .setParameter("id", cityId)
                        .getResultList())
                .stream()
                .findFirst();
    }

    /** Forgets by which account something was changed before this time. */
    int forgetNames(Instant before) {
        return getEntityManager()
                .createNativeQuery("update cluster_profile set changed_by_name = null"
                        + " where changed_at < :before and changed_by_name is not null")
                .setParameter("before", before)
                .executeUpdate();
    }

    private static Stream<Object[]> rows(List<?> rows) {
        return rows.stream().map(Object[].class::cast);
    }

    private static List<String> texts(List<?> values) {
        return values.stream().map(String.class::cast).toList();
    }
}
