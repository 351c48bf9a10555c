package eu.urbact.infocus.portal.desk;

import jakarta.ws.rs.core.UriBuilder;

/** What the delivery log is narrowed by. An empty value means "all". */
public record MailFilter(String state, String application, int page) {

    /** Whether the log is narrowed at all. */
    public boolean isActive() {
        return !(state + application).isEmpty();
    }

    /** Address of another page of the same list. */
    public String href(int number) {
        UriBuilder uri = UriBuilder.fromPath("/org/mails");
        if (!state.isEmpty()) {
            uri.queryParam("state", "{state}").resolveTemplate("state", state);
        }
        if (!application.isEmpty()) {
            uri.queryParam("application", "{application}").resolveTemplate("application", application);
        }
        if (number > 0) {
            uri.queryParam("page", number);
        }
        return uri.build().toString();
    }
}
