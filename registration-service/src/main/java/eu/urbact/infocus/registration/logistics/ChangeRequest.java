package eu.urbact.infocus.registration.logistics;

import java.time.Instant;
import java.util.HashMap;
import java.util.Map;
import java.util.UUID;
import jakarta.persistence.CollectionTable;
import jakarta.persistence.Column;
import jakarta.persistence.ElementCollection;
import jakarta.persistence.Entity;
import jakarta.persistence.EnumType;
import jakarta.persistence.Enumerated;
import jakarta.persistence.FetchType;
import jakarta.persistence.Id;
import jakarta.persistence.JoinColumn;
import jakarta.persistence.MapKeyColumn;
import jakarta.persistence.Table;
import jakarta.persistence.Version;

import eu.urbact.infocus.chassis.identity.Ids;
import eu.urbact.infocus.chassis.outcome.Verdict;
import eu.urbact.infocus.registration.application.Application;
import eu.urbact.infocus.registration.problem.RegistrationProblem;

/** After the freeze time somebody asks for other places. Open → accepted, refused, or taken back. */
@Entity
@Table(name = "logistics_change_request")
public class ChangeRequest {

    /** Where a request stands. */
    public enum State {
        OPEN,
        ACCEPTED,
        REFUSED,
        /** By the person, or because they have chosen themselves since, or do not come any more. */
        TAKEN_BACK
    }

    @Id
    private UUID id;

    private UUID callId;
    private UUID applicationId;

    @Enumerated(EnumType.STRING)
    private State state;

    private String message;
    private String answer;
    private Instant requestedAt;
    private Instant decidedAt;

    @ElementCollection(fetch = FetchType.EAGER)
    @CollectionTable(name = "logistics_change_choice", joinColumns = @JoinColumn(name = "request_id"))
    @MapKeyColumn(name = "option_id")
    @Column(name = "companions")
    private Map<UUID, Integer> wanted = new HashMap<>();

    @Version
    private long version;

    /** For Hibernate. */
    protected ChangeRequest() {}

    ChangeRequest(Application application, Map<UUID, Integer> wanted, String message, Instant now) {
        this.id = Ids.next();
        this.callId = application.callId();
        this.applicationId = application.id();
        this.state = State.OPEN;
        this.wanted.putAll(wanted);
        this.message = message;
        this.requestedAt = now;
    }

    /** Ends an open request; what has been decided stays decided. */
    Verdict close(State how, String answerToPerson, Instant now) {
        if (state != State.OPEN) {
            return Verdict.refused(
                    RegistrationProblem.CHANGE_REQUEST_CLOSED, "The request has been " + words(state) + ".");
        }
        this.state = how;
        this.answer = answerToPerson;
        this.decidedAt = now;
        return Verdict.allowed();
    }

    /** Forgets what was said in words. */
    void eraseWords() {
        this.message = null;
        this.answer = null;
    }

    private static String words(State state) {
        return switch (state) {
            case OPEN -> throw new IllegalStateException("an open request can be decided");
            case ACCEPTED -> "accepted";
            case REFUSED -> "refused";
            case TAKEN_BACK -> "taken back";
        };
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

    /** What the person says about it, or null. */
    public String message() {
        return message;
    }

    /** What the organisers say with their decision, or null. */
    public String answer() {
        return answer;
    }

    public Instant requestedAt() {
        return requestedAt;
    }

    public Instant decidedAt() {
        return decidedAt;
    }

    /** Everything the person wants to come along to, with how many companions. */
    public Map<UUID, Integer> wanted() {
        return Map.copyOf(wanted);
    }

    public long version() {
        return version;
    }
}
