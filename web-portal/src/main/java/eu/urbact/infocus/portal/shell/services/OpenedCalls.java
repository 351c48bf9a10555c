package eu.urbact.infocus.portal.shell.services;

import java.util.List;

/**
 * Which workshops have a call that has been opened. Without one there is nobody to admit, to send or to let in, and the pages for that are not
 * offered. When it cannot be looked up, every workshop counts as one that has a call: rather a page too many than a door that stays shut.
 *
 * @param calls that have been opened, of all workshops
 */
public record OpenedCalls(Answer<List<Call>> calls) {

    /** Whether a call of this workshop has been opened, as far as is known. */
    public boolean of(String slug) {
        return !calls.isFound() || calls.value().stream().anyMatch(call -> slug.equals(call.workshopSlug()));
    }
}
