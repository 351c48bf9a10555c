package eu.urbact.infocus.directory.profile;

import java.time.Instant;
import java.time.LocalDate;
import java.util.Optional;
import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.EnumType;
import jakarta.persistence.Enumerated;
import jakarta.persistence.Id;
import jakarta.persistence.Table;
import jakarta.persistence.Version;

import org.hibernate.annotations.JdbcTypeCode;
import org.hibernate.type.SqlTypes;

import eu.urbact.infocus.chassis.outcome.Verdict;
import eu.urbact.infocus.directory.profile.ProfilePolicy.Step;

/**
 * A profile as a city's people write it. What they work on and what was published last are two things: changing a published
 * profile makes a draft of it, and the public page stays as it is until the next publication.
 */
@Entity
@Table(name = "cluster_profile")
public class Profile {

    /** Months after which the city is asked whether it is still correct. */
    public static final int CONFIRMED_FOR_MONTHS = 12;

    @Id
    private String id;

    @Version
    @Column(name = "version", nullable = false)
    private long version;

    @Column(name = "city_id", nullable = false)
    private String cityId;

    @Enumerated(EnumType.STRING)
    @Column(name = "state", nullable = false)
    private ProfileState state;

    @JdbcTypeCode(SqlTypes.JSON)
    @Column(name = "content", nullable = false)
    private ProfileContent content;

    @JdbcTypeCode(SqlTypes.JSON)
    @Column(name = "published_content")
    private ProfileContent publishedContent;

    @Column(name = "confirmed_on")
    private LocalDate confirmedOn;

    @Column(name = "submitted_at")
    private Instant submittedAt;

    @Column(name = "review_note")
    private String reviewNote;

    @Column(name = "changed_at", nullable = false)
    private Instant changedAt;

    @Column(name = "changed_by", nullable = false)
    private String changedBy;

    @Column(name = "changed_by_name")
    private String changedByName;

    protected Profile() {}

    Profile(String id, String cityId, ProfileState state, ProfileContent content, Editor editor, Instant now) {
        this.id = id;
        this.cityId = cityId;
        this.state = state;
        this.content = content;
        touched(editor, now);
    }

    /** Id of the cluster, which stays. */
    public String id() {
        return id;
    }

    public long version() {
        return version;
    }

    public String cityId() {
        return cityId;
    }

    public ProfileState state() {
        return state;
    }

    /** What the city's people work on. */
    public ProfileContent content() {
        return content;
    }

    /** What was published last, if anything was. */
    public Optional<ProfileContent> publishedContent() {
        return Optional.ofNullable(publishedContent);
    }

    /** The day on which the city last stood by what is published, or null. */
    public LocalDate confirmedOn() {
        return confirmedOn;
    }

    /** The first day on which a confirmation is overdue, or null. */
    public LocalDate confirmBy() {
        return confirmedOn == null ? null : confirmedOn.plusMonths(CONFIRMED_FOR_MONTHS);
    }

    /** Since when it waits for a review, or null. */
    public Instant submittedAt() {
        return submittedAt;
    }

    /** What the reviewers want changed, or null. */
    public String reviewNote() {
        return reviewNote;
    }

    public Instant changedAt() {
        return changedAt;
    }

    /** Name of the account that changed it last, or null. */
    public String changedByName() {
        return changedByName;
    }

    /** Whether a step is possible now. */
    public Verdict allows(Step step) {
        return ProfilePolicy.allows(step, state);
    }

    void edit(ProfileContent newContent, Editor editor, Instant now) {
        require(Step.EDIT);
        this.content = newContent;
        this.state = state == ProfileState.FORMING ? ProfileState.FORMING : ProfileState.DRAFT;
        touched(editor, now);
    }

    void begin(Editor editor, Instant now) {
        require(Step.BEGIN);
        this.state = ProfileState.DRAFT;
        touched(editor, now);
    }

    void submit(Editor editor, Instant now) {
        require(Step.SUBMIT);
        this.state = ProfileState.SUBMITTED;
        this.submittedAt = now;
        this.reviewNote = null;
        touched(editor, now);
    }

    void takeBack(Editor editor, Instant now) {
        require(Step.TAKE_BACK);
        backToDraft(editor, now);
    }

    void sendBack(String reason, Editor editor, Instant now) {
        require(Step.SEND_BACK);
        this.reviewNote = reason;
        backToDraft(editor, now);
    }

    private void backToDraft(Editor editor, Instant now) {
        this.state = ProfileState.DRAFT;
        this.submittedAt = null;
        touched(editor, now);
    }

    void publish(LocalDate today, Editor editor, Instant now) {
        require(Step.PUBLISH);
        // the contact person is kept in one place only, so that emptying the field is erasing it
        this.publishedContent = content.with(ProfileContent.Contact.NONE);
        this.submittedAt = null;
        confirmed(today, editor, now);
    }

    void confirm(LocalDate today, Editor editor, Instant now) {
        require(Step.CONFIRM);
        confirmed(today, editor, now);
    }

    private void confirmed(LocalDate today, Editor editor, Instant now) {
        this.state = ProfileState.PUBLISHED;
        this.confirmedOn = today;
        touched(editor, now);
    }

    /** Gives up what was changed since the last publication, the contact person aside; the question whether it is still correct stays as it was. */
    void discard(LocalDate today, Editor editor, Instant now) {
        require(Step.DISCARD);
        if (publishedContent == null) {
            throw new IllegalStateException("There is nothing to go back to");
        }
        this.content = publishedContent.with(content.contact());
        this.reviewNote = null;
        this.state = confirmBy().isAfter(today) ? ProfileState.PUBLISHED : ProfileState.STALE;
        touched(editor, now);
    }

    /** Notes that nobody has confirmed it for too long; who is writing a new version goes on. */
    void goStale() {
        if (state == ProfileState.PUBLISHED) {
            this.state = ProfileState.STALE;
        }
    }

    private void touched(Editor editor, Instant now) {
        this.changedAt = now;
        this.changedBy = editor.actor();
        this.changedByName = editor.name();
    }

    private void require(Step step) {
        if (allows(step) instanceof Verdict.Refused refused) {
            throw new IllegalStateException(refused.detail());
        }
    }
}
