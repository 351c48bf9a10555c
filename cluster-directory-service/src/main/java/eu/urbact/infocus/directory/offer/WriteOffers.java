package eu.urbact.infocus.directory.offer;

import java.time.Clock;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.transaction.Transactional;

import eu.urbact.infocus.chassis.audit.AuditTrail;
import eu.urbact.infocus.chassis.identity.Ids;
import eu.urbact.infocus.chassis.problem.FieldError;
import eu.urbact.infocus.directory.reference.Taxonomies;

/** Adds, changes and takes back what a cluster offers and needs. That the caller may is the resource's question. */
@ApplicationScoped
public class WriteOffers {

    /** Nobody reads more of one cluster. */
    static final int MOST = 50;

    private final Offers offers;
    private final Taxonomies taxonomies;
    private final AuditTrail audit;
    private final Clock clock;

    WriteOffers(Offers offers, Taxonomies taxonomies, AuditTrail audit, Clock clock) {
        this.offers = offers;
        this.taxonomies = taxonomies;
        this.audit = audit;
        this.clock = clock;
    }

    /** What became of what was entered. */
    public sealed interface Written {

        /** It is kept. */
        record Kept(Offer offer) implements Written {}

        /** Nothing was changed: this is wrong with it. */
        record Faulty(List<FieldError> errors) implements Written {}
    }

    /**
     * Adds an offer or a need.
     *
     * @param clusterId a cluster of the directory
     * @param draft what was entered
     */
    @Transactional
    public Written add(String clusterId, OfferDraft draft) {
        List<FieldError> errors = check(draft);
        if (errors.isEmpty() && offers.countOf(clusterId) >= MOST) {
            errors = List.of(new FieldError("text", "take one back first: a cluster keeps at most " + MOST));
        }
        if (!errors.isEmpty()) {
            return new Written.Faulty(errors);
        }
        Offer offer = new Offer(Ids.next(), clusterId, draft, clock.instant());
        offers.persist(offer);
        offers.flush();
        record("offer-added", offer);
        return new Written.Kept(offer);
    }

    /**
     * Says one anew.
     *
     * @param offer as the caller has just read it in this transaction
     * @param draft what was entered
     */
    @Transactional
    public Written change(Offer offer, OfferDraft draft) {
        List<FieldError> errors = check(draft);
        if (!errors.isEmpty()) {
            return new Written.Faulty(errors);
        }
        offer.take(draft);
        offers.flush();
        record("offer-changed", offer);
        return new Written.Kept(offer);
    }

    /** Takes one back. */
    @Transactional
    public void remove(Offer offer) {
        offers.delete(offer);
        record("offer-removed", offer);
    }

    private List<FieldError> check(OfferDraft draft) {
        return OfferRules.check(draft, LocalDate.now(clock), taxonomies.current());
    }

    private void record(String action, Offer offer) {
        UUID id = offer.id();
        audit.record(
                action,
                "offer",
                id.toString(),
                Map.of("clusterId", offer.clusterId(), "kind", offer.kind().name()));
    }
}
