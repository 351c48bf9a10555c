package eu.urbact.infocus.directory.opendata;

import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;

import org.eclipse.rdf4j.model.IRI;
import org.eclipse.rdf4j.model.Model;
import org.eclipse.rdf4j.model.util.Values;
import org.eclipse.rdf4j.model.vocabulary.DCTERMS;
import org.eclipse.rdf4j.model.vocabulary.RDF;
import org.eclipse.rdf4j.model.vocabulary.SKOS;

import eu.urbact.infocus.directory.cluster.ClusterKind;
import eu.urbact.infocus.directory.reference.CompetenceEntry;
import eu.urbact.infocus.directory.reference.DivisionEntry;
import eu.urbact.infocus.directory.reference.EcosystemEntry;
import eu.urbact.infocus.directory.reference.Facet;
import eu.urbact.infocus.directory.reference.ObjectiveEntry;
import eu.urbact.infocus.directory.reference.Scale;
import eu.urbact.infocus.directory.reference.SectionEntry;
import eu.urbact.infocus.directory.reference.Taxonomy;
import eu.urbact.infocus.directory.reference.TermEntry;
import eu.urbact.infocus.directory.reference.Vocabulary;

import static eu.urbact.infocus.directory.opendata.Names.english;

/** The taxonomies as SKOS. What Eurostat and the United Nations name already is matched to their names. */
final class TaxonomyGraph {

    static final String COMPETENCE = "competence";
    static final String KET = "ket";
    static final String NACE2 = "nace2";
    static final String NACE21 = "nace2.1";
    static final String ECOSYSTEM = "ecosystem";
    static final String OBJECTIVE = "objective";
    static final String EMERGING_INDUSTRY = "industry";
    static final String S3_PRIORITY_AREA = "s3area";
    static final String KIND = "kind";
    static final String SCALE = "scale";

    private final Names names;
    private final Provenances provenances;

    TaxonomyGraph(Names names) {
        this.names = names;
        this.provenances = new Provenances(names);
    }

    Model of(Taxonomy taxonomy) {
        Model graph = names.graph();
        competences(graph, taxonomy);
        nace2(graph, taxonomy);
        nace21(graph, taxonomy);
        ecosystems(graph, taxonomy);
        objectives(graph, taxonomy);
        terms(graph, taxonomy);
        kinds(graph);
        scales(graph, taxonomy);
        provenances.sources(graph, taxonomy, Set.of());
        return graph;
    }

    private void competences(Model graph, Taxonomy taxonomy) {
        scheme(graph, COMPETENCE, "Competences of clusters", "The six key enabling technologies and further fields.");
        scheme(graph, KET, "Key enabling technologies", "The six of COM(2012) 341.");
        for (CompetenceEntry competence : taxonomy.competences()) {
            IRI concept = concept(graph, COMPETENCE, competence.id(), competence.label());
            place(graph, concept, COMPETENCE, competence.parentId());
            if (competence.keyEnablingTechnology()) {
                IRI ket = concept(graph, KET, competence.id(), competence.label());
                place(graph, ket, KET, Optional.empty());
                graph.add(ket, SKOS.EXACT_MATCH, concept);
            }
        }
    }

    private void nace2(Model graph, Taxonomy taxonomy) {
        scheme(graph, NACE2, "NACE Rev. 2, sections and divisions", "Short labels of the network's own.");
        for (SectionEntry section : taxonomy.sections()) {
            IRI concept = concept(graph, NACE2, section.code(), section.label());
            place(graph, concept, NACE2, Optional.empty());
            graph.add(concept, SKOS.EXACT_MATCH, Values.iri(Names.NACE2 + section.code()));
        }
        for (DivisionEntry division : taxonomy.divisions()) {
            IRI concept = concept(graph, NACE2, division.code(), division.label());
            place(graph, concept, NACE2, Optional.of(division.section()));
            graph.add(concept, SKOS.EXACT_MATCH, Values.iri(Names.NACE2 + division.code()));
        }
    }

    /**
     * Divisions keep their numbers in Rev. 2.1 and come into other sections; some are dissolved. The sections were cut anew, so each has the
     * title that it has there, never that of the section of Rev. 2 that was there before.
     */
    private void nace21(Model graph, Taxonomy taxonomy) {
        scheme(
                graph,
                NACE21,
                "NACE Rev. 2.1, sections and divisions",
                "Sections by their titles; divisions as far as they continue those of Rev. 2, by short labels of the network's own.");
        Set<String> letters = new HashSet<>();
        for (TermEntry section : taxonomy.terms(Vocabulary.NACE_REV_2_1_SECTION)) {
            String letter = section.id().substring(section.id().length() - 1).toUpperCase(Locale.ROOT);
            letters.add(letter);
            provenances.of(graph, section21(graph, letter, section.label()), section.provenance());
        }
        for (DivisionEntry division : taxonomy.divisions()) {
            division.rev21().ifPresent(letter -> {
                IRI concept = concept(graph, NACE21, division.code(), division.label());
                place(graph, concept, NACE21, Optional.of(letter));
                graph.add(concept, SKOS.EXACT_MATCH, Values.iri(Names.NACE21 + division.code()));
                graph.add(concept, SKOS.CLOSE_MATCH, names.thing(NACE2, division.code()));
                if (letters.add(letter)) {
                    // reference data that does not name the sections yet
                    section21(graph, letter, "Section " + letter + " of NACE Rev. 2.1");
                }
            });
        }
    }

    private IRI section21(Model graph, String letter, String label) {
        IRI concept = concept(graph, NACE21, letter, label);
        place(graph, concept, NACE21, Optional.empty());
        graph.add(concept, SKOS.EXACT_MATCH, Values.iri(Names.NACE21 + letter));
        return concept;
    }

    private void ecosystems(Model graph, Taxonomy taxonomy) {
        scheme(
                graph,
                ECOSYSTEM,
                "Industrial ecosystems of the European Commission",
                "Which divisions belong to an ecosystem is an approximation of the network's own.");
        for (EcosystemEntry ecosystem : taxonomy.ecosystems()) {
            IRI concept = concept(graph, ECOSYSTEM, ecosystem.id(), ecosystem.label());
            place(graph, concept, ECOSYSTEM, Optional.empty());
            provenances.of(graph, concept, ecosystem.provenance());
            ecosystem
                    .divisions()
                    .forEach(division -> graph.add(concept, SKOS.RELATED_MATCH, names.thing(NACE2, division)));
        }
    }

    private void objectives(Model graph, Taxonomy taxonomy) {
        scheme(graph, OBJECTIVE, "Policy objectives", "The Sustainable Development Goals.");
        for (ObjectiveEntry objective : taxonomy.objectives()) {
            String number = String.valueOf(objective.number());
            IRI concept = concept(graph, OBJECTIVE, number, objective.label());
            place(graph, concept, OBJECTIVE, Optional.empty());
            graph.add(concept, SKOS.EXACT_MATCH, Values.iri(Names.SDG + number));
        }
    }

    private void terms(Model graph, Taxonomy taxonomy) {
        scheme(
                graph,
                EMERGING_INDUSTRY,
                "Emerging industries of the European cluster observatory",
                "As profiles on the European Cluster Collaboration Platform name them.");
        scheme(
                graph,
                S3_PRIORITY_AREA,
                "Priority areas of smart specialisation, terms of Eye@RIS3",
                "Only terms that were seen in profiles on the European Cluster Collaboration Platform; the whole list could not be"
                        + " read.");
        terms(graph, EMERGING_INDUSTRY, taxonomy.terms(Vocabulary.EMERGING_INDUSTRY));
        terms(graph, S3_PRIORITY_AREA, taxonomy.terms(Vocabulary.S3_PRIORITY_AREA));
    }

    private void terms(Model graph, String kind, List<TermEntry> terms) {
        for (TermEntry term : terms) {
            IRI concept = concept(graph, kind, term.id(), term.label());
            place(graph, concept, kind, Optional.empty());
            provenances.of(graph, concept, term.provenance());
        }
    }

    private void kinds(Model graph) {
        scheme(graph, KIND, "What stands behind the name of a cluster", "Of the network's own.");
        for (ClusterKind kind : ClusterKind.values()) {
            String words = kind.name().substring(0, 1)
                    + kind.name().substring(1).toLowerCase(Locale.ROOT).replace('_', ' ');
            IRI concept = concept(graph, KIND, Concepts.code(kind.name()), words);
            place(graph, concept, KIND, Optional.empty());
        }
    }

    private void scales(Model graph, Taxonomy taxonomy) {
        scheme(graph, SCALE, "How far clusters reach", "Of the network's own.");
        for (Scale scale : Scale.values()) {
            IRI concept = concept(graph, SCALE, Concepts.code(scale.name()), taxonomy.label(Facet.SCALE, scale.name()));
            place(graph, concept, SCALE, Optional.empty());
        }
    }

    private void scheme(Model graph, String kind, String title, String note) {
        IRI scheme = names.scheme(kind);
        graph.add(scheme, RDF.TYPE, SKOS.CONCEPT_SCHEME);
        graph.add(scheme, DCTERMS.TITLE, english(title));
        graph.add(scheme, SKOS.NOTE, english(note));
        graph.add(scheme, DCTERMS.LICENSE, Names.LICENCE);
    }

    private IRI concept(Model graph, String kind, String code, String label) {
        IRI concept = names.thing(kind, code);
        graph.add(concept, RDF.TYPE, SKOS.CONCEPT);
        graph.add(concept, SKOS.IN_SCHEME, names.scheme(kind));
        graph.add(concept, SKOS.NOTATION, Values.literal(code));
        graph.add(concept, SKOS.PREF_LABEL, english(label));
        return concept;
    }

    private void place(Model graph, IRI concept, String kind, Optional<String> broader) {
        broader.ifPresentOrElse(
                parent -> {
                    graph.add(concept, SKOS.BROADER, names.thing(kind, parent));
                    graph.add(names.thing(kind, parent), SKOS.NARROWER, concept);
                },
                () -> {
                    graph.add(concept, SKOS.TOP_CONCEPT_OF, names.scheme(kind));
                    graph.add(names.scheme(kind), SKOS.HAS_TOP_CONCEPT, concept);
                });
    }
}
