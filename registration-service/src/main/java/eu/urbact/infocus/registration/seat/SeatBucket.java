package eu.urbact.infocus.registration.seat;

import java.io.Serializable;
import java.time.LocalDate;
import java.util.UUID;
import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.Id;
import jakarta.persistence.IdClass;
import jakarta.persistence.Table;

import org.hibernate.annotations.Immutable;

/**
 * Some of a call's seats. Read only here: a count that is read, changed and written back would lose seats, so {@link Seats}
 * changes rows by conditional updates.
 */
@Entity
@Immutable
@Table(name = "seat_bucket")
@IdClass(SeatBucket.Key.class)
public class SeatBucket {

    /** A bucket's key: its call and its code. */
    public record Key(UUID callId, String code) implements Serializable {}

    @Id
    private UUID callId;

    @Id
    private String code;

    private String label;

    @Column(name = "seat_limit")
    private int limit;

    private int held;
    private int handedBack;
    private LocalDate handBackOn;

    /** For Hibernate. */
    protected SeatBucket() {}

    SeatBucket(UUID callId, BucketCode code, String label, int limit, LocalDate handBackOn) {
        this.callId = callId;
        this.code = code.value();
        this.label = label;
        this.limit = limit;
        this.handBackOn = handBackOn;
    }

    public BucketCode code() {
        return new BucketCode(code);
    }

    /** For people, e.g. "Porto". */
    public String label() {
        return label;
    }

    /** How many seats there are in it. */
    public int limit() {
        return limit;
    }

    /** How many of them are admitted or offered. */
    public int held() {
        return held;
    }

    public int free() {
        return limit - held;
    }

    /** How many seats it had and has handed back, unless its size has been chosen anew since. */
    public int handedBack() {
        return handedBack;
    }

    /** The day agreed for giving unused seats back; null when they stay. */
    public LocalDate handBackOn() {
        return handBackOn;
    }
}
