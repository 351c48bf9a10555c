package eu.urbact.infocus.directory.matchmaking;

import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;

import eu.urbact.infocus.directory.matching.ConceptTree;
import eu.urbact.infocus.directory.matching.ConceptTree.Term;
import eu.urbact.infocus.directory.reference.Taxonomy;

/** The directory's taxonomies as the trees in which nearness is measured. */
public final class ConceptTrees {

    private ConceptTrees() {}

    /**
     * Sections of NACE with their divisions.
     *
     * @param taxonomy the taxonomies
     * @return a tree of codes
     */
    public static ConceptTree nace(Taxonomy taxonomy) {
        Map<String, Term> terms = new TreeMap<>();
        taxonomy.sections().forEach(section -> terms.put(section.code(), new Term(Optional.empty(), section.label())));
        taxonomy.divisions()
                .forEach(division ->
                        terms.put(division.code(), new Term(Optional.of(division.section()), division.label())));
        return new ConceptTree(terms);
    }

    /**
     * Competences with their narrower ones.
     *
     * @param taxonomy the taxonomies
     * @return a tree of ids
     */
    public static ConceptTree competences(Taxonomy taxonomy) {
        Map<String, Term> terms = new TreeMap<>();
        taxonomy.competences()
                .forEach(competence -> terms.put(competence.id(), new Term(competence.parentId(), competence.label())));
        return new ConceptTree(terms);
    }
}
