package eu.urbact.infocus.directory.cluster;

import java.time.Clock;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Collections;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.function.UnaryOperator;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.persistence.Query;

import io.quarkus.hibernate.orm.panache.PanacheRepositoryBase;

import eu.urbact.infocus.chassis.outcome.Outcome;
import eu.urbact.infocus.chassis.problem.CommonProblem;
import eu.urbact.infocus.directory.cluster.FoundClusters.FoundCluster;
import eu.urbact.infocus.directory.reference.Confidence;
import eu.urbact.infocus.directory.reference.Facet;
import eu.urbact.infocus.directory.reference.Provenance;
import eu.urbact.infocus.directory.reference.Scale;
import eu.urbact.infocus.directory.reference.Taxonomies;
import eu.urbact.infocus.directory.reference.Taxonomy;
import eu.urbact.infocus.directory.revision.DirectoryRevisions;

/**
 * The kept clusters and the search among them. The database finds words; what else a search is narrowed by, and how many
 * clusters each further choice would leave, is counted in a {@link ClusterIndex} of the current revision.
 */
@ApplicationScoped
public class Clusters implements PanacheRepositoryBase<Cluster, String> {

    private static final Comparator<FacetValue> MOST_FIRST =
            Comparator.comparingLong(FacetValue::count).reversed().thenComparing(FacetValue::label);
    private static final Comparator<FacetValue> BY_VALUE = Comparator.comparing(FacetValue::value);

    private final DirectoryRevisions revisions;
    private final Taxonomies taxonomies;
    private final ClusterRoles roles;
    private final Clock clock;
    private volatile ClusterIndex latest;

    Clusters(DirectoryRevisions revisions, Taxonomies taxonomies, ClusterRoles roles, Clock clock) {
        this.revisions = revisions;
        this.taxonomies = taxonomies;
        this.roles = roles;
        this.clock = clock;
    }

    /**
     * One page of a search. Without words in order of the name; with words those first that have them in their name, then
     * those that have them in their summary or keywords.
     *
     * @param filter what to look for
     * @param offset clusters to leave out, from 0
     * @param limit clusters on the page
     * @return the page, with the number of all that fit and the further choices
     */
    public FoundClusters find(ClusterFilter filter, int offset, int limit) {
        ClusterIndex.Selection selection = select(filter);
        Map<String, String> cities = cityNames();
        return new FoundClusters(
                selection.total(), load(selection.page(offset, limit), cities), facets(selection, cities));
    }

    /**
     * Where the clusters sit that fit, all of them. Those outside the network have no seat in the directory.
     *
     * @param filter what to look for
     * @return seats in the order of {@link #find}
     */
    public List<ClusterSeat> seats(ClusterFilter filter) {
        List<String> ids = select(filter).page(0, Integer.MAX_VALUE);
        Map<String, ClusterSeat> seats = new HashMap<>();
        for (Object[] row :
                rows(getEntityManager().createNativeQuery("""
                select c.id, c.name, c.kind, c.country, v.id, v.name, v.latitude, v.longitude,
                       v.place_source_id, v.place_checked_on, v.place_confidence, v.place_uncertain
                from cluster c
                join city v on v.id = c.city_id
                where c.id = any (string_to_array(:ids, ' '))""").setParameter("ids", String.join(" ", ids)))) {
            seats.put(
                    (String) row[0],
                    new ClusterSeat(
                            (String) row[0],
                            (String) row[1],
                            ClusterKind.valueOf((String) row[2]),
                            (String) row[3],
                            (String) row[4],
                            (String) row[5],
                            (Double) row[6],
                            (Double) row[7],
                            new Provenance((String) row[8], day(row[9]), Confidence.valueOf((String) row[10]), (Boolean)
                                    row[11])));
        }
        return ids.stream().map(seats::get).filter(Objects::nonNull).toList();
    }

    private static LocalDate day(Object value) {
        return value instanceof java.sql.Date date ? date.toLocalDate() : (LocalDate) value;
    }

    private ClusterIndex.Selection select(ClusterFilter filter) {
        ClusterIndex index = index();
        return index.select(
                filter.wanted(),
                filter.words().map(words -> findWords(index, words)).orElse(null));
    }

    /**
     * All words, in any spelling, each in what is known of a cluster or in one of its open offers and needs. Only when no cluster has
     * them, those that are taken for slips.
     */
    private ClusterIndex.Ranked findWords(ClusterIndex index, String words) {
        ClusterIndex.Ranked exact = havingAll(
                index,
                getEntityManager()
                        .createNativeQuery("select unnest(directory_asked_each(:words))")
                        .setParameter("words", words));
        // otherwise "biopm" would also find "biopharma"
        return exact.isEmpty()
                ? havingAll(
                        index,
                        getEntityManager()
                                .createNativeQuery("select unnest(directory_meant(:words, :today))")
                                .setParameter("words", words)
                                .setParameter("today", LocalDate.now(clock)))
                : exact;
    }

    private ClusterIndex.Ranked havingAll(ClusterIndex index, Query each) {
        return index.havingAll(index.find(texts(each.getResultList()), this::find));
    }

    private Map<String, List<List<String>>> find(Collection<String> words) {
        Map<String, List<List<String>>> byWord = new HashMap<>();
        words.forEach(word -> byWord.put(word, new ArrayList<>(Collections.nCopies(ClusterIndex.RANKS, List.of()))));
        for (Object[] row : rows(getEntityManager()
                .createNativeQuery("""
                with asked as materialized (
                    select word, directory_marked(word, '') as anywhere, directory_marked(word, 'A') as in_name,
                           directory_marked(word, 'AB') as in_text
                    from unnest(cast(:words as text[])) as each (word))
                select w.word, found.rank, string_agg(found.cluster_id, ' ')
                from asked w
                cross join lateral (
                    select s.cluster_id,
                           case when s.words @@ w.in_name then 0 when s.words @@ w.in_text then 1 else 2 end as rank
                    from cluster_search s
                    where s.words @@ w.anywhere
                    union all
                    select o.cluster_id, 2
                    from cluster_offer o
                    where o.words @@ w.anywhere and o.expires_on >= :today) as found
                group by w.word, found.rank""")
                .setParameter("words", words.toArray(String[]::new))
                .setParameter("today", LocalDate.now(clock)))) {
            byWord.get((String) row[0]).set(((Number) row[1]).intValue(), List.of(((String) row[2]).split(" ")));
        }
        return byWord;
    }

    /**
     * A cluster that everybody sees.
     *
     * @param id its id
     * @return empty for one that was taken out of the directory, too
     */
    public Optional<Cluster> shown(String id) {
        return findByIdOptional(id).filter(cluster -> cluster.withdrawal().isEmpty());
    }

    /**
     * A cluster that everybody sees, or why there is none.
     *
     * @param id its id
     * @return refused with the reason for one that was taken out of the directory
     */
    public Outcome<Cluster> shownOrWhyNot(String id) {
        Optional<Cluster> known = findByIdOptional(id);
        return known.flatMap(Cluster::withdrawal)
                .<Outcome<Cluster>>map(gone -> Outcome.refused(ClusterProblem.CLUSTER_WITHDRAWN, gone.reason()))
                .or(() -> known.map(Outcome::done))
                .orElseGet(() -> Outcome.refused(CommonProblem.NOT_FOUND, "There is no cluster with this id."));
    }

    /** Whoever takes one of these two clusters out of the directory waits for the caller's transaction, and the caller for them. */
    public void keepAsShown(String id, String other) {
        getEntityManager()
                .createNativeQuery(
                        "select id from cluster where id in (:id, :other) order by id for share", String.class)
                .setParameter("id", id)
                .setParameter("other", other)
                .getResultList();
    }

    /**
     * Those that were taken out of the directory.
     *
     * @return by name
     */
    public List<Cluster> withdrawn() {
        return list("withdrawnAt is not null order by name, id");
    }

    /** Forgets by which account a cluster was taken out, or brought back, before this time. */
    public int forgetNames(Instant before) {
        return getEntityManager()
                .createNativeQuery("update cluster set withdrawal_changed_by_name = null"
                        + " where withdrawal_changed_at < :before and withdrawal_changed_by_name is not null")
                .setParameter("before", before)
                .executeUpdate();
    }

    /** The index of the current revision and day. It is read again only after a change of the directory, or after midnight. */
    private ClusterIndex index() {
        ClusterIndex known = latest;
        return known != null && known.version().equals(version(LocalDate.now(clock))) ? known : readOnce();
    }

    private String version(LocalDate today) {
        return revisions.current() + " " + today;
    }

    /** It takes some ten megabytes for a moment in a large directory: whoever asks meanwhile waits for it instead of reading it too. */
    private synchronized ClusterIndex readOnce() {
        LocalDate today = LocalDate.now(clock);
        // whoever has waited looks again which revision is the newest
        String version = version(today);
        if (latest == null || !latest.version().equals(version)) {
            latest = read(version, today);
        }
        return latest;
    }

    private ClusterIndex read(String version, LocalDate today) {
        Map<String, ClusterRoles.Role> rolesOfAll = roles.roles();
        List<Object[]> rows = rows(getEntityManager().createNativeQuery("""
                select c.id, concat_ws(' ', array_to_string(s.terms, ' '),
                       (select string_agg(distinct 'exchange=' || o.kind, ' ')
                        from cluster_offer o
                        where o.cluster_id = c.id and o.expires_on >= :today))
                from cluster c
                join cluster_search s on s.cluster_id = c.id
                where c.withdrawn_at is null
                order by directory_fold(c.name), c.id""").setParameter("today", today));
        return new ClusterIndex(
                version,
                rows.stream().map(row -> row((String) row[0], (String) row[1], rolesOfAll.get((String) row[0]))));
    }

    private static ClusterIndex.Row row(String id, String terms, ClusterRoles.Role role) {
        List<String> all = new ArrayList<>(List.of(terms.split(" ")));
        if (role != null) {
            all.add(Narrowing.ROLE.field() + "=" + role);
        }
        return new ClusterIndex.Row(id, all);
    }

    private List<FoundCluster> load(List<String> ids, Map<String, String> cities) {
        Map<String, Cluster> clusters = new HashMap<>();
        if (!ids.isEmpty()) {
            getEntityManager()
                    .createQuery("from Cluster c left join fetch c.tags where c.id in :ids", Cluster.class)
                    .setParameter("ids", ids)
                    // not a stream: the rows of a cluster need not come one after the other
                    .getResultList()
                    .forEach(cluster -> clusters.put(cluster.id(), cluster));
            getEntityManager()
                    .createQuery("from Cluster c left join fetch c.figures where c.id in :ids", Cluster.class)
                    .setParameter("ids", ids)
                    .getResultList();
        }
        return ids.stream()
                .map(clusters::get)
                .map(Cluster::description)
                .map(cluster -> new FoundCluster(
                        cluster, cluster.cityId().map(cities::get).orElse(null)))
                .toList();
    }

    /**
     * Every cluster of the directory, by name.
     *
     * @return inside the network and outside
     */
    public List<ClusterDescription> everything() {
        List<String> ids = index().select(Map.of(), null).page(0, Integer.MAX_VALUE);
        return load(ids, Map.of()).stream().map(FoundCluster::description).toList();
    }

    /**
     * The sources of what is said about the clusters that everybody sees.
     *
     * @return ids of sources
     */
    public Set<String> citedSources() {
        return Set.copyOf(texts(getEntityManager().createNativeQuery("""
                select t.source_id from cluster_tag t join cluster c on c.id = t.cluster_id where c.withdrawn_at is null
                union
                select f.source_id from cluster_figure f join cluster c on c.id = f.cluster_id where c.withdrawn_at is null""").getResultList()));
    }

    /**
     * A cluster that was taken out of the directory and refers to a source, by itself or by a partnership to which it belonged.
     *
     * @param source id of a source to which nothing refers that everybody sees
     * @return id of the first of them
     */
    public Optional<String> withdrawnThatRefersTo(String source) {
        return texts(getEntityManager()
                        .createNativeQuery("""
                select c.id from cluster c
                where c.withdrawn_at is not null
                  and (exists (select from cluster_tag t where t.cluster_id = c.id and t.source_id = :source)
                       or exists (select from cluster_figure f where f.cluster_id = c.id and f.source_id = :source)
                       or exists (select from partnership p join partnership_member m on m.partnership_id = p.id
                                  where m.cluster_id = c.id and p.source_id = :source))
                order by c.id
                limit 1""")
                        .setParameter("source", source)
                        .getResultList())
                .stream()
                .findFirst();
    }

    /**
     * The industrial ecosystems of every cluster.
     *
     * @return ids of ecosystems by id of the cluster
     */
    public Map<String, List<String>> ecosystems() {
        Map<String, List<String>> ecosystems = new HashMap<>();
        for (Object[] row : rows(getEntityManager()
                .createNativeQuery(
                        "select cluster_id, ecosystem_id from cluster_ecosystem order by cluster_id, ecosystem_id"))) {
            ecosystems
                    .computeIfAbsent((String) row[0], any -> new ArrayList<>())
                    .add((String) row[1]);
        }
        return ecosystems;
    }

    /**
     * The names of the network's cities.
     *
     * @return name by city id
     */
    public Map<String, String> cityNames() {
        Map<String, String> names = new HashMap<>();
        for (Object[] row : rows(getEntityManager().createNativeQuery("select id, name from city"))) {
            names.put((String) row[0], (String) row[1]);
        }
        return names;
    }

    /**
     * The industrial ecosystems to which a cluster belongs by its activities of weight 2 or 3.
     *
     * @param id id of the cluster
     * @return ids of ecosystems
     */
    public List<String> ecosystemsOf(String id) {
        return texts(getEntityManager()
                .createNativeQuery("select ecosystem_id from cluster_ecosystem where cluster_id = :id")
                .setParameter("id", id)
                .getResultList());
    }

    private ClusterFacets facets(ClusterIndex.Selection selection, Map<String, String> cities) {
        Taxonomy taxonomy = taxonomies.current();
        Map<String, String> parents = new HashMap<>();
        taxonomy.competences()
                .forEach(entry -> parents.put(entry.id(), entry.parentId().orElse(null)));
        Map<String, String> sections = new HashMap<>();
        taxonomy.sections().forEach(section -> sections.put(section.code(), section.label()));
        Map<String, String> divisions = new HashMap<>();
        taxonomy.divisions().forEach(division -> divisions.put(division.code(), division.section()));
        return new ClusterFacets(
                facet(selection, Narrowing.SCOPE, Clusters::scopeLabel, none -> null, BY_VALUE),
                facet(selection, Narrowing.CITY, id -> cities.getOrDefault(id, id), none -> null, MOST_FIRST),
                facet(selection, Narrowing.COUNTRY, Clusters::countryName, none -> null, MOST_FIRST),
                facet(
                        selection,
                        Narrowing.COMPETENCE,
                        id -> taxonomy.label(Facet.COMPETENCE, id),
                        parents::get,
                        MOST_FIRST),
                facet(
                        selection,
                        Narrowing.NACE_SECTION,
                        code -> sections.getOrDefault(code, code),
                        none -> null,
                        BY_VALUE),
                facet(
                        selection,
                        Narrowing.NACE_DIVISION,
                        code -> taxonomy.label(Facet.ACTIVITY, code),
                        divisions::get,
                        BY_VALUE),
                facet(
                        selection,
                        Narrowing.ECOSYSTEM,
                        id -> taxonomy.label(Facet.ECOSYSTEM, id),
                        none -> null,
                        MOST_FIRST),
                facet(
                        selection,
                        Narrowing.SCALE,
                        code -> taxonomy.label(Facet.SCALE, code),
                        none -> null,
                        Comparator.comparing(value -> Scale.valueOf(value.value()))),
                facet(
                        selection,
                        Narrowing.KIND,
                        Clusters::sentence,
                        none -> null,
                        Comparator.comparing(value -> ClusterKind.valueOf(value.value()))),
                facet(
                        selection,
                        Narrowing.ROLE,
                        Clusters::roleLabel,
                        none -> null,
                        Comparator.comparing(value -> ClusterRoles.Role.valueOf(value.value()))),
                facet(
                        selection,
                        Narrowing.EXCHANGE,
                        kind -> kind.equals("OFFER") ? "Offers something" : "Looks for something",
                        none -> null,
                        BY_VALUE));
    }

    private static List<FacetValue> facet(
            ClusterIndex.Selection selection,
            Narrowing side,
            UnaryOperator<String> label,
            UnaryOperator<String> parent,
            Comparator<FacetValue> order) {
        return selection.counts(side).stream()
                .map(counted -> new FacetValue(
                        counted.value(), label.apply(counted.value()), parent.apply(counted.value()), counted.count()))
                .sorted(order)
                .toList();
    }

    private static String roleLabel(String role) {
        return switch (ClusterRoles.Role.valueOf(role)) {
            case CORE -> "Core of a priority of its region";
            case ENABLER -> "Enabler of a priority of its region";
            case ORPHAN -> "Fits no priority of its region";
        };
    }

    private static String countryName(String code) {
        return new Locale.Builder().setRegion(code).build().getDisplayCountry(Locale.UK);
    }

    private static String scopeLabel(String scope) {
        return scope.equals(ClusterScope.NETWORK.name()) ? "Cities of the network" : "Outside the network";
    }

    private static String sentence(String constant) {
        return constant.substring(0, 1)
                + constant.substring(1).toLowerCase(Locale.ROOT).replace('_', ' ');
    }

    /**
     * Writes anew under which words and terms every cluster is found. To be called when a taxonomy, a city or a region may have
     * changed, and only then: with ten thousand clusters it takes longer than anybody else waits for the directory.
     */
    public void refreshSearchTexts() {
        flush();
        getEntityManager().createNativeQuery("""
                        insert into cluster_search (cluster_id, words, terms)
                        select n.cluster_id, n.words, n.terms from cluster_search_now n
                        on conflict (cluster_id) do update set words = excluded.words, terms = excluded.terms
                        where cluster_search.words <> excluded.words or cluster_search.terms <> excluded.terms""").executeUpdate();
        getEntityManager().createNativeQuery("""
                        with now as materialized (
                            select word from ts_stat('select words from cluster_search') where length(word) > 3 and word !~ '[0-9]'),
                        gone as (delete from search_word s where not exists (select from now n where n.word = s.word))
                        insert into search_word (word) select word from now on conflict do nothing""").executeUpdate();
    }

    /**
     * Writes anew under which words and terms one cluster is found; one that was taken out of the directory under none. Words that only it
     * had are forgotten: whoever types them means others.
     *
     * @param id id of a cluster that has changed
     */
    void refreshSearchText(String id) {
        flush();
        getEntityManager().createNativeQuery("""
                        with now as materialized (select n.cluster_id, n.words, n.terms from cluster_search_now n where n.cluster_id = :id),
                        given_up as materialized (
                            select unnest(tsvector_to_array(s.words)) as word from cluster_search s where s.cluster_id = :id
                            except
                            select unnest(tsvector_to_array(n.words)) from now n),
                        gone as (
                            delete from search_word w
                            using given_up g
                            where w.word = g.word
                                and not exists (
                                    select from cluster_search s
                                    where s.cluster_id <> :id and s.words @@ cast(quote_literal(g.word) as tsquery))),
                        taken_out as (delete from cluster_search s where s.cluster_id = :id and not exists (select from now))
                        insert into cluster_search (cluster_id, words, terms)
                        select cluster_id, words, terms from now
                        on conflict (cluster_id) do update set words = excluded.words, terms = excluded.terms""").setParameter("id", id).executeUpdate();
        getEntityManager().createNativeQuery("""
                        insert into search_word (word)
                        select w.word
                        from cluster_search s
                        cross join unnest(tsvector_to_array(s.words)) as w (word)
                        where s.cluster_id = :id and length(w.word) > 3 and w.word !~ '[0-9]'
                        on conflict do nothing""").setParameter("id", id).executeUpdate();
    }

    @SuppressWarnings("unchecked")
    private static List<Object[]> rows(Query query) {
        return query.getResultList();
    }

    private static List<String> texts(List<?> values) {
        return values.stream().map(String.class::cast).toList();
    }
}
