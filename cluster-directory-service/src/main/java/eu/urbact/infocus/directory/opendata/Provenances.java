package eu.urbact.infocus.directory.opendata;

import java.util.Locale;
import java.util.Set;

import org.eclipse.rdf4j.model.IRI;
import org.eclipse.rdf4j.model.Model;
import org.eclipse.rdf4j.model.util.Values;
import org.eclipse.rdf4j.model.vocabulary.DCTERMS;
import org.eclipse.rdf4j.model.vocabulary.RDF;

import eu.urbact.infocus.directory.reference.Provenance;
import eu.urbact.infocus.directory.reference.SourceEntry;
import eu.urbact.infocus.directory.reference.Tag;
import eu.urbact.infocus.directory.reference.Taxonomy;

/** Says of every statement in a graph who says so, when that was looked up, and how sure it is. */
final class Provenances {

    private final Names names;

    Provenances(Names names) {
        this.names = names;
    }

    /**
     * The sources to which the file refers, once per file. Others stay out: they may be the words of a cluster that was taken out of the
     * directory.
     *
     * @param graph the finished graph
     * @param taxonomy knows the sources
     * @param elsewhere ids of sources to which other parts of the file refer
     */
    void sources(Model graph, Taxonomy taxonomy, Set<String> elsewhere) {
        for (SourceEntry source : taxonomy.sources()) {
            IRI iri = source(source.id());
            if (!elsewhere.contains(source.id()) && !graph.contains(null, DCTERMS.SOURCE, iri)) {
                continue;
            }
            graph.add(iri, RDF.TYPE, DCTERMS.BIBLIOGRAPHIC_RESOURCE);
            graph.add(iri, DCTERMS.TITLE, Values.literal(source.title()));
            source.url()
                    .filter(Provenances::isLink)
                    .ifPresent(url -> graph.add(iri, DCTERMS.IDENTIFIER, Values.literal(url)));
        }
    }

    /** Whether an address can stand in a graph as it is. */
    static boolean isLink(String url) {
        return url.matches("https?://[^\\s<>\"{}|\\\\^`]+");
    }

    /** Where a thing is known from. */
    void of(Model graph, IRI thing, Provenance provenance) {
        graph.add(thing, DCTERMS.SOURCE, source(provenance.sourceId()));
        graph.add(thing, names.own("lookedUp"), Values.literal(provenance.checkedOn()));
        graph.add(
                thing,
                names.own("confidence"),
                Values.literal(provenance.confidence().name().toLowerCase(Locale.ROOT)));
        graph.add(thing, names.own("uncertain"), Values.literal(provenance.uncertain()));
    }

    /** A tag as a statement of its own, so that its level and provenance can be said. */
    void tag(Model graph, IRI thing, Tag tag, IRI about) {
        IRI statement = Values.iri(thing + "#" + tag.facet().name().toLowerCase(Locale.ROOT) + "-"
                + tag.code().toLowerCase(Locale.ROOT));
        graph.add(thing, names.own("statement"), statement);
        graph.add(statement, RDF.TYPE, names.own("Statement"));
        graph.add(
                statement, names.own("facet"), Values.literal(tag.facet().name().toLowerCase(Locale.ROOT)));
        graph.add(statement, names.own("about"), about);
        graph.add(statement, names.own("level"), Values.literal(tag.level()));
        of(graph, statement, tag.provenance());
    }

    private IRI source(String id) {
        return names.thing("source", id);
    }
}
