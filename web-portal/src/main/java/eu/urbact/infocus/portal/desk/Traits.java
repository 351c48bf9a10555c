package eu.urbact.infocus.portal.desk;

import java.util.List;
import java.util.Objects;
import jakarta.ws.rs.core.MultivaluedMap;
import jakarta.ws.rs.core.UriBuilder;

import eu.urbact.infocus.portal.shell.services.SavedView;

import static eu.urbact.infocus.portal.shell.Sent.text;

/**
 * What a room is balanced by beside city and role, as far as a list is narrowed to it. An empty value means "all", and so does one that an
 * address was mistyped with.
 *
 * @param newcomer "true" for people who have been to no earlier workshop, "false" for those who have
 * @param contributor "true" for people who would like to contribute, "false" for the others
 * @param cluster the id of a cluster, or none
 * @param bucket the code of the seats that people hold
 */
public record Traits(String newcomer, String contributor, String cluster, String bucket) {

    static final Traits ALL = new Traits("", "", "", "");

    /** Not "bucket", which in the forms beside the list is the seat to be given to somebody. */
    private static final String SEAT = "seat";

    private static final String FLAGS = "true|false";

    /** Forgets what can be none. */
    public Traits {
        newcomer = orAll(newcomer, FLAGS);
        contributor = orAll(contributor, FLAGS);
        cluster = orAll(cluster, "[a-z0-9]+(-[a-z0-9]+)*");
        bucket = orAll(bucket, "OPEN|CONTRIBUTORS|CITY:[a-z]+(-[a-z]+)*");
    }

    /** From query or form parameters. */
    static Traits of(MultivaluedMap<String, String> sent) {
        return new Traits(text(sent, "newcomer"), text(sent, "contributor"), text(sent, "cluster"), text(sent, SEAT));
    }

    static Traits of(SavedView view) {
        return new Traits(
                Objects.toString(view.newcomer(), ""),
                Objects.toString(view.contributor(), ""),
                Objects.toString(view.cluster(), ""),
                Objects.toString(view.bucket(), ""));
    }

    boolean isActive() {
        return !equals(ALL);
    }

    List<Hidden> hidden() {
        return List.of(
                new Hidden("newcomer", newcomer),
                new Hidden("contributor", contributor),
                new Hidden("cluster", cluster),
                new Hidden(SEAT, bucket));
    }

    void addTo(UriBuilder uri) {
        hidden().forEach(field -> Parameters.add(uri, field.name(), field.value()));
    }

    /** For a service that takes a flag or nothing. */
    static Boolean flag(String text) {
        return text.isEmpty() ? null : Boolean.valueOf(text);
    }

    private static String orAll(String text, String form) {
        return text.matches(form) ? text : "";
    }
}
