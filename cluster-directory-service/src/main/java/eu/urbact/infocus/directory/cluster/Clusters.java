package eu.urbact.infocus.directory.cluster;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.persistence.Query;

import io.quarkus.hibernate.orm.panache.PanacheRepositoryBase;

import eu.urbact.infocus.directory.cluster.FoundClusters.FoundCluster;

/**
 * The kept clusters and the search among them. A search is a list of conditions; the page, its total and every facet are
 * counted by the database with the same conditions, a facet with all but its own.
 */
@ApplicationScoped
public class Clusters implements PanacheRepositoryBase<Cluster, String> {

    /** The sides by which a search can be narrowed. */
    private enum Narrowing {
        SCOPE,
        CITY,
        COMPETENCE,
        NACE_SECTION,
        ECOSYSTEM,
        WORDS
    }

    private static final String INSIDE = "c.city_id is not null";

    Clusters() {}

    /**
     * One page of a search. Without words in order of the name, with words the best fit first.
     *
     * @param filter what to look for
     * @param offset clusters to leave out, from 0
     * @param limit clusters on the page
     * @return the page, with the number of all that fit
     */
    public FoundClusters find(ClusterFilter filter, int offset, int limit) {
        long total = ((Number) query("select count(*)", filter, null, "").getSingleResult()).longValue();
        String order = filter.words().isPresent()
                ? " order by word_similarity(directory_fold(:words), directory_fold(c.name)) desc,"
                        + " ts_rank(c.search_vector, directory_query(:words)) desc, directory_fold(c.name), c.id"
                : " order by directory_fold(c.name), c.id";
        List<String> ids = texts(query("select c.id", filter, null, order)
                .setFirstResult(offset)
                .setMaxResults(limit)
                .getResultList());
        return new FoundClusters(total, load(ids));
    }

    private List<FoundCluster> load(List<String> ids) {
        Map<String, Cluster> clusters = new HashMap<>();
        if (!ids.isEmpty()) {
            getEntityManager()
                    .createQuery("from Cluster c left join fetch c.tags where c.id in :ids", Cluster.class)
                    .setParameter("ids", ids)
                    .getResultStream()
                    .forEach(cluster -> clusters.put(cluster.id(), cluster));
            getEntityManager()
                    .createQuery("from Cluster c left join fetch c.figures where c.id in :ids", Cluster.class)
                    .setParameter("ids", ids)
                    .getResultList();
        }
        Map<String, String> cities = cityNames();
        return ids.stream()
                .map(clusters::get)
                .map(Cluster::description)
                .map(cluster -> new FoundCluster(
                        cluster, cluster.cityId().map(cities::get).orElse(null)))
                .toList();
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
                .createNativeQuery("select ecosystem_id from cluster_ecosystem where cluster_id = :id", String.class)
                .setParameter("id", id)
                .getResultList());
    }

    /**
     * The further choices of a search.
     *
     * @param filter what is looked for so far
     * @return choices with at least one cluster, most clusters first; competences as a tree, sections by letter
     */
    public ClusterFacets facets(ClusterFilter filter) {
        return new ClusterFacets(
                facet(
                        "select case when " + INSIDE + " then 'NETWORK' else 'OUTSIDE' end as value,"
                                + " case when " + INSIDE
                                + " then 'Cities of the network' else 'Outside the network' end,"
                                + " null, count(*)",
                        filter,
                        Narrowing.SCOPE,
                        "",
                        " group by 1, 2 order by 1"),
                facet(
                        "select v.id, v.name, null, count(*)",
                        filter,
                        Narrowing.CITY,
                        " join city v on v.id = c.city_id",
                        " group by v.id, v.name order by 4 desc, directory_fold(v.name)"),
                facet(
                        "select v.id, v.label, v.parent_id, count(distinct c.id)",
                        filter,
                        Narrowing.COMPETENCE,
                        " join cluster_tag t on t.cluster_id = c.id and t.facet = 'COMPETENCE'"
                                + " join competence_lineage l on l.competence_id = t.code"
                                + " join competence v on v.id = l.ancestor_id",
                        " group by v.id, v.label, v.parent_id order by 4 desc, v.label"),
                facet(
                        "select v.code, v.label, null, count(distinct c.id)",
                        filter,
                        Narrowing.NACE_SECTION,
                        " join cluster_tag t on t.cluster_id = c.id and t.facet = 'ACTIVITY'"
                                + " join nace_division d on d.code = t.code"
                                + " join nace_section v on v.code = d.section_code",
                        " group by v.code, v.label order by v.code"),
                facet(
                        "select v.id, v.label, null, count(*)",
                        filter,
                        Narrowing.ECOSYSTEM,
                        " join cluster_ecosystem e on e.cluster_id = c.id join ecosystem v on v.id = e.ecosystem_id",
                        " group by v.id, v.label order by 4 desc, v.label"));
    }

    private List<FacetValue> facet(String select, ClusterFilter filter, Narrowing own, String joins, String grouping) {
        return rows(query(select, filter, own, joins, grouping)).stream()
                .map(row -> new FacetValue(
                        (String) row[0], (String) row[1], (String) row[2], ((Number) row[3]).longValue()))
                .toList();
    }

    private Query query(String select, ClusterFilter filter, Narrowing left, String order) {
        return query(select, filter, left, "", order);
    }

    /** Puts a statement together from fixed parts; whatever comes from outside is a parameter. */
    private Query query(String select, ClusterFilter filter, Narrowing left, String joins, String tail) {
        List<String> conditions = new ArrayList<>(List.of("true"));
        Map<String, Object> parameters = new HashMap<>();
        if (left != Narrowing.SCOPE && filter.scope() != ClusterScope.ALL) {
            conditions.add(filter.scope() == ClusterScope.NETWORK ? INSIDE : "c.city_id is null");
        }
        narrow(left, Narrowing.CITY, filter.cities(), "c.city_id in (:cities)", "cities", conditions, parameters);
        narrow(
                left,
                Narrowing.COMPETENCE,
                filter.competences(),
                "exists (select 1 from cluster_tag ft join competence_lineage fl on fl.competence_id = ft.code"
                        + " where ft.cluster_id = c.id and ft.facet = 'COMPETENCE' and fl.ancestor_id in (:competences))",
                "competences",
                conditions,
                parameters);
        narrow(
                left,
                Narrowing.NACE_SECTION,
                filter.naceSections(),
                "exists (select 1 from cluster_tag ft join nace_division fd on fd.code = ft.code"
                        + " where ft.cluster_id = c.id and ft.facet = 'ACTIVITY' and fd.section_code in (:sections))",
                "sections",
                conditions,
                parameters);
        narrow(
                left,
                Narrowing.ECOSYSTEM,
                filter.ecosystems(),
                "exists (select 1 from cluster_ecosystem fe"
                        + " where fe.cluster_id = c.id and fe.ecosystem_id in (:ecosystems))",
                "ecosystems",
                conditions,
                parameters);
        filter.words().ifPresent(words -> {
            // All words, each as written or as a beginning. Only when no cluster at all has them, a slip of the pen is
            // likely, and what looks much like them is taken; otherwise "biopm" would also find "biopharma".
            conditions.add("(c.search_vector @@ directory_query(:words)"
                    + " or (directory_fold(:words) <% directory_fold(c.search_text)"
                    + " and not exists (select 1 from cluster w where w.search_vector @@ directory_query(:words))))");
            parameters.put("words", words);
        });
        Query query = getEntityManager()
                .createNativeQuery(
                        select + " from cluster c" + joins + " where " + String.join(" and ", conditions) + tail);
        parameters.forEach(query::setParameter);
        return query;
    }

    private static void narrow(
            Narrowing left,
            Narrowing own,
            List<String> wanted,
            String condition,
            String parameter,
            List<String> conditions,
            Map<String, Object> parameters) {
        if (left != own && !wanted.isEmpty()) {
            conditions.add(condition);
            parameters.put(parameter, wanted);
        }
    }

    /**
     * Writes the text in which each cluster is searched: its names and words, its city and region, and the labels of what it
     * does and is good at. To be called when any of these may have changed.
     */
    public void refreshSearchTexts() {
        flush();
        getEntityManager().createNativeQuery("""
                        update cluster c set search_text = s.search_text
                        from cluster_search_text s
                        where s.cluster_id = c.id and s.search_text <> c.search_text""").executeUpdate();
    }

    @SuppressWarnings("unchecked")
    private static List<Object[]> rows(Query query) {
        return query.getResultList();
    }

    private static List<String> texts(List<?> values) {
        return values.stream().map(String.class::cast).toList();
    }
}
