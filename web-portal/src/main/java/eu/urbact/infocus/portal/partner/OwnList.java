package eu.urbact.infocus.portal.partner;

import java.util.List;
import jakarta.ws.rs.core.UriBuilder;

import eu.urbact.infocus.portal.shell.services.Call;

/**
 * A list of the own city's applications, to all workshops.
 *
 * @param state the only state that is shown; empty for all
 * @param calls that have been opened, as far as is known
 */
public record OwnList(String state, List<Call> calls) {

    /** Title of the workshop that a call is for; empty when it is not known. */
    public String workshop(String callId) {
        return calls.stream()
                .filter(call -> call.id().equals(callId))
                .findFirst()
                .map(Call::title)
                .orElse("");
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
