package eu.urbact.infocus.registration.hotel;

import java.io.Serializable;
import java.time.LocalDate;
import java.util.Comparator;
import java.util.UUID;
import jakarta.persistence.Entity;
import jakarta.persistence.EnumType;
import jakarta.persistence.Enumerated;
import jakarta.persistence.Id;
import jakarta.persistence.IdClass;
import jakarta.persistence.Table;

import org.hibernate.annotations.Immutable;

/**
 * The rooms of one kind in one hotel in one night. Read only here: {@link RoomNights} changes rows by conditional updates.
 */
@Entity
@Immutable
@Table(name = "hotel_night")
@IdClass(RoomNight.Key.class)
public class RoomNight {

    /** Which rooms, in which night; ordered, so that rows are always locked in the same order. */
    public record Key(UUID hotelId, RoomType roomType, LocalDate night) implements Serializable, Comparable<Key> {

        private static final Comparator<Key> ORDER =
                Comparator.comparing(Key::hotelId).thenComparing(Key::roomType).thenComparing(Key::night);

        @Override
        public int compareTo(Key other) {
            return ORDER.compare(this, other);
        }
    }

    /**
     * So many rooms of a kind that a hotel keeps in a night.
     *
     * @param priceCents for the room and the night, in euro cents
     */
    public record Contingent(RoomType roomType, LocalDate night, int rooms, int priceCents) {}

    @Id
    private UUID hotelId;

    @Id
    @Enumerated(EnumType.STRING)
    private RoomType roomType;

    @Id
    private LocalDate night;

    private int rooms;
    private int held;
    private int givenBack;
    private int priceCents;

    /** For Hibernate. */
    protected RoomNight() {}

    /** Rooms that nobody has taken. */
    RoomNight(UUID hotelId, Contingent contingent) {
        this.hotelId = hotelId;
        this.roomType = contingent.roomType();
        this.night = contingent.night();
        this.rooms = contingent.rooms();
        this.priceCents = contingent.priceCents();
    }

    public UUID hotelId() {
        return hotelId;
    }

    public RoomType roomType() {
        return roomType;
    }

    /** The night that begins on this day. */
    public LocalDate night() {
        return night;
    }

    /** How many rooms the hotel keeps, or kept. */
    public int rooms() {
        return rooms;
    }

    Contingent contingent() {
        return new Contingent(roomType, night, rooms, priceCents);
    }

    /** How many are confirmed to somebody. */
    public int held() {
        return held;
    }

    /** How many the hotel has again. */
    public int givenBack() {
        return givenBack;
    }

    public int free() {
        return rooms - held - givenBack;
    }

    /** For the room and the night, in euro cents. */
    public int priceCents() {
        return priceCents;
    }
}
