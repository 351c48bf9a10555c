package eu.urbact.infocus.portal.desk;

import java.util.List;

import eu.urbact.infocus.portal.shell.services.Answer;
import eu.urbact.infocus.portal.shell.services.Call;
import eu.urbact.infocus.portal.shell.services.OpenWork;
import eu.urbact.infocus.portal.shell.services.OpenedCalls;

/**
 * How far the calls of all workshops are, and what waits in them.
 *
 * @param all calls, with drafts
 * @param work what waits for the organisers, by call
 */
public record Stages(OpenedCalls opened, List<Call> all, Answer<List<OpenWork>> work) {

    /** Whether there is a draft of a call of this workshop. */
    public boolean drafted(String slug) {
        return all.stream().anyMatch(call -> slug.equals(call.workshopSlug()) && "DRAFT".equals(call.state()));
    }

    /** What waits in the call of this workshop; null when it is not known. */
    public OpenWork waiting(String slug) {
        return work.or(List.of()).stream()
                .filter(call -> slug.equals(call.workshopSlug()))
                .findFirst()
                .orElse(null);
    }
}
