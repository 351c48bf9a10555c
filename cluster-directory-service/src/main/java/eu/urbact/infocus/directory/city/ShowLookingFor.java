package eu.urbact.infocus.directory.city;

import java.time.Clock;
import java.time.LocalDate;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.transaction.Transactional;

import eu.urbact.infocus.chassis.rest.PageRequest;
import eu.urbact.infocus.directory.city.LookingFor.FoundIn;
import eu.urbact.infocus.directory.matchmaking.MatchState;
import eu.urbact.infocus.directory.matchmaking.MatchStates;
import eu.urbact.infocus.directory.matchmaking.ShowStrategyGaps;
import eu.urbact.infocus.directory.matchmaking.StrategyGaps;
import eu.urbact.infocus.directory.offer.Offer;
import eu.urbact.infocus.directory.offer.OfferFilter;
import eu.urbact.infocus.directory.offer.OfferKind;
import eu.urbact.infocus.directory.offer.Offers;
import eu.urbact.infocus.directory.offer.Offers.FoundOffer;
import eu.urbact.infocus.directory.reference.Facet;
import eu.urbact.infocus.directory.reference.Taxonomy;

/** Says whom a city looks for. */
@ApplicationScoped
public class ShowLookingFor {

    /** More needs of one city than anybody reads; the list of needs has them all. */
    private static final int NEEDS = 50;

    private final Offers offers;
    private final MatchStates states;
    private final ShowStrategyGaps showStrategyGaps;
    private final Clock clock;

    ShowLookingFor(Offers offers, MatchStates states, ShowStrategyGaps showStrategyGaps, Clock clock) {
        this.offers = offers;
        this.states = states;
        this.showStrategyGaps = showStrategyGaps;
        this.clock = clock;
    }

    /**
     * Whom a city looks for today.
     *
     * @param city the city
     * @return what its clusters need and its region's strategy lacks
     */
    @Transactional
    public LookingFor of(CityDescription city) {
        MatchState state = states.current();
        StrategyGaps gaps = showStrategyGaps.of(city.regionId(), state);
        OfferFilter needs = new OfferFilter(
                Optional.of(OfferKind.NEED),
                Optional.empty(),
                Optional.of(city.id()),
                Optional.empty(),
                Optional.empty());
        return new LookingFor(
                offers.open(needs, LocalDate.now(clock), PageRequest.of(0, NEEDS)).items().stream()
                        .map(found -> need(found, state))
                        .toList(),
                gaps.clusters(),
                gaps.profiledClusters(),
                gaps.codedPriorities(),
                gaps.orphans().stream()
                        .map(row -> new LookingFor.OpenPriority(row.id(), row.label(), row.reason(), row.uncertain()))
                        .toList(),
                missing(gaps, Facet.COMPETENCE, state.taxonomy()),
                missing(gaps, Facet.ACTIVITY, state.taxonomy()));
    }

    private static LookingFor.Need need(FoundOffer found, MatchState state) {
        Offer offer = found.offer();
        return new LookingFor.Need(
                offer.clusterId(),
                found.cluster(),
                offer.text(),
                term(Facet.COMPETENCE, offer.competence(), state.taxonomy()),
                term(Facet.ACTIVITY, offer.activity(), state.taxonomy()),
                offer.expiresOn(),
                foundIn(state.holders(offer.competence(), offer.activity()).stream()
                        .filter(holder -> !holder.cityId().equals(found.cityId()))
                        .toList()));
    }

    private static LookingFor.Term term(Facet facet, String code, Taxonomy taxonomy) {
        return code == null ? null : new LookingFor.Term(code, taxonomy.label(facet, code));
    }

    private static List<LookingFor.Missing> missing(StrategyGaps gaps, Facet facet, Taxonomy taxonomy) {
        return gaps.missing().stream()
                .filter(missing -> missing.facet() == facet)
                .map(missing -> new LookingFor.Missing(
                        missing.code(),
                        taxonomy.label(facet, missing.code()),
                        missing.namings().stream()
                                .map(naming -> new LookingFor.NamedBy(
                                        naming.priority(),
                                        naming.label(),
                                        taxonomy.view(naming.tag().provenance())))
                                .toList(),
                        foundIn(missing.holders())))
                .sorted(Comparator.comparing(LookingFor.Missing::label))
                .toList();
    }

    private static List<FoundIn> foundIn(List<StrategyGaps.Holder> holders) {
        return holders.stream()
                .map(holder -> new FoundIn(holder.cityId(), holder.city(), holder.clusters()))
                .toList();
    }
}
