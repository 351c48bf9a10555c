package eu.urbact.infocus.directory.offer.rest;

import java.time.Clock;
import java.time.LocalDate;
import java.util.Optional;
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

import eu.urbact.infocus.chassis.rest.Page;
import eu.urbact.infocus.chassis.rest.PageRequest;
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
    private final Taxonomies taxonomies;
    private final Clock clock;

    OffersResource(Offers offers, Taxonomies taxonomies, Clock clock) {
        this.offers = offers;
        this.taxonomies = taxonomies;
        this.clock = clock;
    }

    @GET
    @Transactional
    @Operation(
            summary = "What clusters offer and what they look for, as far as it holds today",
            description = "What ends soonest comes first. A broader competence includes its narrower ones.")
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
        return offers.open(filter, LocalDate.now(clock), page).map(found -> OfferView.of(found, taxonomy));
    }

    private static Optional<String> given(String value) {
        return Optional.ofNullable(value).filter(text -> !text.isBlank());
    }
}
