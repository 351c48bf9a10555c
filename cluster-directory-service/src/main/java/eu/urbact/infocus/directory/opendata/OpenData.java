package eu.urbact.infocus.directory.opendata;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.time.LocalDateTime;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.Supplier;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import java.util.zip.ZipEntry;
import java.util.zip.ZipOutputStream;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.transaction.Transactional;

import com.fasterxml.jackson.databind.ObjectMapper;
import org.eclipse.rdf4j.model.IRI;
import org.eclipse.rdf4j.model.Model;

import eu.urbact.infocus.directory.city.Cities;
import eu.urbact.infocus.directory.city.City;
import eu.urbact.infocus.directory.city.CityDescription;
import eu.urbact.infocus.directory.cluster.ClusterDescription;
import eu.urbact.infocus.directory.cluster.ClusterFilter;
import eu.urbact.infocus.directory.cluster.ClusterScope;
import eu.urbact.infocus.directory.cluster.Clusters;
import eu.urbact.infocus.directory.cluster.SeatFeatures;
import eu.urbact.infocus.directory.matching.MatchingModelFile;
import eu.urbact.infocus.directory.matchmaking.LeverEntry;
import eu.urbact.infocus.directory.matchmaking.MatchReferences;
import eu.urbact.infocus.directory.matchmaking.PartnershipEntry;
import eu.urbact.infocus.directory.matchmaking.RelatednessEntry;
import eu.urbact.infocus.directory.reference.Confidence;
import eu.urbact.infocus.directory.reference.Taxonomies;
import eu.urbact.infocus.directory.reference.Taxonomy;
import eu.urbact.infocus.directory.region.Region;
import eu.urbact.infocus.directory.region.RegionDescription;
import eu.urbact.infocus.directory.region.Regions;
import eu.urbact.infocus.directory.revision.DirectoryRevisions;

/**
 * The files of the open data. They say what the public pages say, all of it at once; each is made once per revision of the
 * directory and kept in memory until the next.
 */
@ApplicationScoped
public class OpenData {

    /** Files larger than this are made anew each time. */
    private static final int LARGEST_KEPT = 4_000_000;

    private static final String SOURCE = "source";
    private static final String ARCHIVE = "infocus-open-data.zip";
    private static final String README = """
            InFocus open data
            =================

            clusters.ttl, clusters.jsonld          clusters and partner organisations: W3C ORG and schema.org
            clusters.geojson                       seats of the clusters (RFC 7946, longitude first)
            clusters.csv                           clusters in the columns of the European Cluster Collaboration Platform (UTF-8)
            priorities.ttl, priorities.jsonld      RIS3 strategies and priorities of the regions
            taxonomies.ttl, taxonomies.jsonld      competences, NACE Rev. 2 and 2.1, ecosystems, objectives, ECCP's terms: SKOS
            vocabulary.ttl, vocabulary.jsonld      the few classes and properties of the network's own
            catalogue.ttl, catalogue.jsonld        DCAT-AP catalogue of these files and of this archive
            relations.csv                          levers (which competences serve which activities) and related terms
            matching-model.yaml                    the numbers that the scores of matches are computed with

            In scores, a statement counts %s.

            Licence: Creative Commons Attribution 4.0 International (https://creativecommons.org/licenses/by/4.0/).
            Attribution: InFocus network, URBACT.
            Every statement carries its source, the day it was looked up, how sure it is, and whether it is still to be verified.
            Website, year, staff and networks of a cluster are its city's own words as of the day it confirmed them.
            Beside members_total and jobs in clusters.csv stand how each number is meant (exact, about, at least) and its year.
            """.formatted(Stream.of(Confidence.values())
            .map(confidence -> confidence.weight() + " when it is " + Words.of(confidence))
            .collect(Collectors.joining(", ")));

    private final Clusters clusters;
    private final Cities cities;
    private final Regions regions;
    private final Taxonomies taxonomies;
    private final MatchReferences references;
    private final DirectoryRevisions revisions;
    private final ObjectMapper json;
    private final Names names;
    private final Map<String, Made> made = new ConcurrentHashMap<>();

    OpenData(
            Clusters clusters,
            Cities cities,
            Regions regions,
            Taxonomies taxonomies,
            MatchReferences references,
            DirectoryRevisions revisions,
            ObjectMapper json,
            PortalConfig config) {
        this.clusters = clusters;
        this.cities = cities;
        this.regions = regions;
        this.taxonomies = taxonomies;
        this.references = references;
        this.revisions = revisions;
        this.json = json;
        this.names = new Names(config.baseUrl());
    }

    /** A file and the revision of which it is. */
    private static final class Made {

        private final long revision;
        private final byte[] content;

        private Made(long revision, byte[] content) {
            this.revision = revision;
            this.content = content;
        }
    }

    /**
     * One data set in one format.
     *
     * @param set what
     * @param format how; one of the set's formats
     * @return the file
     */
    @Transactional
    public byte[] file(DataSet set, DataFormat format) {
        return keep(set.path() + "." + format.suffix(), () -> switch (format) {
            case TURTLE, JSON_LD -> rdf(parts(set), format);
            case GEO_JSON -> geoJson();
            case CSV ->
                set == DataSet.RELATIONS
                        ? RelationTable.of(references.levers(), references.relatedness(), taxonomies.current())
                        : EccpTable.of(everyCluster(), everyCity(), clusters.ecosystems(), taxonomies.current(), names);
        });
    }

    /**
     * The catalogue of all data sets.
     *
     * @param format Turtle or JSON-LD
     * @return the file
     */
    @Transactional
    public byte[] catalogue(DataFormat format) {
        return keep("catalogue." + format.suffix(), () -> rdf(Stream.of(catalogue()), format));
    }

    private Model catalogue() {
        return new CatalogueGraph(names).of(revisions.changedAt());
    }

    /**
     * Everything in one archive.
     *
     * @return a zip file
     */
    @Transactional
    public byte[] archive() {
        return keep(ARCHIVE, () -> {
            Map<String, byte[]> files = new LinkedHashMap<>();
            files.put("README.txt", README.getBytes(StandardCharsets.UTF_8));
            for (DataFormat format : List.of(DataFormat.TURTLE, DataFormat.JSON_LD)) {
                files.put("catalogue." + format.suffix(), catalogue(format));
            }
            for (DataSet set : DataSet.values()) {
                for (DataFormat format : set.formats()) {
                    files.put(set.path() + "." + format.suffix(), file(set, format));
                }
            }
            files.put("matching-model.yaml", MatchingModelFile.deliveredFile());
            return zip(files);
        });
    }

    /**
     * What is said about one thing of the directory.
     *
     * @param kind such as {@code competence}, {@code nace2}, {@code priority} or {@code cluster}
     * @param code its code
     * @param format Turtle or JSON-LD
     * @return the statements about it; none when there is no such thing
     */
    @Transactional
    public Optional<byte[]> thing(String kind, String code, DataFormat format) {
        return about(partsWith(kind, code), names.thing(kind, code), format)
                .or(() -> kind.equals(SOURCE) ? ofMatching(code, format) : Optional.empty());
    }

    /** A source to which only levers, related terms or partnerships refer. Others stay out, see {@link Provenances#sources}. */
    private Optional<byte[]> ofMatching(String source, DataFormat format) {
        boolean isCited = Stream.of(
                        references.levers().stream().map(LeverEntry::provenance),
                        references.relatedness().stream().map(RelatednessEntry::provenance),
                        references.partnerships().stream().map(PartnershipEntry::provenance))
                .flatMap(provenances -> provenances)
                .anyMatch(provenance -> provenance.sourceId().equals(source));
        if (!isCited) {
            return Optional.empty();
        }
        Model graph = names.graph();
        new Provenances(names).sources(graph, taxonomies.current(), Set.of(source));
        return Optional.of(rdf(Stream.of(graph), format));
    }

    /**
     * What is said about a concept scheme, or about the network itself.
     *
     * @param kind such as {@code competence}, or {@code network}
     * @param format Turtle or JSON-LD
     * @return the statements about it; none when there is no such scheme
     */
    @Transactional
    public Optional<byte[]> scheme(String kind, DataFormat format) {
        Stream<Model> parts = kind.equals(CatalogueGraph.NETWORK) ? Stream.of(catalogue()) : parts(DataSet.TAXONOMIES);
        return about(parts, names.scheme(kind), format);
    }

    private Optional<byte[]> about(Stream<Model> parts, IRI iri, DataFormat format) {
        return parts.map(part -> about(part, iri))
                .filter(about -> !about.isEmpty())
                .findFirst()
                .map(about -> rdf(Stream.of(about), format));
    }

    private Stream<Model> partsWith(String kind, String code) {
        if (kind.equals(OrganisationGraph.CLUSTER)) {
            return clusters.shown(code).map(cluster -> cluster(cluster.description(), everyCity())).stream();
        }
        if (kind.equals(CatalogueGraph.DATASET)) {
            return Stream.of(catalogue());
        }
        return Stream.of(DataSet.TAXONOMIES, DataSet.PRIORITIES, DataSet.CLUSTERS)
                .map(set -> set == DataSet.CLUSTERS
                        ? cities(everyCity())
                        : parts(set).findFirst().orElseThrow());
    }

    private Model about(Model graph, IRI thing) {
        Model about = names.graph();
        about.addAll(graph.filter(thing, null, null));
        if (!about.isEmpty()) {
            graph.forEach(statement -> {
                if (statement.getSubject().stringValue().startsWith(thing + "#")) {
                    about.add(statement);
                }
            });
        }
        return about;
    }

    private byte[] keep(String name, Supplier<byte[]> make) {
        long revision = revisions.current();
        Made known = made.get(name);
        if (known != null && known.revision == revision) {
            return known.content.clone();
        }
        byte[] content = make.get();
        if (content.length <= LARGEST_KEPT) {
            made.put(name, new Made(revision, content));
        } else {
            made.remove(name);
        }
        return content;
    }

    private byte[] rdf(Stream<Model> parts, DataFormat format) {
        return format == DataFormat.TURTLE ? RdfWriter.turtle(names, parts) : RdfWriter.jsonLd(names, parts);
    }

    /** A graph in parts, so that no more than one cluster is in memory as statements. */
    private Stream<Model> parts(DataSet set) {
        Taxonomy taxonomy = taxonomies.current();
        return switch (set) {
            case CLUSTERS -> {
                Map<String, CityDescription> theirs = everyCity();
                yield Stream.concat(
                        Stream.of(cities(theirs)), everyCluster().stream().map(cluster -> cluster(cluster, theirs)));
            }
            case PRIORITIES ->
                Stream.of(new PriorityGraph(names)
                        .of(
                                regions.listAll().stream()
                                        .map(Region::description)
                                        .sorted(Comparator.comparing(RegionDescription::id))
                                        .toList(),
                                taxonomy));
            case TAXONOMIES -> Stream.of(new TaxonomyGraph(names).of(taxonomy));
            case VOCABULARY -> Stream.of(new VocabularyGraph(names).graph());
            case RELATIONS -> Stream.of();
        };
    }

    private Model cities(Map<String, CityDescription> theirs) {
        return new OrganisationGraph(names).cities(theirs.values(), taxonomies.current(), clusters.citedSources());
    }

    private Model cluster(ClusterDescription cluster, Map<String, CityDescription> theirs) {
        return new OrganisationGraph(names).cluster(cluster, cluster.cityId().map(theirs::get));
    }

    private List<ClusterDescription> everyCluster() {
        return clusters.everything();
    }

    private Map<String, CityDescription> everyCity() {
        Map<String, CityDescription> all = new TreeMap<>();
        cities.listAll().stream().map(City::description).forEach(city -> all.put(city.id(), city));
        return all;
    }

    private byte[] geoJson() {
        try {
            return json.writeValueAsBytes(
                    SeatFeatures.of(clusters.seats(ClusterFilter.of(ClusterScope.ALL)), taxonomies.current()));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static byte[] zip(Map<String, byte[]> files) {
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        try (ZipOutputStream zip = new ZipOutputStream(out)) {
            for (Map.Entry<String, byte[]> file : files.entrySet()) {
                ZipEntry entry = new ZipEntry(file.getKey());
                // the same content makes the same archive
                entry.setTimeLocal(LocalDateTime.of(2016, 1, 1, 0, 0));
                zip.putNextEntry(entry);
                zip.write(file.getValue());
                zip.closeEntry();
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return out.toByteArray();
    }
}
