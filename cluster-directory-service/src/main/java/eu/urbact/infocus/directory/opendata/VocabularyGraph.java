package eu.urbact.infocus.directory.opendata;

import org.eclipse.rdf4j.model.IRI;
import org.eclipse.rdf4j.model.Model;
import org.eclipse.rdf4j.model.vocabulary.DCTERMS;
import org.eclipse.rdf4j.model.vocabulary.OWL;
import org.eclipse.rdf4j.model.vocabulary.RDF;
import org.eclipse.rdf4j.model.vocabulary.RDFS;
import org.eclipse.rdf4j.model.vocabulary.SKOS;

import static eu.urbact.infocus.directory.opendata.Names.english;

/** The few classes and properties of the network's own, for what no vocabulary of others says. */
final class VocabularyGraph {

    private final Names names;

    VocabularyGraph(Names names) {
        this.names = names;
    }

    Model graph() {
        Model graph = names.graph();
        IRI vocabulary = names.page("/def");
        graph.add(vocabulary, RDF.TYPE, OWL.ONTOLOGY);
        graph.add(vocabulary, DCTERMS.TITLE, english("Terms of the InFocus open data"));
        graph.add(vocabulary, DCTERMS.LICENSE, Names.LICENCE);

        IRI priority = term(
                graph,
                RDFS.CLASS,
                "Priority",
                "Priority of a smart specialisation strategy (RIS3)",
                "A field on which a region concentrates its research and innovation.");
        graph.add(priority, RDFS.SUBCLASSOF, SKOS.CONCEPT);
        term(
                graph,
                RDFS.CLASS,
                "Statement",
                "Coded statement",
                "That a concept applies to a cluster or a priority, with how much it does and who says so.");

        property(graph, "statement", "has statement", "Leads from a cluster or a priority to a statement about it.");
        property(graph, "about", "about", "The concept of which a statement says that it applies.");
        property(
                graph,
                "facet",
                "facet",
                "In which respect: activity, competence, market served, objective, ecosystem or scale.");
        property(
                graph,
                "level",
                "level",
                "Weight of an activity or level of a competence, from 1 (a sideline, uses it) to 3 (the main one, leads in it).");
        property(graph, "lookedUp", "looked up", "The day on which this was read in its source, or said.");
        property(
                graph,
                "confidence",
                "confidence",
                "How sure it is: documented in a published source, stated by the cluster, its city or the network's founding"
                        + " document, or inferred by the network.");
        property(graph, "uncertain", "uncertain", "Whether it is still to be verified.");
        property(graph, "kind", "kind of priority", "What the strategy itself calls the entry.");
        property(
                graph,
                "confirmedOn",
                "confirmed on",
                "The day on which a cluster's city last stood by what it has published about it.");
        return graph;
    }

    private void property(Model graph, String name, String label, String comment) {
        term(graph, RDF.PROPERTY, name, label, comment);
    }

    private IRI term(Model graph, IRI type, String name, String label, String comment) {
        IRI term = names.own(name);
        graph.add(term, RDF.TYPE, type);
        graph.add(term, RDFS.LABEL, english(label));
        graph.add(term, RDFS.COMMENT, english(comment));
        graph.add(term, RDFS.ISDEFINEDBY, names.page("/def"));
        return term;
    }
}
