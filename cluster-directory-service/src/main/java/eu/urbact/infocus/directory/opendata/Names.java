package eu.urbact.infocus.directory.opendata;

import org.eclipse.rdf4j.model.IRI;
import org.eclipse.rdf4j.model.Literal;
import org.eclipse.rdf4j.model.Model;
import org.eclipse.rdf4j.model.impl.LinkedHashModel;
import org.eclipse.rdf4j.model.util.Values;
import org.eclipse.rdf4j.model.vocabulary.DCAT;
import org.eclipse.rdf4j.model.vocabulary.DCTERMS;
import org.eclipse.rdf4j.model.vocabulary.FOAF;
import org.eclipse.rdf4j.model.vocabulary.ORG;
import org.eclipse.rdf4j.model.vocabulary.SKOS;
import org.eclipse.rdf4j.model.vocabulary.VCARD4;
import org.eclipse.rdf4j.model.vocabulary.XSD;

/**
 * The names under which things appear in open data. They lie below the portal's address and stay when data changes; what
 * somebody else names already is only linked.
 */
final class Names {

    static final String SCHEMA = "https://schema.org/";
    static final String NACE2 = "http://data.europa.eu/ux2/nace2/";
    static final String NACE21 = "http://data.europa.eu/ux2/nace2.1/";
    static final String NUTS = "http://data.europa.eu/nuts/code/";
    static final String SDG = "http://metadata.un.org/sdg/";
    static final IRI LICENCE = Values.iri("http://publications.europa.eu/resource/authority/licence/CC_BY_4_0");

    private final String base;

    /**
     * Names below an address.
     *
     * @param base address of the portal, without a slash at its end
     */
    Names(String base) {
        this.base = base;
    }

    /** An empty graph in which the usual prefixes are known. */
    Model graph() {
        Model graph = new LinkedHashModel();
        graph.setNamespace(SKOS.NS);
        graph.setNamespace(DCTERMS.NS);
        graph.setNamespace(ORG.NS);
        graph.setNamespace(DCAT.NS);
        graph.setNamespace(FOAF.NS);
        graph.setNamespace(VCARD4.NS);
        graph.setNamespace(XSD.NS);
        graph.setNamespace("schema", SCHEMA);
        graph.setNamespace("infocus", base + "/def#");
        return graph;
    }

    /** A thing of one kind. */
    IRI thing(String kind, String code) {
        return Values.iri(base + "/id/" + kind + "/" + code);
    }

    /** The scheme to which all concepts of one kind belong. */
    IRI scheme(String kind) {
        return Values.iri(base + "/id/" + kind);
    }

    /** A class or property of the network's own. */
    IRI own(String name) {
        return Values.iri(base + "/def#" + name);
    }

    /** A class or property of schema.org. */
    static IRI schema(String name) {
        return Values.iri(SCHEMA + name);
    }

    /** An address of the portal. */
    IRI page(String path) {
        return Values.iri(base + path);
    }

    /** A text in English. */
    static Literal english(String text) {
        return Values.literal(text, "en");
    }
}
