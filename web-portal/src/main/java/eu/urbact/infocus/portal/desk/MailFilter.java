package eu.urbact.infocus.portal.desk;

import java.util.List;
import java.util.stream.Stream;
import jakarta.ws.rs.core.MultivaluedMap;
import jakarta.ws.rs.core.UriBuilder;

import static eu.urbact.infocus.portal.shell.Sent.text;

/** What the delivery log is narrowed by. An empty value means "all". */
public record MailFilter(String state, String application, String template, int page) {

    /** A field that a form carries along. */
    public record Hidden(String name, String value) {}

    /** From the fields of a form of the log, so that what it does leads back to the same list. */
    static MailFilter of(MultivaluedMap<String, String> sent) {
        return new MailFilter(
                text(sent, "state"),
                text(sent, "application"),
                text(sent, "template"),
                Parameters.number(text(sent, "page")));
    }

    /** Whether the log is narrowed at all. */
    public boolean isActive() {
        return !(state + application + template).isEmpty();
    }

    /** Address of another page of the same list. */
    public String href(int number) {
        return uri(number).build().toString();
    }

    /** Address of the same page of the list, saying what was done about which mail. */
    String after(String done, String mail) {
        return uri(page)
                .queryParam("done", "{done}")
                .queryParam("of", "{of}")
                .build(done, mail)
                .toString();
    }

    /** The list as fields of a form. */
    public List<Hidden> hidden() {
        return Stream.of(
                        new Hidden("state", state),
                        new Hidden("application", application),
                        new Hidden("template", template),
                        new Hidden("page", page == 0 ? "" : Integer.toString(page)))
                .filter(field -> !field.value().isEmpty())
                .toList();
    }

    private UriBuilder uri(int number) {
        UriBuilder uri = UriBuilder.fromPath("/org/mails");
        Parameters.add(uri, "state", state);
        Parameters.add(uri, "application", application);
        Parameters.add(uri, "template", template);
        if (number > 0) {
            uri.queryParam("page", number);
        }
        return uri;
    }
}
