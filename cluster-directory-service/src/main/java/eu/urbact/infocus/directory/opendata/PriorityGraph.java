package eu.urbact.infocus.directory.opendata;

import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

import org.eclipse.rdf4j.model.IRI;
import org.eclipse.rdf4j.model.Model;
import org.eclipse.rdf4j.model.util.Values;
import org.eclipse.rdf4j.model.vocabulary.DCAT;
import org.eclipse.rdf4j.model.vocabulary.DCTERMS;
import org.eclipse.rdf4j.model.vocabulary.RDF;
import org.eclipse.rdf4j.model.vocabulary.SKOS;
import org.eclipse.rdf4j.model.vocabulary.XSD;

import eu.urbact.infocus.directory.reference.Tag;
import eu.urbact.infocus.directory.reference.Taxonomy;
import eu.urbact.infocus.directory.region.PriorityDescription;
import eu.urbact.infocus.directory.region.RegionDescription;

import static eu.urbact.infocus.directory.opendata.Names.english;

/**
 * The regions' strategies as concept schemes and their priorities as concepts, with the area (NUTS) and the period to which they
 * belong. There is no published vocabulary for this; the class {@code Priority} is the network's own.
 */
final class PriorityGraph {

    private static final Pattern PERIOD = Pattern.compile("(\\d{4})-(\\d{4})");

    private final Names names;
    private final Provenances provenances;

    PriorityGraph(Names names) {
        this.names = names;
        this.provenances = new Provenances(names);
    }

    Model of(List<RegionDescription> regions, Taxonomy taxonomy) {
        Model graph = names.graph();
        regions.forEach(region -> region(graph, region));
        provenances.sources(graph, taxonomy, Set.of());
        return graph;
    }

    private void region(Model graph, RegionDescription region) {
        IRI strategy = names.thing("strategy", region.id());
        graph.add(strategy, RDF.TYPE, SKOS.CONCEPT_SCHEME);
        graph.add(strategy, DCTERMS.TITLE, Values.literal(region.strategy().title()));
        region.strategy().note().ifPresent(note -> graph.add(strategy, SKOS.NOTE, english(note)));
        graph.add(strategy, DCTERMS.LICENSE, Names.LICENCE);
        where(graph, strategy, region);
        when(graph, strategy, region);
        provenances.of(graph, strategy, region.strategy().provenance());
        for (PriorityDescription priority : region.priorities()) {
            priority(graph, region, strategy, priority);
        }
    }

    private void priority(Model graph, RegionDescription region, IRI strategy, PriorityDescription priority) {
        IRI concept = names.thing("priority", priority.id());
        graph.add(concept, RDF.TYPE, SKOS.CONCEPT);
        graph.add(concept, RDF.TYPE, names.own("Priority"));
        graph.add(concept, SKOS.PREF_LABEL, english(priority.label()));
        graph.add(concept, SKOS.NOTATION, Values.literal(priority.id()));
        graph.add(concept, SKOS.IN_SCHEME, strategy);
        graph.add(concept, SKOS.TOP_CONCEPT_OF, strategy);
        graph.add(strategy, SKOS.HAS_TOP_CONCEPT, concept);
        graph.add(
                concept,
                names.own("kind"),
                Values.literal(priority.kind().name().toLowerCase(Locale.ROOT).replace('_', '-')));
        priority.since()
                .ifPresent(year -> graph.add(concept, DCTERMS.ISSUED, Values.literal(String.valueOf(year), XSD.GYEAR)));
        where(graph, concept, region);
        when(graph, concept, region);
        provenances.of(graph, concept, priority.provenance());
        for (Tag tag : priority.tags()) {
            IRI about = Concepts.of(names, tag);
            graph.add(concept, SKOS.RELATED_MATCH, about);
            provenances.tag(graph, concept, tag, about);
        }
    }

    private void where(Model graph, IRI thing, RegionDescription region) {
        region.nuts().forEach(area -> graph.add(thing, DCTERMS.SPATIAL, Values.iri(Names.NUTS + area.code())));
    }

    private void when(Model graph, IRI thing, RegionDescription region) {
        Matcher years = PERIOD.matcher(region.strategy().period());
        if (years.matches()) {
            IRI period = names.thing("period", region.strategy().period());
            graph.add(period, RDF.TYPE, DCTERMS.PERIOD_OF_TIME);
            graph.add(period, DCAT.START_DATE, Values.literal(years.group(1), XSD.GYEAR));
            graph.add(period, DCAT.END_DATE, Values.literal(years.group(2), XSD.GYEAR));
            graph.add(thing, DCTERMS.TEMPORAL, period);
        }
    }
}
