package eu.urbact.infocus.registration.waitinglist;

import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import jakarta.enterprise.context.ApplicationScoped;

import com.fasterxml.jackson.annotation.JsonInclude;

import eu.urbact.infocus.registration.privacy.PersonalDataHolder;
import eu.urbact.infocus.registration.privacy.PersonalField;
import eu.urbact.infocus.registration.privacy.Retention;

/** What moved a person on the waiting list, and what was offered to them. Offers hold no name and stay for the count. */
@ApplicationScoped
class WaitingPersonalData implements PersonalDataHolder {

    /** What moved the person, and the offers. */
    @JsonInclude(JsonInclude.Include.NON_NULL)
    record WaitingData(Integer priority, List<PrecedenceData> putFirst, List<OfferData> offers) {}

    /** Once that organisers put the person first. */
    record PrecedenceData(Instant at, String reason) {}

    /** One offer. */
    @JsonInclude(JsonInclude.Include.NON_NULL)
    record OfferData(Instant offeredAt, Instant expiresAt, String state, Instant settledAt) {}

    private final WaitingEntries entries;
    private final Precedences precedences;
    private final SeatOffers offers;

    WaitingPersonalData(WaitingEntries entries, Precedences precedences, SeatOffers offers) {
        this.entries = entries;
        this.precedences = precedences;
        this.offers = offers;
    }

    @Override
    public String section() {
        return "waitingList";
    }

    @Override
    public List<PersonalField> fields() {
        return List.of(
                new PersonalField("priority", "To decide who is offered the next place", Retention.DECISION),
                new PersonalField("putFirst", "To explain why you were put first", Retention.DECISION),
                new PersonalField("offers", "To explain what was offered to you", Retention.EVIDENCE));
    }

    @Override
    public Optional<?> export(UUID applicationId) {
        Optional<WaitingEntry> entry = entries.findByIdOptional(applicationId);
        List<OfferData> made = offers.of(applicationId).stream()
                .map(offer -> new OfferData(
                        offer.offeredAt(), offer.expiresAt(), offer.state().name(), offer.settledAt()))
                .toList();
        List<PrecedenceData> given = precedences.of(applicationId).stream()
                .map(precedence -> new PrecedenceData(precedence.givenAt(), precedence.reason()))
                .toList();
        return entry.isEmpty() && given.isEmpty() && made.isEmpty()
                ? Optional.empty()
                : Optional.of(new WaitingData(entry.map(WaitingEntry::priority).orElse(null), given, made));
    }

    @Override
    public void erase(UUID applicationId) {
        forget(applicationId);
    }

    @Override
    public boolean clear(UUID applicationId, Retention due) {
        return due == Retention.DECISION && forget(applicationId);
    }

    private boolean forget(UUID applicationId) {
        boolean reasons = precedences.forget(applicationId);
        return entries.deleteById(applicationId) || reasons;
    }
}
