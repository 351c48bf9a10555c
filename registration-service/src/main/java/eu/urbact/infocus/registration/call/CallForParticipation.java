package eu.urbact.infocus.registration.call;

import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import jakarta.persistence.Entity;
import jakarta.persistence.EnumType;
import jakarta.persistence.Enumerated;
import jakarta.persistence.Id;
import jakarta.persistence.Table;
import jakarta.persistence.Version;

import eu.urbact.infocus.chassis.identity.Ids;
import eu.urbact.infocus.chassis.outcome.Verdict;
import eu.urbact.infocus.registration.problem.RegistrationProblem;
import eu.urbact.infocus.registration.programmeview.Workshop;

/** The invitation to one workshop. Draft → Open → Closed → Archived. */
@Entity
@Table(name = "call_for_participation")
public class CallForParticipation {

    /** What an organiser writes down when drafting a call. */
    public record Draft(
            UUID workshopId,
            String workshopSlug,
            String title,
            Instant opensAt,
            Instant closesAt,
            ZoneId zone,
            int capacity,
            String eligibility,
            List<String> offered,
            List<String> notOffered,
            boolean skipModerationForDelegations,
            LocalDate decidesBy) {}

    @Id
    private UUID id;

    private UUID workshopId;
    private String workshopSlug;
    private String title;

    @Enumerated(EnumType.STRING)
    private CallState state;

    private Instant opensAt;
    private Instant closesAt;
    private Instant plannedClosesAt;
    private String zone;
    private int capacity;
    private String eligibility;
    private List<String> offered;
    private List<String> notOffered;
    private boolean skipModerationForDelegations;
    private boolean neverOpened;
    private Instant closedEarlyAt;
    private LocalDate decidesBy;

    @Version
    private long version;

    private Instant createdAt;

    /** For Hibernate. */
    protected CallForParticipation() {}

    CallForParticipation(Draft draft, Instant now) {
        this.id = Ids.next();
        this.workshopId = draft.workshopId();
        this.workshopSlug = draft.workshopSlug();
        this.title = draft.title();
        this.state = CallState.DRAFT;
        this.opensAt = draft.opensAt();
        this.closesAt = draft.closesAt();
        this.plannedClosesAt = draft.closesAt();
        this.zone = draft.zone().getId();
        this.capacity = draft.capacity();
        this.eligibility = draft.eligibility();
        this.offered = List.copyOf(draft.offered());
        this.notOffered = List.copyOf(draft.notOffered());
        this.skipModerationForDelegations = draft.skipModerationForDelegations();
        this.decidesBy = draft.decidesBy();
        this.createdAt = now;
    }

    /**
     * Says what the command says; {@link CallChangePolicy} has allowed it. Whoever sends back the end that they have read has not chosen another
     * closing time.
     */
    void change(DraftCall.Command command, Workshop workshop) {
        this.opensAt = command.opensAt();
        if (!closesAsBefore(command.closesAt())) {
            this.plannedClosesAt = command.closesAt();
        }
        this.closesAt = CallDaysPolicy.closesAt(plannedClosesAt, workshop);
        this.zone = command.zone().getId();
        this.capacity = command.capacity();
        this.eligibility = command.eligibility();
        this.offered = List.copyOf(command.offered());
        this.notOffered = List.copyOf(command.notOffered());
        this.skipModerationForDelegations = command.skipModerationForDelegations();
        this.decidesBy = command.decidesBy();
    }

    /**
     * Is called what its workshop is called now, and takes nobody's application for one that has been moved to before its closing time. The
     * chosen time stays, and holds again when the workshop is put off.
     *
     * @return whether anything is otherwise than before
     */
    boolean follow(Workshop workshop) {
        Instant closing = CallDaysPolicy.closesAt(plannedClosesAt, workshop);
        boolean otherwise = !closing.equals(closesAt) || !workshop.title().equals(title);
        this.title = workshop.title();
        this.closesAt = closing;
        return otherwise;
    }

    /** Makes a draft public; from its opening time on it takes applications. */
    Verdict open(Instant now) {
        if (state != CallState.DRAFT) {
            return Verdict.refused(
                    RegistrationProblem.CALL_STATE, "Only a draft can be opened; this call is " + state.words() + ".");
        }
        if (!now.isBefore(closesAt) && now.isBefore(plannedClosesAt)) {
            return Verdict.refused(
                    RegistrationProblem.CALL_WINDOW_PASSED, "The workshop has begun: nobody can apply any more.");
        }
        if (!now.isBefore(closesAt)) {
            return Verdict.refused(
                    RegistrationProblem.CALL_WINDOW_PASSED,
                    "The closing time of this draft has passed. Choose a later one, then open the call.");
        }
        state = CallState.OPEN;
        return Verdict.allowed();
    }

    /** Ends the taking of applications, now and for good. */
    Verdict close(Instant now) {
        if (state != CallState.OPEN) {
            return Verdict.refused(
                    RegistrationProblem.CALL_STATE,
                    "Only an open call can be closed; this call is " + state.words() + ".");
        }
        state = CallState.CLOSED;
        if (now.isBefore(plannedClosesAt)) {
            closedEarlyAt = now;
        }
        return Verdict.allowed();
    }

    /** Puts the call away; its workshop may then have another one. */
    Verdict archive() {
        if (state == CallState.OPEN || state == CallState.ARCHIVED) {
            return Verdict.refused(
                    RegistrationProblem.CALL_STATE,
                    "A draft or a closed call can be archived; this call is " + state.words() + ".");
        }
        // what nobody has seen does not become public by being put away
        neverOpened = state == CallState.DRAFT;
        state = CallState.ARCHIVED;
        return Verdict.allowed();
    }

    /**
     * Whether an application is taken at this instant: from the opening time on, and up to but not including the closing time.
     */
    public Verdict accepts(Instant now) {
        if (state == CallState.OPEN && !now.isBefore(opensAt) && now.isBefore(closesAt)) {
            return Verdict.allowed();
        }
        return Verdict.refused(RegistrationProblem.CALL_NOT_OPEN, whyNot(now));
    }

    private String whyNot(Instant now) {
        if (state == CallState.OPEN && !now.isBefore(closesAt) && now.isBefore(plannedClosesAt)) {
            return "The workshop has begun. No applications are taken any more.";
        }
        return state == CallState.DRAFT || (state == CallState.OPEN && now.isBefore(opensAt))
                ? "The call has not opened yet."
                : "The call has closed. No applications are taken any more.";
    }

    /** Whether it has ever been opened. */
    public boolean isPublic() {
        return state != CallState.DRAFT && !neverOpened;
    }

    public UUID id() {
        return id;
    }

    public UUID workshopId() {
        return workshopId;
    }

    public String workshopSlug() {
        return workshopSlug;
    }

    public String title() {
        return title;
    }

    public CallState state() {
        return state;
    }

    public Instant opensAt() {
        return opensAt;
    }

    /**
     * The first instant at which no application is taken any more, unless organisers close it before: the time that they have chosen, or
     * the beginning of a workshop that has been moved to before that time.
     */
    public Instant closesAt() {
        return closesAt;
    }

    /** The closing time that organisers have chosen. */
    public Instant plannedClosesAt() {
        return plannedClosesAt;
    }

    /** Whether a call that is to end then ends as it does now: that is the time which was chosen, or the one that holds instead. */
    boolean closesAsBefore(Instant wanted) {
        return wanted.equals(plannedClosesAt) || wanted.equals(closesAt);
    }

    /**
     * When organisers have closed it before applications ended by themselves; empty for one that stays open until then, or is closed when its
     * workshop, brought forward, has begun.
     */
    public Optional<Instant> closedEarlyAt() {
        return Optional.ofNullable(closedEarlyAt).filter(at -> at.isBefore(closesAt));
    }

    /**
     * From when on an application is late: since organisers have closed the call, or since the closing time that they have chosen. Not since the
     * beginning of a workshop that was moved afterwards.
     */
    public Instant lateFrom() {
        return closedEarlyAt == null ? plannedClosesAt : closedEarlyAt;
    }

    public ZoneId zone() {
        return ZoneId.of(zone);
    }

    /** Seats in the room. */
    public int capacity() {
        return capacity;
    }

    public String eligibility() {
        return eligibility;
    }

    public List<String> offered() {
        return offered;
    }

    public List<String> notOffered() {
        return notOffered;
    }

    /** Whether people whom a city nominates for its own seats are admitted without a decision of the organisers. */
    public boolean skipModerationForDelegations() {
        return skipModerationForDelegations;
    }

    /** The day, in the zone of the call, by which organisers mean to have decided about all applications; empty when they have named none. */
    public Optional<LocalDate> decidesBy() {
        return Optional.ofNullable(decidesBy);
    }

    public long version() {
        return version;
    }
}
