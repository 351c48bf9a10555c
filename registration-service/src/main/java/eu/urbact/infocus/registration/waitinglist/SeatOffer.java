package eu.urbact.infocus.registration.waitinglist;

import java.time.Instant;
import java.util.UUID;
import jakarta.persistence.Entity;
import jakarta.persistence.EnumType;
import jakarta.persistence.Enumerated;
import jakarta.persistence.Id;
import jakarta.persistence.Table;
import jakarta.persistence.Version;

import eu.urbact.infocus.chassis.identity.Ids;
import eu.urbact.infocus.registration.seat.BucketCode;

/** A seat held for one person on the waiting list until a deadline. OPEN → ACCEPTED, DECLINED, LAPSED or CANCELLED. */
@Entity
@Table(name = "seat_offer")
public class SeatOffer {

    @Id
    private UUID id;

    private UUID callId;
    private UUID applicationId;
    private String bucket;

    @Enumerated(EnumType.STRING)
    private OfferState state;

    private Instant offeredAt;
    private Instant expiresAt;
    private Instant settledAt;

    @Version
    private long version;

    /** For Hibernate. */
    protected SeatOffer() {}

    SeatOffer(UUID callId, UUID applicationId, BucketCode bucket, Instant now, Instant expiresAt) {
        this.id = Ids.next();
        this.callId = callId;
        this.applicationId = applicationId;
        this.bucket = bucket.value();
        this.state = OfferState.OPEN;
        this.offeredAt = now;
        this.expiresAt = expiresAt;
    }

    /** It is over, in this way. */
    void settle(OfferState end, Instant now) {
        if (state != OfferState.OPEN || end == OfferState.OPEN) {
            throw new IllegalStateException("the offer is " + state);
        }
        this.state = end;
        this.settledAt = now;
    }

    /** It cannot be accepted for as long as was said. */
    void bringForward(Instant end) {
        if (state != OfferState.OPEN || !end.isBefore(expiresAt)) {
            throw new IllegalStateException("the offer is " + state + " and ends before that");
        }
        this.expiresAt = end;
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

    /** Where the seat is held. */
    public BucketCode bucket() {
        return new BucketCode(bucket);
    }

    public OfferState state() {
        return state;
    }

    public boolean isOpen() {
        return state == OfferState.OPEN;
    }

    /** Whether the person can take the seat at this moment. */
    public boolean canBeAccepted(Instant now) {
        return isOpen() && !OfferPolicy.isOver(expiresAt, now);
    }

    public Instant offeredAt() {
        return offeredAt;
    }

    /** The first instant at which it cannot be accepted any more. */
    public Instant expiresAt() {
        return expiresAt;
    }

    /** When it was over; null while it is open. */
    public Instant settledAt() {
        return settledAt;
    }

    public long version() {
        return version;
    }
}
