package eu.urbact.infocus.directory.profile;

import java.time.Clock;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.transaction.Transactional;

import eu.urbact.infocus.chassis.outcome.Verdict;
import eu.urbact.infocus.chassis.problem.FieldError;
import eu.urbact.infocus.directory.cluster.Cluster;
import eu.urbact.infocus.directory.cluster.ClusterDescription;
import eu.urbact.infocus.directory.cluster.Clusters;
import eu.urbact.infocus.directory.profile.ProfileChange.Action;
import eu.urbact.infocus.directory.profile.ProfilePolicy.Step;
import eu.urbact.infocus.directory.reference.Taxonomies;

/**
 * What a city's people do with a profile until it is submitted. The profile is one that the caller may change, as read and
 * locked in the caller's transaction.
 */
@ApplicationScoped
public class EditProfile {

    private final Profiles profiles;
    private final Clusters clusters;
    private final Taxonomies taxonomies;
    private final NamesOfProfiles names;
    private final PublicationCheck publicationCheck;
    private final ProfileHistory history;
    private final Clock clock;

    EditProfile(
            Profiles profiles,
            Clusters clusters,
            Taxonomies taxonomies,
            NamesOfProfiles names,
            PublicationCheck publicationCheck,
            ProfileHistory history,
            Clock clock) {
        this.profiles = profiles;
        this.clusters = clusters;
        this.taxonomies = taxonomies;
        this.names = names;
        this.publicationCheck = publicationCheck;
        this.history = history;
        this.clock = clock;
    }

    /**
     * Puts other content into it, completely or not at all. The same content again changes nothing.
     *
     * @param profile the profile
     * @param content what it shall hold
     */
    @Transactional
    public Saved edit(Profile profile, ProfileContent content) {
        return edit(profile, content, Action.EDITED);
    }

    /**
     * Takes the fields over that a file in the platform's columns names; the others stay.
     *
     * @param profile the profile
     * @param file comma-separated values with one row of headings and one of values
     * @param charset what the sender says it is written in; UTF-8 when nothing is said
     */
    @Transactional
    public Saved take(Profile profile, byte[] file, Optional<String> charset) {
        EccpFile.Read read = EccpFile.read(file, charset, profile.id(), profile.content(), taxonomies.current());
        if (!read.errors().isEmpty()) {
            return new Saved.Faulty(read.errors());
        }
        Saved saved = edit(profile, read.content(), Action.FILE_TAKEN);
        if (saved instanceof Saved.Faulty faulty) {
            return new Saved.Faulty(EccpFile.inColumns(faulty.errors()));
        }
        return saved instanceof Saved.Done done ? new Saved.Done(done.profile(), read.notes()) : saved;
    }

    private Saved edit(Profile profile, ProfileContent written, Action action) {
        if (profile.allows(Step.EDIT) instanceof Verdict.Refused refused) {
            return new Saved.Refused(refused);
        }
        ProfileContent content = written.asKept();
        List<FieldError> errors = ProfileRules.check(content, taxonomies.current(), LocalDate.now(clock));
        if (errors.isEmpty() && !content.name().equals(profile.content().name())) {
            names.takenBy(profile.cityId(), content.name(), profile.id())
                    .map(ProfileRules::nameTaken)
                    .ifPresent(errors::add);
        }
        if (!errors.isEmpty()) {
            return new Saved.Faulty(errors);
        }
        ProfileContent complete = completed(profile, content);
        List<FieldChange> changes = completed(profile, profile.content()).changesTo(complete);
        if (!changes.isEmpty()) {
            Editor editor = history.editor();
            profile.edit(complete, editor, clock.instant());
            profiles.flush();
            history.write(profile, editor, action, null, changes);
        }
        return new Saved.Done(profile);
    }

    /** The cluster has come into being: from now on its profile is written. */
    @Transactional
    public Saved begin(Profile profile) {
        if (profile.allows(Step.BEGIN) instanceof Verdict.Refused refused) {
            return new Saved.Refused(refused);
        }
        Editor editor = history.editor();
        profile.begin(editor, clock.instant());
        return done(profile, editor, Action.BEGUN);
    }

    /** Asks for publication, if nothing is missing. */
    @Transactional
    public Saved submit(Profile profile) {
        if (profile.allows(Step.SUBMIT) instanceof Verdict.Refused refused) {
            return new Saved.Refused(refused);
        }
        if (clusters.findByIdOptional(profile.id()).flatMap(Cluster::withdrawal).isPresent()) {
            return PublishProfile.withdrawn();
        }
        List<FieldError> errors = publicationCheck.errors(profile, ProfileRules::nameTaken);
        if (!errors.isEmpty()) {
            return new Saved.Faulty(errors);
        }
        Editor editor = history.editor();
        profile.submit(editor, clock.instant());
        return done(profile, editor, Action.SUBMITTED, differences(profile));
    }

    /** What a publication would change in what is public; nothing when nothing is. */
    private List<FieldChange> differences(Profile profile) {
        ProfileContent content = completed(profile, profile.content());
        return profile.publishedContent()
                .map(published -> completed(profile, published))
                .or(() -> known(profile).map(Publication::taken))
                .map(base -> base.with(content.contact()).changesTo(content))
                .orElseGet(List::of);
    }

    private ProfileContent completed(Profile profile, ProfileContent content) {
        return new Publication(profile.id(), content, LocalDate.now(clock), known(profile), profile.publishedContent())
                .content();
    }

    private Optional<ClusterDescription> known(Profile profile) {
        return clusters.findByIdOptional(profile.id()).map(Cluster::description);
    }

    /** Goes on writing before the review. */
    @Transactional
    public Saved takeBack(Profile profile) {
        if (profile.allows(Step.TAKE_BACK) instanceof Verdict.Refused refused) {
            return new Saved.Refused(refused);
        }
        Editor editor = history.editor();
        profile.takeBack(editor, clock.instant());
        return done(profile, editor, Action.TAKEN_BACK);
    }

    /**
     * Gives up what was written since the last publication; a profile that was never published is deleted with its history.
     *
     * @return done, with the profile as it is now or was
     */
    @Transactional
    public Saved discard(Profile profile) {
        if (profile.allows(Step.DISCARD) instanceof Verdict.Refused refused) {
            return new Saved.Refused(refused);
        }
        Editor editor = history.editor();
        if (profile.publishedContent().isEmpty()) {
            history.forget(profile, editor);
            profiles.delete(profile);
            return new Saved.Done(profile);
        }
        profile.discard(LocalDate.now(clock), editor, clock.instant());
        return done(profile, editor, Action.DISCARDED);
    }

    private Saved done(Profile profile, Editor editor, Action action) {
        return done(profile, editor, action, List.of());
    }

    private Saved done(Profile profile, Editor editor, Action action, List<FieldChange> fields) {
        profiles.flush();
        history.write(profile, editor, action, null, fields);
        return new Saved.Done(profile);
    }
}
