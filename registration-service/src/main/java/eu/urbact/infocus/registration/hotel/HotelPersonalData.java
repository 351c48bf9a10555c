package eu.urbact.infocus.registration.hotel;

import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import jakarta.enterprise.context.ApplicationScoped;

import com.fasterxml.jackson.annotation.JsonInclude;

import eu.urbact.infocus.registration.privacy.PersonalDataHolder;
import eu.urbact.infocus.registration.privacy.PersonalField;
import eu.urbact.infocus.registration.privacy.Retention;

/** What a person has said about a room. That a room was taken stays for the count. */
@ApplicationScoped
class HotelPersonalData implements PersonalDataHolder {

    /**
     * The room, wanted or confirmed.
     *
     * @param namedByOthers true when somebody names the person as the one with whom they share a double room; absent otherwise
     * @param inOthersRoom true when the person sleeps in the double room that somebody else has asked for; absent otherwise
     */
    @JsonInclude(JsonInclude.Include.NON_NULL)
    record HotelData(
            String state,
            RoomType roomType,
            LocalDate checkIn,
            LocalDate checkOut,
            String wantedHotel,
            Boolean othersWelcome,
            String sharesWith,
            String hotel,
            Integer priceCents,
            InsteadData wantedInstead,
            String answer,
            Instant requestedAt,
            Instant decidedAt,
            Instant sharingEndedAt,
            Instant remindedAt,
            Boolean namedByOthers,
            Boolean inOthersRoom) {

        /** Of somebody who has said nothing about a room. */
        static HotelData saidNothing(Instant remindedAt, Boolean namedByOthers) {
            return new HotelData(
                    null,
                    null,
                    null,
                    null,
                    null,
                    null,
                    null,
                    null,
                    null,
                    null,
                    null,
                    null,
                    null,
                    null,
                    remindedAt,
                    namedByOthers,
                    null);
        }
    }

    /** Another room that the person would like instead of the confirmed one. */
    @JsonInclude(JsonInclude.Include.NON_NULL)
    record InsteadData(
            RoomType roomType,
            LocalDate checkIn,
            LocalDate checkOut,
            String wantedHotel,
            boolean othersWelcome,
            String sharesWith) {}

    private final HotelRequests requests;
    private final Hotels hotels;
    private final RoomTrail trail;

    HotelPersonalData(HotelRequests requests, Hotels hotels, RoomTrail trail) {
        this.requests = requests;
        this.hotels = hotels;
        this.trail = trail;
    }

    @Override
    public String section() {
        return "hotel";
    }

    @Override
    public List<PersonalField> fields() {
        return List.of(
                new PersonalField("stay", "To keep a room for you", Retention.EVIDENCE),
                new PersonalField(
                        "sharesWith", "To tell the hotel who sleeps in your double room too", Retention.LOGISTICS),
                new PersonalField(
                        "sharingEndedAt",
                        "To tell you that nobody shares your double room any more, or that you have no bed in one",
                        Retention.LOGISTICS),
                new PersonalField(
                        "namedByOthers",
                        "To tell the hotel that you sleep in the double room of somebody who has named you",
                        Retention.LOGISTICS),
                new PersonalField(
                        "inOthersRoom",
                        "To ask you again when the double room is given up in which you sleep too",
                        Retention.LOGISTICS),
                new PersonalField("wantedInstead", "To keep another room for you", Retention.LOGISTICS),
                new PersonalField("answer", "To tell you about your room", Retention.LOGISTICS));
    }

    @Override
    public Optional<?> export(UUID applicationId) {
        Optional<HotelRequest> found = requests.ofApplication(applicationId);
        Instant remindedAt = requests.remindedAt(applicationId).orElse(null);
        Boolean named = requests.isNamed(applicationId) ? true : null;
        if (found.isEmpty()) {
            return remindedAt == null && named == null
                    ? Optional.empty()
                    : Optional.of(HotelData.saidNothing(remindedAt, named));
        }
        HotelRequest request = found.get();
        Stay stay = request.stay();
        return Optional.of(new HotelData(
                request.state().name(),
                stay == null ? null : stay.roomType(),
                stay == null ? null : stay.checkIn(),
                stay == null ? null : stay.checkOut(),
                name(request.preferredHotelId()),
                stay == null ? null : request.othersWelcome(),
                request.sharesWith(),
                name(request.hotelId()),
                request.priceCents(),
                request.change() == null ? null : instead(request.change()),
                request.answer(),
                request.requestedAt(),
                request.decidedAt(),
                request.sharingEndedAt(),
                remindedAt,
                named,
                request.inOthersRoom() ? true : null));
    }

    @Override
    public void lock(UUID applicationId) {
        requests.lockNaming(applicationId);
    }

    /** Also whom others name as the one with whom they share, as far as the words are clear. */
    @Override
    public void erase(UUID applicationId) {
        requests.forgetName(applicationId);
        clear(applicationId, Retention.LOGISTICS);
    }

    @Override
    public boolean clear(UUID applicationId, Retention due) {
        if (due != Retention.LOGISTICS) {
            return false;
        }
        trail.forget(applicationId);
        Optional<HotelRequest> words = requests.ofApplication(applicationId)
                .filter(request -> request.answer() != null
                        || request.sharesWith() != null
                        || request.sharingEndedAt() != null
                        || request.inOthersRoom()
                        || request.change() != null);
        if (words.isEmpty()) {
            return false;
        }
        words.get().eraseWords();
        words.get().dropChange();
        return true;
    }

    private InsteadData instead(HotelRequest.Wish wish) {
        return new InsteadData(
                wish.stay().roomType(),
                wish.stay().checkIn(),
                wish.stay().checkOut(),
                name(wish.preferredHotelId()),
                wish.othersWelcome(),
                wish.sharesWith());
    }

    private String name(UUID hotelId) {
        return hotelId == null ? null : hotels.findById(hotelId).name();
    }
}
