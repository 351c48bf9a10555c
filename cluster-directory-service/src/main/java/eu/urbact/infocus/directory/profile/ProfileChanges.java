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

    /** The history of one profile, newest first. */
    public Page<ProfileChange> of(String profileId, PageRequest page) {
        return Page.of(
                find("profileId = ?1 order by at desc, id desc", profileId)
                        .page(page.page(), page.size())
                        .list(),
                page,
                count("profileId", profileId));
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
