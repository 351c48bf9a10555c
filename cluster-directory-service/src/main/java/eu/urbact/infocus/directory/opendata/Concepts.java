package eu.urbact.infocus.directory.opendata;

import java.util.Locale;

import org.eclipse.rdf4j.model.IRI;

import eu.urbact.infocus.directory.reference.Tag;

/** The concept that a tag is about. */
final class Concepts {

    private Concepts() {}

    static IRI of(Names names, Tag tag) {
        return switch (tag.facet()) {
            case ACTIVITY, MARKET -> names.thing(TaxonomyGraph.NACE2, tag.code());
            case COMPETENCE -> names.thing(TaxonomyGraph.COMPETENCE, tag.code());
            case ECOSYSTEM -> names.thing(TaxonomyGraph.ECOSYSTEM, tag.code());
            case OBJECTIVE -> names.thing(TaxonomyGraph.OBJECTIVE, tag.code());
            case SCALE -> names.thing(TaxonomyGraph.SCALE, code(tag.code()));
        };
    }

    /** A constant, as names have it. */
    static String code(String constant) {
        return constant.toLowerCase(Locale.ROOT).replace('_', '-');
    }
}
