package eu.urbact.infocus.directory.opendata;

import java.time.Instant;
import java.time.ZoneOffset;
import java.util.List;

import org.eclipse.rdf4j.model.IRI;
import org.eclipse.rdf4j.model.Literal;
import org.eclipse.rdf4j.model.Model;
import org.eclipse.rdf4j.model.util.Values;
import org.eclipse.rdf4j.model.vocabulary.DCAT;
import org.eclipse.rdf4j.model.vocabulary.DCTERMS;
import org.eclipse.rdf4j.model.vocabulary.FOAF;
import org.eclipse.rdf4j.model.vocabulary.RDF;
import org.eclipse.rdf4j.model.vocabulary.SKOS;
import org.eclipse.rdf4j.model.vocabulary.VCARD4;

import static eu.urbact.infocus.directory.opendata.Names.english;

/**
 * Everything that can be downloaded, as a catalogue that data portals harvest (DCAT-AP 3): the data sets, the file with the numbers of
 * the matching model, and the archive that holds them all. What a property refers to says of itself what it is, where no list of the
 * European Union does, so that a reader can check the ranges.
 */
final class CatalogueGraph {

    private static final String FILE_TYPE = "http://publications.europa.eu/resource/authority/file-type/";
    private static final String MEDIA_TYPE = "https://www.iana.org/assignments/media-types/";
    private static final String ZIP = "application/zip";
    private static final IRI ECONOMY = Values.iri("http://publications.europa.eu/resource/authority/data-theme/ECON");
    private static final IRI EUROPE = Values.iri("http://publications.europa.eu/resource/authority/continent/EUROPE");
    private static final IRI ENGLISH = Values.iri("http://publications.europa.eu/resource/authority/language/ENG");
    private static final IRI IRREGULAR = Values.iri("http://publications.europa.eu/resource/authority/frequency/IRREG");
    private static final IRI THEMES = Values.iri("http://publications.europa.eu/resource/authority/data-theme");
    private static final IRI AVAILABLE =
            Values.iri("http://publications.europa.eu/resource/authority/planned-availability/AVAILABLE");

    /** A file, and what is said about it. */
    private record File(
            String suffix,
            String label,
            String description,
            String address,
            String fileType,
            String mediaType,
            List<String> standards) {}

    private static final File MODEL = new File(
            "yaml",
            "YAML",
            "The file as the platform itself reads it, with comments that say what each number is.",
            "/en/model.yaml",
            "YAML",
            "application/yaml",
            List.of("https://yaml.org/spec/1.2.2/"));

    private static final File ARCHIVE = new File(
            "zip",
            "ZIP",
            "One archive with every file of the other data sets, this catalogue, and a README that says what each of them is.",
            "/open-data/archive.zip",
            "ZIP",
            ZIP,
            List.of());

    /** What names a data set. */
    static final String DATASET = "dataset";

    /** Who publishes them. */
    static final String NETWORK = "network";

    private final Names names;

    CatalogueGraph(Names names) {
        this.names = names;
    }

    /**
     * The catalogue.
     *
     * @param changedAt when anything in the directory changed last
     * @return a graph
     */
    Model of(Instant changedAt) {
        Model graph = names.graph();
        IRI catalogue = names.page("/open-data");
        IRI page = names.page("/en/open-data");
        IRI publisher = names.scheme(NETWORK);
        graph.add(publisher, RDF.TYPE, FOAF.AGENT);
        graph.add(publisher, RDF.TYPE, FOAF.ORGANIZATION);
        graph.add(publisher, FOAF.NAME, english("InFocus, a network of ten European cities in the URBACT programme"));
        graph.add(catalogue, RDF.TYPE, DCAT.CATALOG);
        graph.add(catalogue, DCTERMS.TITLE, english("InFocus open data"));
        graph.add(
                catalogue,
                DCTERMS.DESCRIPTION,
                english(
                        "Clusters of ten European cities, the priorities of their regions, and the taxonomies in which both"
                                + " are described."));
        graph.add(catalogue, DCTERMS.PUBLISHER, publisher);
        graph.add(catalogue, DCTERMS.LICENSE, Names.LICENCE);
        graph.add(catalogue, DCTERMS.LANGUAGE, ENGLISH);
        graph.add(catalogue, DCTERMS.SPATIAL, EUROPE);
        graph.add(catalogue, FOAF.HOMEPAGE, page);
        graph.add(page, RDF.TYPE, FOAF.DOCUMENT);
        graph.add(catalogue, DCAT.THEME_TAXONOMY, THEMES);
        graph.add(THEMES, RDF.TYPE, SKOS.CONCEPT_SCHEME);
        graph.add(THEMES, DCTERMS.TITLE, english("Data theme"));
        Literal changed = Values.literal(changedAt.atOffset(ZoneOffset.UTC));
        graph.add(catalogue, DCTERMS.MODIFIED, changed);
        IRI contact = contact(publisher);
        graph.add(contact, RDF.TYPE, VCARD4.KIND);
        graph.add(contact, RDF.TYPE, VCARD4.ORGANIZATION);
        graph.add(contact, VCARD4.FN, Values.literal("InFocus network"));
        graph.add(contact, VCARD4.HAS_URL, names.page("/en/legal"));
        for (DataSet set : DataSet.values()) {
            IRI dataset = dataset(
                    graph,
                    set.path(),
                    set.title(),
                    set.description(),
                    set.keywords(),
                    set.formats().stream().map(format -> file(set, format)).toList());
            // the vocabulary, as the model below, comes with the platform: what changes in the directory does not
            // change it
            if (set != DataSet.VOCABULARY) {
                graph.add(dataset, DCTERMS.MODIFIED, changed);
            }
        }
        dataset(
                graph,
                "model",
                "Numbers of the InFocus matching model",
                "What the scores of matches between clusters and priorities are computed with: weights, thresholds and limits.",
                List.of("smart specialisation", "matching", "business cluster"),
                List.of(MODEL));
        IRI everything = dataset(
                graph,
                "everything",
                "InFocus open data, everything in one archive",
                "Clusters, priorities, taxonomies, levers and related terms, the vocabulary, the numbers of the matching model and the"
                        + " catalogue, for whoever wants all of it at once.",
                List.of("business cluster", "smart specialisation", "taxonomy"),
                List.of(ARCHIVE));
        graph.add(everything, DCTERMS.MODIFIED, changed);
        return graph;
    }

    private IRI dataset(
            Model graph, String path, String title, String description, List<String> keywords, List<File> files) {
        IRI publisher = names.scheme(NETWORK);
        IRI dataset = names.thing(DATASET, path);
        graph.add(names.page("/open-data"), DCAT.HAS_DATASET, dataset);
        graph.add(dataset, RDF.TYPE, DCAT.DATASET);
        graph.add(dataset, DCTERMS.TITLE, english(title));
        graph.add(dataset, DCTERMS.DESCRIPTION, english(description));
        graph.add(dataset, DCTERMS.IDENTIFIER, Values.literal(dataset.stringValue()));
        graph.add(dataset, DCTERMS.PUBLISHER, publisher);
        graph.add(dataset, DCAT.CONTACT_POINT, contact(publisher));
        graph.add(dataset, DCAT.THEME, ECONOMY);
        graph.add(dataset, DCTERMS.SPATIAL, EUROPE);
        graph.add(dataset, DCTERMS.LANGUAGE, ENGLISH);
        graph.add(dataset, DCTERMS.ACCRUAL_PERIODICITY, IRREGULAR);
        graph.add(dataset, DCAT.LANDING_PAGE, names.page("/en/open-data"));
        keywords.forEach(word -> graph.add(dataset, DCAT.KEYWORD, english(word)));
        files.forEach(file -> distribution(graph, dataset, title, file));
        return dataset;
    }

    private static IRI contact(IRI publisher) {
        return Values.iri(publisher + "#contact");
    }

    private void distribution(Model graph, IRI dataset, String title, File file) {
        IRI distribution = Values.iri(dataset + "#" + file.suffix());
        IRI address = names.page(file.address());
        IRI mediaType = Values.iri(MEDIA_TYPE + file.mediaType());
        graph.add(dataset, DCAT.HAS_DISTRIBUTION, distribution);
        graph.add(distribution, RDF.TYPE, DCAT.DISTRIBUTION);
        graph.add(distribution, DCTERMS.TITLE, english(title + " (" + file.label() + ")"));
        graph.add(distribution, DCTERMS.DESCRIPTION, english(file.description()));
        graph.add(distribution, DCAT.ACCESS_URL, address);
        graph.add(distribution, DCAT.DOWNLOAD_URL, address);
        graph.add(distribution, DCTERMS.LICENSE, Names.LICENCE);
        graph.add(distribution, DCTERMS.FORMAT, Values.iri(FILE_TYPE + file.fileType()));
        graph.add(distribution, DCAT.MEDIA_TYPE, mediaType);
        graph.add(mediaType, RDF.TYPE, DCTERMS.MEDIA_TYPE);
        if (file.mediaType().equals(ZIP)) {
            graph.add(distribution, DCAT.PACKAGE_FORMAT, mediaType);
        }
        graph.add(distribution, Values.iri("http://data.europa.eu/r5r/availability"), AVAILABLE);
        for (String name : file.standards()) {
            IRI standard = Values.iri(name);
            graph.add(distribution, DCTERMS.CONFORMS_TO, standard);
            graph.add(standard, RDF.TYPE, DCTERMS.STANDARD);
        }
    }

    private static File file(DataSet set, DataFormat format) {
        return new File(
                format.suffix(),
                format.label(),
                description(set, format),
                "/open-data/" + set.path() + "." + format.suffix(),
                format.fileType(),
                format.mediaType(),
                standards(set, format));
    }

    private static String description(DataSet set, DataFormat format) {
        return switch (format) {
            case TURTLE -> "Statements in RDF, written as Turtle.";
            case JSON_LD ->
                "The same statements in RDF, written as JSON-LD that carries its own context, so that nothing else has to be fetched.";
            case GEO_JSON -> "The seats of the clusters as points, longitude first.";
            case CSV ->
                set == DataSet.CLUSTERS
                        ? "One row for each cluster, first in the columns of the European Cluster Collaboration Platform; UTF-8,"
                                + " values separated by commas."
                        : "One row for each lever and each pair of related terms; UTF-8, values separated by commas.";
        };
    }

    private static List<String> standards(DataSet set, DataFormat format) {
        return switch (format) {
            case TURTLE, JSON_LD -> set.vocabularies();
            case GEO_JSON -> List.of("https://www.rfc-editor.org/rfc/rfc7946");
            case CSV -> List.of("https://www.rfc-editor.org/rfc/rfc4180");
        };
    }
}
