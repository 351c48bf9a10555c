package eu.urbact.infocus.portal.desk;

import java.util.List;

import eu.urbact.infocus.portal.shell.services.Call;
import eu.urbact.infocus.portal.shell.services.OpenedCalls;

/**
 * How far the calls of all workshops are.
 *
 * @param all calls, with drafts
 */
public record Stages(OpenedCalls opened, List<Call> all) {

    /** Whether there is a draft of a call of this workshop. */
    public boolean drafted(String slug) {
        return all.stream().anyMatch(call -> slug.equals(call.workshopSlug()) && "DRAFT".equals(call.state()));
    }
}
