package eu.urbact.infocus.directory.cluster;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import jakarta.enterprise.context.ApplicationScoped;

import eu.urbact.infocus.chassis.problem.FieldError;
import eu.urbact.infocus.directory.reference.Facet;
import eu.urbact.infocus.directory.reference.Taxonomies;
import eu.urbact.infocus.directory.reference.Taxonomy;

/**
 * Whether what a search is narrowed by exists at all. A code that stands in its taxonomy and that no cluster has is a choice that finds
 * nothing; one that stands nowhere is a slip, and whoever made it must not take it for an answer.
 */
@ApplicationScoped
public class KnownChoices {

    private static final Set<String> COUNTRIES = Set.of(Locale.getISOCountries());
    private static final Set<String> EXCHANGES = Set.of("OFFER", "NEED");

    private final Clusters clusters;
    private final Taxonomies taxonomies;

    KnownChoices(Clusters clusters, Taxonomies taxonomies) {
        this.clusters = clusters;
        this.taxonomies = taxonomies;
    }

    /**
     * What of a filter is not known.
     *
     * @param filter what somebody looks for
     * @return one error for each side with such a value
     */
    public List<FieldError> check(ClusterFilter filter) {
        Taxonomy taxonomy = taxonomies.current();
        List<FieldError> errors = new ArrayList<>();
        filter.wanted().forEach((side, values) -> {
            if (!values.stream().allMatch(value -> knows(taxonomy, side, value))) {
                errors.add(notKnown(side.field()));
            }
        });
        return errors;
    }

    /**
     * The same for a single value, of a question that names the side in its own way.
     *
     * @param field its name in the question
     * @param side what the value means
     * @param value what somebody asks for; with nothing there is nothing to know
     * @return an error when it is not known
     */
    public Optional<FieldError> check(String field, Narrowing side, Optional<String> value) {
        return value.filter(code -> !knows(taxonomies.current(), side, code)).map(code -> notKnown(field));
    }

    private static FieldError notKnown(String field) {
        return new FieldError(field, "is not known");
    }

    private boolean knows(Taxonomy taxonomy, Narrowing side, String value) {
        return switch (side) {
            case SCOPE -> isOneOf(ClusterScope.values(), value);
            case CITY -> clusters.cityNames().containsKey(value);
            case COUNTRY -> COUNTRIES.contains(value);
            case COMPETENCE -> taxonomy.knows(Facet.COMPETENCE, value);
            case NACE_SECTION ->
                taxonomy.sections().stream().anyMatch(section -> section.code().equals(value));
            case NACE_DIVISION -> taxonomy.knows(Facet.ACTIVITY, value);
            case ECOSYSTEM -> taxonomy.knows(Facet.ECOSYSTEM, value);
            case SCALE -> taxonomy.knows(Facet.SCALE, value);
            case KIND -> isOneOf(ClusterKind.values(), value);
            case ROLE -> isOneOf(ClusterRoles.Role.values(), value);
            case EXCHANGE -> EXCHANGES.contains(value);
        };
    }

    private static boolean isOneOf(Enum<?>[] constants, String value) {
        return Arrays.stream(constants).anyMatch(constant -> constant.name().equals(value));
    }
}
