package eu.urbact.infocus.directory.profile;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.transaction.Transactional;

import io.quarkus.scheduler.Scheduled;

import eu.urbact.infocus.chassis.outcome.Verdict;
import eu.urbact.infocus.chassis.problem.FieldError;
import eu.urbact.infocus.chassis.validation.TextLength;
import eu.urbact.infocus.chassis.validation.TextRules;
import eu.urbact.infocus.directory.cluster.Cluster;
import eu.urbact.infocus.directory.cluster.ClusterDescription;
import eu.urbact.infocus.directory.cluster.Clusters;
import eu.urbact.infocus.directory.cluster.PublishCluster;
import eu.urbact.infocus.directory.cluster.Withdrawal;
import eu.urbact.infocus.directory.profile.ProfileChange.Action;
import eu.urbact.infocus.directory.profile.ProfilePolicy.Step;
import eu.urbact.infocus.directory.reference.Change;
import eu.urbact.infocus.directory.reference.SourceEntry;
import eu.urbact.infocus.directory.reference.Taxonomies;
import eu.urbact.infocus.directory.revision.DirectoryRevisions;

/**
 * Brings profiles into the directory, and keeps them true: the review, the yearly confirmation, and what happens without one.
 * Everything goes through {@link PublishCluster}, as every other cluster does.
 */
@ApplicationScoped
public class PublishProfile {

    /** Most characters of a reason. */
    static final int LONGEST_REASON = 1000;

    /** How long the history says by which account something was done. */
    static final Duration NAMES_KEPT = Duration.ofDays(730);

    private final Profiles profiles;
    private final ProfileChanges changes;
    private final Clusters clusters;
    private final PublishCluster publishCluster;
    private final PublicationCheck publicationCheck;
    private final Taxonomies taxonomies;
    private final DirectoryRevisions revisions;
    private final ProfileHistory history;
    private final Clock clock;

    PublishProfile(
            Profiles profiles,
            ProfileChanges changes,
            Clusters clusters,
            PublishCluster publishCluster,
            PublicationCheck publicationCheck,
            Taxonomies taxonomies,
            DirectoryRevisions revisions,
            ProfileHistory history,
            Clock clock) {
        this.profiles = profiles;
        this.changes = changes;
        this.clusters = clusters;
        this.publishCluster = publishCluster;
        this.publicationCheck = publicationCheck;
        this.taxonomies = taxonomies;
        this.revisions = revisions;
        this.history = history;
        this.clock = clock;
    }

    /**
     * Shows what was submitted to everybody. What could not be submitted today is refused with what is wrong
     * in it, and stays submitted.
     *
     * @param profile a submitted profile, as read and locked in the caller's transaction
     */
    @Transactional
    public Saved publish(Profile profile) {
        if (profile.allows(Step.PUBLISH) instanceof Verdict.Refused refused) {
            return new Saved.Refused(refused);
        }
        if (isWithdrawn(profile)) {
            return withdrawn();
        }
        revisions.lock();
        if (isShownForAnotherCity(profile)) {
            return new Saved.Refused(
                    ProfileProblem.PROFILE_ID_TAKEN,
                    "Send it back, so that its city begins it anew. Its table takes over the name, the summary and all that is said about"
                            + " organisation, members and strategy; activities, competences, markets and objectives, keywords,"
                            + " reach, jobs and the contact person are to be entered again.");
        }
        List<FieldError> errors = publicationCheck.errors(profile, ProfileRules::nameTakenForReviewers);
        if (!errors.isEmpty()) {
            return new Saved.Faulty(errors);
        }
        Editor editor = history.editor();
        Optional<ProfileContent> before = profile.publishedContent();
        profile.publish(LocalDate.now(clock), editor, clock.instant());
        return shown(profile, before, editor, Action.PUBLISHED);
    }

    /**
     * Asks the city for changes.
     *
     * @param profile a submitted profile, as read and locked in the caller's transaction
     * @param reason what to change
     */
    @Transactional
    public Saved sendBack(Profile profile, String reason) {
        if (profile.allows(Step.SEND_BACK) instanceof Verdict.Refused refused) {
            return new Saved.Refused(refused);
        }
        String given = reason == null ? "" : reason.strip();
        String problem = given.isEmpty()
                ? "say what has to be changed"
                : TextLength.of(given) > LONGEST_REASON
                        ? "must have at most " + LONGEST_REASON + " characters"
                        : TextRules.problem(given, true);
        if (problem != null) {
            return new Saved.Faulty(List.of(new FieldError("reason", problem)));
        }
        Editor editor = history.editor();
        profile.sendBack(given, editor, clock.instant());
        profiles.flush();
        history.write(profile, editor, Action.SENT_BACK, given, List.of());
        return new Saved.Done(profile);
    }

    /**
     * The city says that what is published is still correct.
     *
     * @param profile a published profile, as read and locked in the caller's transaction
     */
    @Transactional
    public Saved confirm(Profile profile) {
        if (profile.allows(Step.CONFIRM) instanceof Verdict.Refused refused) {
            return new Saved.Refused(refused);
        }
        if (isWithdrawn(profile)) {
            return withdrawn();
        }
        Editor editor = history.editor();
        profile.confirm(LocalDate.now(clock), editor, clock.instant());
        return shown(profile, profile.publishedContent(), editor, Action.CONFIRMED);
    }

    /**
     * What the page would show if the content were published now.
     *
     * @param cluster everything about it
     * @param sources those among its sources that are not kept before
     */
    public record Preview(ClusterDescription cluster, Collection<SourceEntry> sources) {}

    /** What the city's people work on, with how exactly each number is meant. */
    public ProfileContent contentOf(Profile profile) {
        return publication(profile, profile.content(), profile.publishedContent(), LocalDate.now(clock))
                .content();
    }

    /** That its cluster was taken out of the directory; empty while it is shown, and before it was published. */
    public Optional<Withdrawal> withdrawalOf(Profile profile) {
        return clusters.findByIdOptional(profile.id()).flatMap(Cluster::withdrawal);
    }

    /** How the page would look if the content were published now. */
    public Preview preview(Profile profile) {
        Publication publication =
                publication(profile, profile.content(), profile.publishedContent(), LocalDate.now(clock));
        ClusterDescription cluster = publication.description(profile.cityId(), country(profile), false);
        return new Preview(cluster, publication.sources());
    }

    @Scheduled(every = "6h", delayed = "3m", concurrentExecution = Scheduled.ConcurrentExecution.SKIP)
    void scheduled() {
        markStale();
    }

    /** Marks what nobody has confirmed for a year, forgets old names, and says how many profiles went stale. */
    @Transactional
    public int markStale() {
        return markStale(clock.instant(), LocalDate.now(clock));
    }

    /** The same as of another time. */
    @Transactional
    int markStale(Instant now, LocalDate today) {
        changes.forgetNames(now.minus(NAMES_KEPT));
        profiles.forgetNames(now.minus(NAMES_KEPT));
        clusters.forgetNames(now.minus(NAMES_KEPT));
        List<String> due = profiles.toGoStale(today);
        if (due.isEmpty()) {
            return 0;
        }
        revisions.lock();
        for (String id : due) {
            Profile profile = profiles.toChange(id).orElseThrow();
            profile.goStale();
            put(profile, profile.publishedContent(), true);
            profiles.flush();
            history.write(profile, Editor.PLATFORM, Action.GONE_STALE, null, List.of());
        }
        revisions.raise();
        return due.size();
    }

    private boolean isWithdrawn(Profile profile) {
        return withdrawalOf(profile).isPresent();
    }

    static Saved withdrawn() {
        return new Saved.Refused(
                ProfileProblem.PROFILE_WITHDRAWN,
                "The organisers can bring it back; after that this is possible again.");
    }

    /** An import may have brought a cluster under this id after the profile was begun; a publication would take it away from its city. */
    private boolean isShownForAnotherCity(Profile profile) {
        return clusters.findByIdOptional(profile.id())
                .map(Cluster::description)
                .filter(cluster ->
                        cluster.cityId().filter(profile.cityId()::equals).isEmpty())
                .isPresent();
    }

    private Saved shown(Profile profile, Optional<ProfileContent> before, Editor editor, Action action) {
        revisions.lock();
        if (put(profile, before, false) != Change.UNCHANGED) {
            revisions.raise();
        }
        profiles.flush();
        history.write(profile, editor, action, null, List.of());
        return new Saved.Done(profile);
    }

    private Change put(Profile profile, Optional<ProfileContent> before, boolean stale) {
        ProfileContent published = profile.publishedContent().orElseThrow();
        Publication publication = publication(profile, published, before, profile.confirmedOn());
        ClusterDescription description = publication.description(profile.cityId(), country(profile), stale);
        publication.sources().forEach(taxonomies::put);
        return publishCluster.publish(description);
    }

    private Publication publication(
            Profile profile, ProfileContent content, Optional<ProfileContent> before, LocalDate day) {
        return new Publication(
                profile.id(),
                content,
                day,
                clusters.findByIdOptional(profile.id()).map(Cluster::description),
                before);
    }

    private String country(Profile profile) {
        return profiles.countryOf(profile.cityId()).orElseThrow();
    }
}
