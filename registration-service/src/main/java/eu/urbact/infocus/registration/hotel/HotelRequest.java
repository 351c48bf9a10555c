package eu.urbact.infocus.registration.hotel;

import java.time.Instant;
import java.time.LocalDate;
import java.util.Objects;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import jakarta.persistence.Entity;
import jakarta.persistence.EnumType;
import jakarta.persistence.Enumerated;
import jakarta.persistence.Id;
import jakarta.persistence.Table;
import jakarta.persistence.Version;

import eu.urbact.infocus.chassis.identity.Ids;
import eu.urbact.infocus.registration.application.Application;

/**
 * What one person with a place says about a room. Requested → confirmed or refused; refused, too, when a confirmed room is taken back;
 * cancelled from either of the first two; or "I need none". Until a room is confirmed a new answer replaces the one before. Whoever has a
 * room may ask for another one, and keeps the first until the second is confirmed.
 */
@Entity
@Table(name = "hotel_request")
public class HotelRequest {

    /** Where it stands. */
    public enum State {
        REQUESTED,
        CONFIRMED,
        REFUSED,
        /** By the person, or because they do not come any more. */
        CANCELLED,
        /** The person sleeps elsewhere. */
        NOT_NEEDED
    }

    /**
     * What somebody would like.
     *
     * @param preferredHotelId which hotel, or null for any
     * @param othersWelcome whether another hotel will do when that one is full
     * @param sharesWith who sleeps in the double room too, in the person's own words, or null
     */
    public record Wish(Stay stay, UUID preferredHotelId, boolean othersWelcome, String sharesWith) {

        /** Names nobody: records end up in logs. */
        @Override
        public String toString() {
            return "Wish[" + stay + "]";
        }
    }

    /** So many letters may name with whom somebody shares their room. */
    public static final int MOST_LETTERS_OF_SHARER = 200;

    @Id
    private UUID id;

    private UUID callId;
    private UUID applicationId;

    @Enumerated(EnumType.STRING)
    private State state;

    @Enumerated(EnumType.STRING)
    private RoomType roomType;

    private LocalDate checkIn;
    private LocalDate checkOut;
    private UUID preferredHotelId;
    private boolean othersWelcome;
    private String sharesWith;
    private UUID hotelId;
    private Integer priceCents;
    private String answer;
    private Instant requestedAt;
    private Instant decidedAt;

    @Enumerated(EnumType.STRING)
    private RoomType changeRoomType;

    private LocalDate changeCheckIn;
    private LocalDate changeCheckOut;
    private UUID changePreferredHotelId;
    private Boolean changeOthersWelcome;
    private String changeSharesWith;
    private Instant changeRequestedAt;
    private Instant sharingEndedAt;
    private boolean inOthersRoom;

    @Version
    private long version;

    /** For Hibernate. */
    protected HotelRequest() {}

    HotelRequest(Application application) {
        this.id = Ids.next();
        this.callId = application.callId();
        this.applicationId = application.id();
    }

    /** Asks for a room, whatever was said before. */
    void request(Wish wish, Instant now) {
        say(State.REQUESTED, now);
        this.roomType = wish.stay().roomType();
        this.checkIn = wish.stay().checkIn();
        this.checkOut = wish.stay().checkOut();
        this.preferredHotelId = wish.preferredHotelId();
        this.othersWelcome = wish.othersWelcome();
        this.sharesWith = wish.sharesWith();
    }

    /**
     * Needs no room.
     *
     * @param sleepsWithOther whether the person sleeps in the double room that somebody else has asked for
     */
    void needNone(boolean sleepsWithOther, Instant now) {
        say(State.NOT_NEEDED, now);
        this.inOthersRoom = sleepsWithOther;
        this.roomType = null;
        this.checkIn = null;
        this.checkOut = null;
        this.preferredHotelId = null;
        this.othersWelcome = false;
    }

    /** Whoever says something else while they wait goes on waiting since they asked first. */
    private void say(State what, Instant now) {
        if (state != State.REQUESTED || what != State.REQUESTED) {
            this.requestedAt = now;
        }
        this.state = what;
        this.hotelId = null;
        this.priceCents = null;
        this.answer = null;
        this.decidedAt = null;
        this.sharesWith = null;
        this.sharingEndedAt = null;
        this.inOthersRoom = false;
    }

    /**
     * The rooms in this hotel have been taken.
     *
     * @param price of the whole stay in euro cents, which the person keeps whatever the hotel asks of others later
     */
    void confirm(UUID hotel, int price, String answerToPerson, Instant now) {
        this.state = State.CONFIRMED;
        this.hotelId = hotel;
        this.priceCents = price;
        this.answer = answerToPerson;
        this.decidedAt = now;
    }

    void refuse(String answerToPerson, Instant now) {
        this.state = State.REFUSED;
        this.sharesWith = null;
        this.sharingEndedAt = null;
        this.answer = answerToPerson;
        this.decidedAt = now;
    }

    /** The confirmed room is not kept for the person any more. */
    void takeBack(String answerToPerson, Instant now) {
        dropChange();
        this.hotelId = null;
        this.priceCents = null;
        refuse(answerToPerson, now);
    }

    /** Would like another room instead of the confirmed one. */
    void askForChange(Wish wish, Instant now) {
        if (state != State.CONFIRMED) {
            throw new IllegalStateException("without a room there is none to change");
        }
        this.changeRoomType = wish.stay().roomType();
        this.changeCheckIn = wish.stay().checkIn();
        this.changeCheckOut = wish.stay().checkOut();
        this.changePreferredHotelId = wish.preferredHotelId();
        this.changeOthersWelcome = wish.othersWelcome();
        this.changeSharesWith = wish.sharesWith();
        this.sharingEndedAt = null;
        if (changeRequestedAt == null) {
            this.changeRequestedAt = now;
        }
    }

    /** The rooms in this hotel have been taken for this price, and those of before given back. */
    void change(UUID hotel, int price, String answerToPerson, Instant now) {
        Wish wish = change();
        this.roomType = wish.stay().roomType();
        this.checkIn = wish.stay().checkIn();
        this.checkOut = wish.stay().checkOut();
        this.preferredHotelId = wish.preferredHotelId();
        this.othersWelcome = wish.othersWelcome();
        this.sharesWith = wish.sharesWith();
        dropChange();
        confirm(hotel, price, answerToPerson, now);
    }

    /** The room stays as it is, and confirmed since when it was. */
    void refuseChange(String answerToPerson) {
        dropChange();
        this.answer = answerToPerson;
    }

    /** The person is content with the room after all. */
    void dropChange() {
        this.changeRoomType = null;
        this.changeCheckIn = null;
        this.changeCheckOut = null;
        this.changePreferredHotelId = null;
        this.changeOthersWelcome = null;
        this.changeSharesWith = null;
        this.changeRequestedAt = null;
    }

    void cancel(Instant now) {
        dropChange();
        this.state = State.CANCELLED;
        this.hotelId = null;
        this.priceCents = null;
        this.answer = null;
        this.sharesWith = null;
        this.sharingEndedAt = null;
        this.inOthersRoom = false;
        this.decidedAt = now;
    }

    /**
     * Says who sleeps in the double room too; the room stays the same.
     *
     * @param somebody in the person's own words, or null for nobody
     */
    void shareWith(String somebody) {
        this.sharesWith = somebody;
        this.sharingEndedAt = null;
    }

    /**
     * Whoever was to sleep in the double room too does not come; the room stays the person's.
     *
     * @param fromRoom whether it is they who are named for the room
     * @param fromChange whether it is they who are named for the other room that is asked for
     */
    void sharerLeft(boolean fromRoom, boolean fromChange, Instant now) {
        if (fromRoom) {
            this.sharesWith = null;
        }
        if (fromChange) {
            this.changeSharesWith = null;
        }
        this.sharingEndedAt = now;
    }

    /** The room of somebody else in which the person was to sleep is gone: that they need none holds no more. */
    void bedLost(Instant now) {
        if (!inOthersRoom) {
            throw new IllegalStateException(
                    "who has a room of their own, or sleeps elsewhere, loses no bed in another");
        }
        this.state = State.CANCELLED;
        this.inOthersRoom = false;
        this.decidedAt = now;
        this.sharingEndedAt = now;
    }

    /** Everybody who is named as the one with whom a room is shared, in the person's own words. */
    Set<String> sharers() {
        return Stream.of(sharesWith, changeSharesWith).filter(Objects::nonNull).collect(Collectors.toSet());
    }

    /** Forgets what was said in words, and that a room was shared. */
    void eraseWords() {
        this.answer = null;
        this.sharesWith = null;
        this.sharingEndedAt = null;
        this.inOthersRoom = false;
    }

    public UUID id() {
        return id;
    }

    public UUID callId() {
        return callId;
    }

    public UUID applicationId() {
        return applicationId;
    }

    public State state() {
        return state;
    }

    /** Null when no room is needed. */
    public Stay stay() {
        return checkIn == null ? null : new Stay(roomType, checkIn, checkOut);
    }

    /** Which hotel the person would like, or null for any. */
    public UUID preferredHotelId() {
        return preferredHotelId;
    }

    /** Whether another hotel will do when that one is full. */
    public boolean othersWelcome() {
        return othersWelcome;
    }

    /** Who sleeps in the double room too, in the person's own words, or null. */
    public String sharesWith() {
        return sharesWith;
    }

    /** When whoever was to share a double room went away, or the room did, and the person has said nothing since; null otherwise. */
    public Instant sharingEndedAt() {
        return sharingEndedAt;
    }

    /** Whether the person needs no room because they sleep in the double room that somebody else has asked for. */
    public boolean inOthersRoom() {
        return inOthersRoom;
    }

    /** What the person would like instead of the confirmed room, or null. */
    public Wish change() {
        return changeRequestedAt == null
                ? null
                : new Wish(
                        new Stay(changeRoomType, changeCheckIn, changeCheckOut),
                        changePreferredHotelId,
                        changeOthersWelcome,
                        changeSharesWith);
    }

    /** Whether this would be the confirmed room once more. */
    boolean isConfirmedAs(Wish wish) {
        return state == State.CONFIRMED
                && stay().equals(wish.stay())
                && (wish.preferredHotelId() == null || wish.preferredHotelId().equals(hotelId))
                && Objects.equals(sharesWith, wish.sharesWith());
    }

    /** What waits to be answered: the room that is asked for, or the other one. */
    Wish waiting() {
        return changeRequestedAt == null ? new Wish(stay(), preferredHotelId, othersWelcome, sharesWith) : change();
    }

    /** Since when that waits. */
    Instant waitsSince() {
        return changeRequestedAt == null ? requestedAt : changeRequestedAt;
    }

    /** Whether the organisers have something to answer. */
    boolean waits() {
        return state == State.REQUESTED || changeRequestedAt != null;
    }

    /** Where the room is; null unless it is confirmed. */
    public UUID hotelId() {
        return hotelId;
    }

    /** What the whole stay costs, in euro cents, as it was when the room was confirmed; null unless it is confirmed. */
    public Integer priceCents() {
        return priceCents;
    }

    /** What the organisers say with their decision, or null. */
    public String answer() {
        return answer;
    }

    public Instant requestedAt() {
        return requestedAt;
    }

    /** When it became what it is: when the room was confirmed, also if another one was refused later. */
    public Instant decidedAt() {
        return decidedAt;
    }

    public long version() {
        return version;
    }
}
