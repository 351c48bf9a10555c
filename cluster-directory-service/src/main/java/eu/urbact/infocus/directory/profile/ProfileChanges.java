package eu.urbact.infocus.directory.profile;

import java.time.Instant;
import java.util.UUID;
import jakarta.enterprise.context.ApplicationScoped;

import io.quarkus.hibernate.orm.panache.PanacheRepositoryBase;

import eu.urbact.infocus.chassis.rest.Page;
import eu.urbact.infocus.chassis.rest.PageRequest;

/** The kept history of all profiles. */
@ApplicationScoped
public class ProfileChanges implements PanacheRepositoryBase<ProfileChange, UUID> {

    ProfileChanges() {}

    /** The history of one profile for those who write it, newest first. */
    public Page<ProfileChange> of(String profileId, PageRequest page) {
        return page(page, "profileId = ?1", profileId);
    }

    /** The same for reviewers: what was submitted and what came of it, and nothing of the drafts. */
    public Page<ProfileChange> forReview(String profileId, PageRequest page) {
        return page(page, "profileId = ?1 and action not in ?2", profileId, ProfileChange.Action.DRAFTING);
    }

    private Page<ProfileChange> page(PageRequest page, String which, Object... values) {
        return Page.of(
                find(which + " order by at desc, id desc", values)
                        .page(page.page(), page.size())
                        .list(),
                page,
                count(which, values));
    }

    /** Whether the review was ever asked for, whatever came of it. */
    boolean wereSubmitted(String profileId) {
        return count("profileId = ?1 and action = ?2", profileId, ProfileChange.Action.SUBMITTED) > 0;
    }

    /** Forgets by which account something was changed before this time. */
    int forgetNames(Instant before) {
        return update("byName = null where at < ?1 and byName is not null", before);
    }
}
