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
    record WaitingData(Integer priority, Instant putFirstAt, String putFirstReason, List<OfferData> offers) {}

    /** One offer. */
    @JsonInclude(JsonInclude.Include.NON_NULL)
    record OfferData(Instant offeredAt, Instant expiresAt, String state, Instant settledAt) {}

    private final WaitingEntries entries;
    private final SeatOffers offers;

    WaitingPersonalData(WaitingEntries entries, SeatOffers offers) {
        this.entries = entries;
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
                new PersonalField("putFirstReason", "To explain why you were put first", Retention.DECISION),
                new PersonalField("offers", "To explain what was offered to you", Retention.EVIDENCE));
    }

    @Override
    public Optional<?> export(UUID applicationId) {
        Optional<WaitingEntry> entry = entries.findByIdOptional(applicationId);
        List<OfferData> made = offers.of(applicationId).stream()
                .map(offer -> new OfferData(
                        offer.offeredAt(), offer.expiresAt(), offer.state().name(), offer.settledAt()))
                .toList();
        return entry.isEmpty() && made.isEmpty()
                ? Optional.empty()
                : Optional.of(new WaitingData(
                        entry.map(WaitingEntry::priority).orElse(null),
                        entry.map(WaitingEntry::firstAt).orElse(null),
                        entry.map(WaitingEntry::firstReason).orElse(null),
                        made));
    }

    @Override
    public void erase(UUID applicationId) {
        entries.deleteById(applicationId);
    }

    @Override
    public boolean clear(UUID applicationId, Retention due) {
        return due == Retention.DECISION && entries.deleteById(applicationId);
    }
}
