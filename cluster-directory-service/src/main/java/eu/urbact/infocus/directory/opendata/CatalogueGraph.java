package eu.urbact.infocus.directory.opendata;

import java.time.Instant;
import java.time.ZoneOffset;
import java.util.List;

import org.eclipse.rdf4j.model.IRI;
import org.eclipse.rdf4j.model.Model;
import org.eclipse.rdf4j.model.util.Values;
import org.eclipse.rdf4j.model.vocabulary.DCAT;
import org.eclipse.rdf4j.model.vocabulary.DCTERMS;
import org.eclipse.rdf4j.model.vocabulary.FOAF;
import org.eclipse.rdf4j.model.vocabulary.RDF;
import org.eclipse.rdf4j.model.vocabulary.VCARD4;

import static eu.urbact.infocus.directory.opendata.Names.english;

/** The data sets with their files, as a catalogue that data portals harvest (DCAT-AP 3). */
final class CatalogueGraph {

    private static final String FILE_TYPE = "http://publications.europa.eu/resource/authority/file-type/";
    private static final String MEDIA_TYPE = "https://www.iana.org/assignments/media-types/";
    private static final IRI ECONOMY = Values.iri("http://publications.europa.eu/resource/authority/data-theme/ECON");
    private static final IRI EUROPE = Values.iri("http://publications.europa.eu/resource/authority/continent/EUROPE");
    private static final IRI ENGLISH = Values.iri("http://publications.europa.eu/resource/authority/language/ENG");
    private static final IRI IRREGULAR = Values.iri("http://publications.europa.eu/resource/authority/frequency/IRREG");
    private static final IRI AVAILABLE =
            Values.iri("http://publications.europa.eu/resource/authority/planned-availability/AVAILABLE");

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
        graph.add(catalogue, FOAF.HOMEPAGE, names.page("/en/open-data"));
        graph.add(catalogue, DCTERMS.MODIFIED, Values.literal(changedAt.atOffset(ZoneOffset.UTC)));
        IRI contact = Values.iri(publisher + "#contact");
        graph.add(contact, RDF.TYPE, VCARD4.ORGANIZATION);
        graph.add(contact, VCARD4.FN, Values.literal("InFocus network"));
        graph.add(contact, VCARD4.HAS_URL, names.page("/en/legal"));
        for (DataSet set : DataSet.values()) {
            IRI dataset = names.thing(DATASET, set.path());
            graph.add(catalogue, DCAT.HAS_DATASET, dataset);
            graph.add(dataset, RDF.TYPE, DCAT.DATASET);
            graph.add(dataset, DCTERMS.TITLE, english(set.title()));
            graph.add(dataset, DCTERMS.DESCRIPTION, english(set.description()));
            graph.add(dataset, DCTERMS.IDENTIFIER, Values.literal(dataset.stringValue()));
            graph.add(dataset, DCTERMS.PUBLISHER, publisher);
            graph.add(dataset, DCAT.CONTACT_POINT, contact);
            graph.add(dataset, DCAT.THEME, ECONOMY);
            graph.add(dataset, DCTERMS.SPATIAL, EUROPE);
            graph.add(dataset, DCTERMS.LANGUAGE, ENGLISH);
            graph.add(dataset, DCTERMS.ACCRUAL_PERIODICITY, IRREGULAR);
            graph.add(dataset, DCTERMS.MODIFIED, Values.literal(changedAt.atOffset(ZoneOffset.UTC)));
            graph.add(dataset, DCAT.LANDING_PAGE, names.page("/en/open-data"));
            set.keywords().forEach(word -> graph.add(dataset, DCAT.KEYWORD, english(word)));
            for (DataFormat format : set.formats()) {
                distribution(graph, dataset, set, format);
            }
        }
        return graph;
    }

    private void distribution(Model graph, IRI dataset, DataSet set, DataFormat format) {
        IRI distribution = Values.iri(dataset + "#" + format.suffix());
        IRI file = names.page("/open-data/" + set.path() + "." + format.suffix());
        graph.add(dataset, DCAT.HAS_DISTRIBUTION, distribution);
        graph.add(distribution, RDF.TYPE, DCAT.DISTRIBUTION);
        graph.add(distribution, DCTERMS.TITLE, english(set.title() + " (" + format.label() + ")"));
        graph.add(distribution, DCAT.ACCESS_URL, file);
        graph.add(distribution, DCAT.DOWNLOAD_URL, file);
        graph.add(distribution, DCTERMS.LICENSE, Names.LICENCE);
        graph.add(distribution, DCTERMS.FORMAT, Values.iri(FILE_TYPE + format.fileType()));
        graph.add(distribution, DCAT.MEDIA_TYPE, Values.iri(MEDIA_TYPE + format.mediaType()));
        graph.add(distribution, Values.iri("http://data.europa.eu/r5r/availability"), AVAILABLE);
        for (String standard : conforms(set, format)) {
            graph.add(distribution, DCTERMS.CONFORMS_TO, Values.iri(standard));
        }
    }

    private static List<String> conforms(DataSet set, DataFormat format) {
        return switch (format) {
            case TURTLE, JSON_LD -> set.vocabularies();
            case GEO_JSON -> List.of("https://www.rfc-editor.org/rfc/rfc7946");
            case CSV -> List.of("https://www.rfc-editor.org/rfc/rfc4180");
        };
    }
}
