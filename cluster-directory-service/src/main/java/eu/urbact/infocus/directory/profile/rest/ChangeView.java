package eu.urbact.infocus.directory.profile.rest;

import java.time.Instant;
import java.util.List;

import eu.urbact.infocus.directory.profile.FieldChange;
import eu.urbact.infocus.directory.profile.ProfileChange;

/**
 * One entry of a profile's history.
 *
 * @param by name of the account, or null when it was the platform itself or is not kept any more
 * @param note why, or null
 * @param fields what was before and after
 */
record ChangeView(Instant at, String by, ProfileChange.Action action, String note, List<FieldChange> fields) {

    static ChangeView of(ProfileChange change) {
        return new ChangeView(change.at(), change.byName(), change.action(), change.note(), change.fields());
    }
}
