package eu.urbact.infocus.portal.desk;

import java.util.List;

import eu.urbact.infocus.portal.shell.services.Call;

/**
 * How far the calls of all workshops are. Before a call has been opened there is nobody to admit, and nearly all pages have nothing to be about.
 *
 * @param opened calls that have been opened; null when they cannot be looked up: then everything is offered
 * @param all calls, with drafts
 */
public record Stages(List<Call> opened, List<Call> all) {

    /** Whether a call of this workshop has been opened. */
    public boolean opened(String slug) {
        return opened == null || opened.stream().anyMatch(call -> slug.equals(call.workshopSlug()));
    }

    /** Whether there is a draft of one. */
    public boolean drafted(String slug) {
        return all.stream().anyMatch(call -> slug.equals(call.workshopSlug()) && "DRAFT".equals(call.state()));
    }
}
