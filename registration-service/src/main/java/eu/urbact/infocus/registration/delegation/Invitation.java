package eu.urbact.infocus.registration.delegation;

import java.time.Instant;
import java.util.UUID;
import jakarta.persistence.Entity;
import jakarta.persistence.EnumType;
import jakarta.persistence.Enumerated;
import jakarta.persistence.Id;
import jakarta.persistence.Table;
import jakarta.persistence.Version;

import eu.urbact.infocus.chassis.identity.Ids;
import eu.urbact.infocus.registration.application.EmailAddress;
import eu.urbact.infocus.registration.call.CallForParticipation;

/** A city's invitation to one person. While it is open it may keep a seat that the city got back from somebody else. */
@Entity
@Table(name = "invitation")
public class Invitation {

    @Id
    private UUID id;

    private UUID callId;
    private UUID workshopId;
    private String cityId;
    private String email;
    private String emailKey;
    private String givenName;
    private String familyName;
    private String message;

    @Enumerated(EnumType.STRING)
    private InvitationState state;

    private boolean seatKept;
    private UUID applicationId;
    private Instant invitedAt;
    private Instant remindedAt;
    private Instant remindAt;
    private Instant expiresAt;
    private Instant closedAt;
    private UUID insteadOfApplicationId;
    private UUID insteadOfInvitationId;
    private Instant forgottenAt;
    private int linkVersion;

    @Version
    private long version;

    /** For Hibernate. */
    protected Invitation() {}

    Invitation(
            CallForParticipation call,
            String cityId,
            Nomination nomination,
            boolean seatKept,
            Instant now,
            Instant remindAt,
            Instant expiresAt) {
        this.id = Ids.next();
        this.callId = call.id();
        this.workshopId = call.workshopId();
        this.cityId = cityId;
        this.email = nomination.email().address();
        this.emailKey = nomination.email().key();
        this.givenName = nomination.givenName();
        this.familyName = nomination.familyName();
        this.message = nomination.message();
        this.state = InvitationState.INVITED;
        this.seatKept = seatKept;
        this.invitedAt = now;
        this.remindAt = remindAt;
        this.expiresAt = expiresAt;
        this.linkVersion = 1;
    }

    /** Remembers for whom this person stands in: who has applied, or who was invited before. */
    void standInFor(UUID application, UUID invitation) {
        insteadOfApplicationId = application;
        insteadOfInvitationId = invitation;
    }

    /** Nothing says any more who it was; links open nothing. What is counted stays. Only after it has ended. */
    void forget(Instant now) {
        if (isOpen()) {
            throw new IllegalStateException("an open invitation is closed before its person is forgotten");
        }
        email = null;
        emailKey = null;
        givenName = null;
        familyName = null;
        message = null;
        forgottenAt = now;
        linkVersion++;
    }

    /** What went out opens nothing any more. */
    void endLinks() {
        linkVersion++;
    }

    /** The person is written to once more; the reminder that comes by itself is not needed then. */
    void remind(Instant now) {
        remindedAt = now;
        remindAt = null;
    }

    /**
     * The person has applied.
     *
     * @param application the application made through it, or made before for the same city; null when the one they had is none of the
     *     city's business
     */
    void accept(UUID application, Instant now) {
        applicationId = application;
        close(InvitationState.ACCEPTED, now);
    }

    /** Ends it. A seat that it kept is no longer its own. */
    void close(InvitationState end, Instant now) {
        state = end;
        closedAt = now;
        seatKept = false;
        remindAt = null;
    }

    public boolean isOpen() {
        return state == InvitationState.INVITED;
    }

    /** What it is at this moment: one whose time has passed has ended, whether that has been noticed or not. */
    public InvitationState stateAt(Instant now) {
        return isOpen() && !now.isBefore(expiresAt) ? InvitationState.EXPIRED : state;
    }

    /** Whether it went to this address; of nobody once the person has been forgotten. */
    boolean isFor(EmailAddress address) {
        return address.key().equals(emailKey);
    }

    public boolean isAccepted() {
        return state == InvitationState.ACCEPTED;
    }

    public UUID id() {
        return id;
    }

    public UUID callId() {
        return callId;
    }

    public UUID workshopId() {
        return workshopId;
    }

    public String cityId() {
        return cityId;
    }

    /** Null once the person has been forgotten. */
    public EmailAddress email() {
        return email == null ? null : new EmailAddress(email);
    }

    public boolean isForgotten() {
        return forgottenAt != null;
    }

    /** The application of the person in whose place this one is asked, or null. */
    public UUID insteadOfApplicationId() {
        return insteadOfApplicationId;
    }

    /** The invitation of the person in whose place this one is asked, or null. */
    public UUID insteadOfInvitationId() {
        return insteadOfInvitationId;
    }

    /** Null when the city does not know, or the person has been forgotten. */
    public String givenName() {
        return givenName;
    }

    /** Null when the city does not know, or the person has been forgotten. */
    public String familyName() {
        return familyName;
    }

    /** What the city writes to the person, or null. */
    public String message() {
        return message;
    }

    public InvitationState state() {
        return state;
    }

    /** Whether a seat of the city is held for this person, because they stand in for somebody who had it. */
    public boolean seatKept() {
        return seatKept;
    }

    /** The application made through it, or made before and taken over by it; or null. */
    public UUID applicationId() {
        return applicationId;
    }

    public Instant invitedAt() {
        return invitedAt;
    }

    public Instant remindedAt() {
        return remindedAt;
    }

    /** The first instant at which it cannot be accepted any more. */
    public Instant expiresAt() {
        return expiresAt;
    }

    public Instant closedAt() {
        return closedAt;
    }

    /** Raised to make every link to it worthless. */
    public int linkVersion() {
        return linkVersion;
    }

    public long version() {
        return version;
    }
}
