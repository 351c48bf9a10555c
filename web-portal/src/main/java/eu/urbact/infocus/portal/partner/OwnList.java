package eu.urbact.infocus.portal.partner;

import java.util.List;
import java.util.stream.Stream;
import jakarta.ws.rs.core.UriBuilder;

import eu.urbact.infocus.portal.shell.services.Call;

/**
 * A list of the own city's applications, to all workshops.
 *
 * @param state the only state that is shown; empty for all
 * @param calls that have been opened; null when they cannot be looked up
 */
public record OwnList(String state, List<Call> calls) {

    /** Title of the workshop that a call is for; empty when it is not known. */
    public String workshop(String callId) {
        return Stream.ofNullable(calls)
                .flatMap(List::stream)
                .filter(call -> call.id().equals(callId))
                .findFirst()
                .map(Call::title)
                .orElse("");
    }

    /** Whether a call of this workshop has been opened, as far as is known: without one there is no delegation. */
    public boolean isCalled(String slug) {
        return calls == null || calls.stream().anyMatch(call -> slug.equals(call.workshopSlug()));
    }

    /** Address of another page of the same list. */
    public String href(int number) {
        UriBuilder uri = UriBuilder.fromPath("/partner/");
        if (!state.isEmpty()) {
            uri.queryParam("state", "{state}").resolveTemplate("state", state);
        }
        if (number > 0) {
            uri.queryParam("page", number);
        }
        return uri.build().toString();
    }
}
