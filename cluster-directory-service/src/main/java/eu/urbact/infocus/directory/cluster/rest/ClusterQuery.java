package eu.urbact.infocus.directory.cluster.rest;

import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import jakarta.validation.constraints.Pattern;
import jakarta.validation.constraints.Size;
import jakarta.ws.rs.DefaultValue;
import jakarta.ws.rs.QueryParam;

import org.eclipse.microprofile.openapi.annotations.parameters.Parameter;

import eu.urbact.infocus.chassis.problem.FieldError;
import eu.urbact.infocus.chassis.problem.Problems;
import eu.urbact.infocus.directory.cluster.ClusterFilter;
import eu.urbact.infocus.directory.cluster.ClusterScope;
import eu.urbact.infocus.directory.cluster.KnownChoices;
import eu.urbact.infocus.directory.cluster.Narrowing;
import eu.urbact.infocus.directory.reference.SearchWords;

/** What a list or a map of clusters is narrowed by; the same wherever clusters are listed. */
class ClusterQuery {

    private static final int MOST_VALUES = 50;
    private static final String CODE = "[A-Za-z0-9_-]{0,60}";
    private static final String NO_CODE = "must be letters, digits and hyphens";
    private static final int LONGEST_SEARCH = 200;

    @Parameter(description = "Whose clusters: those of the network's cities unless asked otherwise")
    @QueryParam("scope")
    @DefaultValue("NETWORK")
    ClusterScope scope;

    @Parameter(description = "City ids")
    @QueryParam("city")
    @Size(max = MOST_VALUES)
    List<@Pattern(regexp = CODE, message = NO_CODE) String> city;

    @Parameter(description = "Countries, ISO 3166 alpha-2")
    @QueryParam("country")
    @Size(max = MOST_VALUES)
    List<@Pattern(regexp = CODE, message = NO_CODE) String> country;

    @Parameter(description = "Competence ids; a broader one includes its narrower ones")
    @QueryParam("competence")
    @Size(max = MOST_VALUES)
    List<@Pattern(regexp = CODE, message = NO_CODE) String> competence;

    @Parameter(description = "Section letters of NACE Rev. 2")
    @QueryParam("naceSection")
    @Size(max = MOST_VALUES)
    List<@Pattern(regexp = CODE, message = NO_CODE) String> naceSection;

    @Parameter(description = "Division codes of NACE Rev. 2")
    @QueryParam("naceDivision")
    @Size(max = MOST_VALUES)
    List<@Pattern(regexp = CODE, message = NO_CODE) String> naceDivision;

    @Parameter(description = "Industrial ecosystem ids; activities of weight 2 or 3 count")
    @QueryParam("ecosystem")
    @Size(max = MOST_VALUES)
    List<@Pattern(regexp = CODE, message = NO_CODE) String> ecosystem;

    @Parameter(description = "How far they reach: WORLD_CLASS, NATIONAL, SECTOR_OF_EXCELLENCE")
    @QueryParam("scale")
    @Size(max = MOST_VALUES)
    List<@Pattern(regexp = CODE, message = NO_CODE) String> scale;

    @Parameter(description = "What stands behind the name: CLUSTER_ORGANISATION, INITIATIVE, SECTOR")
    @QueryParam("kind")
    @Size(max = MOST_VALUES)
    List<@Pattern(regexp = CODE, message = NO_CODE) String> kind;

    @Parameter(
            description =
                    "What they are to the strategy of their own region: CORE belongs to a priority, ENABLER serves those who"
                            + " do, ORPHAN fits none")
    @QueryParam("role")
    @Size(max = MOST_VALUES)
    List<@Pattern(regexp = CODE, message = NO_CODE) String> role;

    @Parameter(description = "OFFER: offers something to others today; NEED: looks for something today")
    @QueryParam("exchange")
    @Size(max = MOST_VALUES)
    List<@Pattern(regexp = CODE, message = NO_CODE) String> exchange;

    @Parameter(
            description =
                    "Words in any spelling: accents do not matter, umlauts may be written out, beginnings and small slips"
                            + " are found")
    @QueryParam("q")
    @Size(max = LONGEST_SEARCH)
    String q;

    /** Made by the REST layer. */
    ClusterQuery() {}

    /**
     * The question to the directory. A value that is in no list is refused.
     *
     * @param choices tells them apart
     * @return a filter
     */
    ClusterFilter filter(KnownChoices choices) {
        ClusterFilter filter = filter();
        List<FieldError> errors = choices.check(filter);
        if (!errors.isEmpty()) {
            throw Problems.invalid(errors);
        }
        return filter;
    }

    private ClusterFilter filter() {
        Map<Narrowing, List<String>> wanted = new EnumMap<>(Narrowing.class);
        wanted.put(Narrowing.SCOPE, scope == ClusterScope.ALL ? List.of() : List.of(scope.name()));
        wanted.put(Narrowing.CITY, given(city));
        wanted.put(Narrowing.COUNTRY, given(country));
        wanted.put(Narrowing.COMPETENCE, given(competence));
        wanted.put(Narrowing.NACE_SECTION, given(naceSection));
        wanted.put(Narrowing.NACE_DIVISION, given(naceDivision));
        wanted.put(Narrowing.ECOSYSTEM, given(ecosystem));
        wanted.put(Narrowing.SCALE, given(scale));
        wanted.put(Narrowing.KIND, given(kind));
        wanted.put(Narrowing.ROLE, given(role));
        wanted.put(Narrowing.EXCHANGE, given(exchange));
        return new ClusterFilter(wanted, SearchWords.of(q));
    }

    /** An empty value is what a form sends for "any". */
    private static List<String> given(List<String> values) {
        return values == null
                ? List.of()
                : values.stream().filter(value -> !value.isBlank()).toList();
    }
}
