package eu.urbact.infocus.directory.profile;

import java.nio.charset.StandardCharsets;
import java.time.Clock;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.UUID;
import jakarta.enterprise.context.ApplicationScoped;

import eu.urbact.infocus.chassis.audit.AuditTrail;
import eu.urbact.infocus.chassis.identity.Ids;
import eu.urbact.infocus.chassis.security.Caller;
import eu.urbact.infocus.directory.profile.ProfileChange.Action;

/** Writes down what happened to a profile: for its editors in the history, and for auditors in the audit trail. */
@ApplicationScoped
class ProfileHistory {

    private final ProfileChanges changes;
    private final AuditTrail audit;
    private final Caller caller;
    private final Clock clock;

    ProfileHistory(ProfileChanges changes, AuditTrail audit, Caller caller, Clock clock) {
        this.changes = changes;
        this.audit = audit;
        this.caller = caller;
        this.clock = clock;
    }

    /** Who is at work in this request; the platform itself outside of one. */
    Editor editor() {
        return new Editor(caller.actor(), caller.accountName().orElse(null));
    }

    /** Writes an entry in the caller's transaction; the profile must be kept already. */
    void write(Profile profile, Editor editor, Action action, String note, List<FieldChange> fields) {
        ProfileChange change =
                new ProfileChange(Ids.next(), profile.id(), editor, clock.instant(), action, note, fields);
        changes.persist(change);
        audit.record(
                editor.actor(),
                "profile-" + action.name().toLowerCase(Locale.ROOT).replace('_', '-'),
                "profile",
                // the entry of the history, which only the city's people read: nothing here says of which profile it is
                Action.DRAFTING.contains(action) ? change.id().toString() : nameFor(profile),
                Map.of("state", profile.state().name(), "fields", fields.size()));
    }

    /** Notes that a profile that was never published is gone; to be called before its history goes with it. */
    void forget(Profile profile, Editor editor) {
        audit.record(
                editor.actor(),
                "profile-deleted",
                "profile",
                nameFor(profile),
                Map.of("state", profile.state().name()));
    }

    /**
     * A draft is the city's own until it asks for the review for the first time: its id is made of the cluster's name, and organisers
     * read the audit trail. Its beginning and its end still belong together. From then on they have seen it, also when it goes back; what
     * is written in between stays unnamed.
     */
    private String nameFor(Profile profile) {
        return changes.wereSubmitted(profile.id()) ? profile.id() : hidden(profile);
    }

    private static String hidden(Profile profile) {
        return UUID.nameUUIDFromBytes(("draft " + profile.id()).getBytes(StandardCharsets.UTF_8))
                .toString();
    }
}
