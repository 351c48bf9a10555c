package eu.urbact.infocus.directory.offer.rest;

import java.time.Clock;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import jakarta.annotation.security.PermitAll;
import jakarta.transaction.Transactional;
import jakarta.validation.Valid;
import jakarta.validation.constraints.Pattern;
import jakarta.ws.rs.BeanParam;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.QueryParam;
import jakarta.ws.rs.core.MediaType;

import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.parameters.Parameter;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;

import eu.urbact.infocus.chassis.problem.FieldError;
import eu.urbact.infocus.chassis.problem.Problems;
import eu.urbact.infocus.chassis.rest.Page;
import eu.urbact.infocus.chassis.rest.PageRequest;
import eu.urbact.infocus.directory.cluster.KnownChoices;
import eu.urbact.infocus.directory.cluster.Narrowing;
import eu.urbact.infocus.directory.offer.OfferFilter;
import eu.urbact.infocus.directory.offer.OfferKind;
import eu.urbact.infocus.directory.offer.Offers;
import eu.urbact.infocus.directory.reference.Taxonomies;
import eu.urbact.infocus.directory.reference.Taxonomy;

/** What clusters offer and need today. It changes with the day, so it carries no entity tag of the directory. */
@Path("/api/v1/offers")
@Produces(MediaType.APPLICATION_JSON)
@PermitAll
@Tag(name = "Public")
class OffersResource {

    private static final String CODE = "[A-Za-z0-9-]{0,60}";
    private static final String NO_CODE = "must be letters, digits and hyphens";

    private final Offers offers;
    private final KnownChoices choices;
    private final Taxonomies taxonomies;
    private final Clock clock;

    OffersResource(Offers offers, KnownChoices choices, Taxonomies taxonomies, Clock clock) {
        this.offers = offers;
        this.choices = choices;
        this.taxonomies = taxonomies;
        this.clock = clock;
    }

    @GET
    @Transactional
    @Operation(
            summary = "What clusters offer and what they look for, as far as it holds today",
            description =
                    "What ends soonest comes first. A broader competence includes its narrower ones. A city, a"
                            + " competence or an activity that nobody knows is refused; a cluster that is not public has nothing to show.")
    public Page<OfferView> list(
            @Parameter(description = "Both kinds unless one is asked for") @QueryParam("kind") OfferKind kind,
            @Parameter(description = "Id of a cluster")
                    @QueryParam("cluster")
                    @Pattern(regexp = CODE, message = NO_CODE)
                    String cluster,
            @Parameter(description = "Id of a city") @QueryParam("city") @Pattern(regexp = CODE, message = NO_CODE)
                    String city,
            @Parameter(description = "Id of a competence")
                    @QueryParam("competence")
                    @Pattern(regexp = CODE, message = NO_CODE)
                    String competence,
            @Parameter(description = "NACE Rev. 2 division")
                    @QueryParam("activity")
                    @Pattern(regexp = CODE, message = NO_CODE)
                    String activity,
            @Valid @BeanParam PageRequest page) {
        Taxonomy taxonomy = taxonomies.current();
        OfferFilter filter = new OfferFilter(
                Optional.ofNullable(kind), given(cluster), given(city), given(competence), given(activity));
        requireKnown(filter);
        return offers.open(filter, LocalDate.now(clock), page).map(found -> OfferView.of(found, taxonomy));
    }

    /** The id of a cluster is no choice from a list: before its first publication it has a page of its own for reviewers. */
    private void requireKnown(OfferFilter filter) {
        List<FieldError> errors = Stream.of(
                        choices.check("city", Narrowing.CITY, filter.city()),
                        choices.check("competence", Narrowing.COMPETENCE, filter.competence()),
                        choices.check("activity", Narrowing.NACE_DIVISION, filter.activity()))
                .flatMap(Optional::stream)
                .toList();
        if (!errors.isEmpty()) {
            throw Problems.invalid(errors);
        }
    }

    private static Optional<String> given(String value) {
        return Optional.ofNullable(value).filter(text -> !text.isBlank());
    }
}
