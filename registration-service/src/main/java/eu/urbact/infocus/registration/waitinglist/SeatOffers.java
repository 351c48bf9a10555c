package eu.urbact.infocus.registration.waitinglist;

import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import jakarta.enterprise.context.ApplicationScoped;

import io.quarkus.hibernate.orm.panache.PanacheQuery;
import io.quarkus.hibernate.orm.panache.PanacheRepositoryBase;

import eu.urbact.infocus.chassis.rest.Page;
import eu.urbact.infocus.chassis.rest.PageRequest;

/** All offers. */
@ApplicationScoped
public class SeatOffers implements PanacheRepositoryBase<SeatOffer, UUID> {

    /** The offer that the person has to answer. */
    public Optional<SeatOffer> open(UUID applicationId) {
        return find("applicationId = ?1 and state = ?2", applicationId, OfferState.OPEN)
                .firstResultOptional();
    }

    /** The offer as it is now, when it was made to this person; its application has to be locked. */
    Optional<SeatOffer> current(UUID offerId, UUID applicationId) {
        Optional<SeatOffer> found =
                find("id = ?1 and applicationId = ?2", offerId, applicationId).firstResultOptional();
        found.ifPresent(getEntityManager()::refresh);
        return found;
    }

    /** All offers to this person, oldest first. */
    List<SeatOffer> of(UUID applicationId) {
        return list("applicationId = ?1 order by offeredAt, id", applicationId);
    }

    /** To whom an offer of this call is open for longer than until this moment. */
    List<UUID> openBeyond(UUID callId, Instant end) {
        return getEntityManager()
                .createQuery(
                        "select o.applicationId from SeatOffer o where o.callId = :callId and o.state = :open and o.expiresAt > :end",
                        UUID.class)
                .setParameter("callId", callId)
                .setParameter("open", OfferState.OPEN)
                .setParameter("end", end)
                .getResultList();
    }

    /** To whom an offer of this call is open. */
    List<UUID> openOf(UUID callId) {
        return getEntityManager()
                .createQuery(
                        "select o.applicationId from SeatOffer o where o.callId = :callId and o.state = :open order by o.applicationId",
                        UUID.class)
                .setParameter("callId", callId)
                .setParameter("open", OfferState.OPEN)
                .getResultList();
    }

    /** Open offers whose deadline has passed, the oldest first. */
    List<SeatOffer> due(Instant now) {
        return list("state = ?1 and expiresAt <= ?2 order by expiresAt, id", OfferState.OPEN, now);
    }

    /** One page of a call's offers, the newest first; in one state when it is given. */
    public Page<SeatOffer> list(UUID callId, OfferState state, PageRequest page) {
        PanacheQuery<SeatOffer> found = state == null
                ? find("callId = ?1 order by offeredAt desc, id desc", callId)
                : find("callId = ?1 and state = ?2 order by offeredAt desc, id desc", callId, state);
        long total = found.count();
        return Page.of(
                found.range(page.offset(), page.offset() + page.size() - 1).list(), page, total);
    }
}
