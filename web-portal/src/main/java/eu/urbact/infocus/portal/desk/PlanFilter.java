package eu.urbact.infocus.portal.desk;

import java.net.URI;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import jakarta.ws.rs.core.MultivaluedMap;
import jakarta.ws.rs.core.UriBuilder;

import eu.urbact.infocus.portal.shell.services.Call;
import eu.urbact.infocus.portal.shell.services.City;
import eu.urbact.infocus.portal.shell.services.DeskClient;
import eu.urbact.infocus.portal.shell.services.DeskQuery;
import eu.urbact.infocus.portal.shell.services.SavedView;

import static eu.urbact.infocus.portal.shell.Sent.given;
import static eu.urbact.infocus.portal.shell.Sent.text;

/**
 * What the list of the plan is narrowed and sorted by. An empty value means "all".
 *
 * @param staged a decision, ANY or NONE
 * @param unvoted "true" for those on whom the organiser has not voted
 * @param search key to the words that were searched for; the words themselves are in no address
 * @param q the words, empty when there are none or they have been forgotten
 */
public record PlanFilter(
        String slug,
        String state,
        String city,
        String profile,
        String staged,
        String unvoted,
        Traits traits,
        String search,
        String q,
        String sort,
        int page) {

    /** An address that somebody has mistyped shows the list. */
    public PlanFilter {
        city = Parameters.city(city);
    }

    /** From query or form parameters. */
    static PlanFilter of(String slug, MultivaluedMap<String, String> sent, Searches searches) {
        String search = text(sent, "search");
        return new PlanFilter(
                slug,
                text(sent, "state"),
                text(sent, "city"),
                text(sent, "profile"),
                text(sent, "staged"),
                "true".equals(text(sent, "unvoted")) ? "true" : "",
                Traits.of(sent),
                search,
                searches.words(search),
                text(sent, "sort"),
                Parameters.number(text(sent, "page")));
    }

    /** The same list with other words searched for. */
    PlanFilter searching(String key) {
        return new PlanFilter(slug, state, city, profile, staged, unvoted, traits, key, "", sort, 0);
    }

    /** What registration-service is asked for. */
    DeskQuery query(Call call) {
        return new DeskQuery(
                call.id(),
                given(state),
                given(city),
                given(profile),
                given(staged),
                given(unvoted),
                given(traits.newcomer()),
                given(traits.contributor()),
                given(traits.cluster()),
                given(traits.bucket()),
                given(q),
                given(sort));
    }

    /** Whether words were searched for that are not known any more. */
    public boolean isForgotten() {
        return !search.isEmpty() && q.isEmpty();
    }

    /** Whether the list is narrowed at all. */
    public boolean isActive() {
        return !(state + city + profile + staged + unvoted + q).isEmpty() || traits.isActive();
    }

    /** Whether the city is none of the network's, or the cities are not known; it narrows the list all the same, and is shown. */
    public boolean isOddCity(List<City> cities) {
        return Parameters.isOddCity(city, cities);
    }

    /** What the forms carry along, so that they lead back to the same list. */
    public List<Hidden> hidden() {
        List<Hidden> hidden = new ArrayList<>(List.of(
                new Hidden("state", state),
                new Hidden("city", city),
                new Hidden("profile", profile),
                new Hidden("staged", staged),
                new Hidden("unvoted", unvoted),
                new Hidden("search", search),
                new Hidden("sort", sort),
                new Hidden("page", String.valueOf(page))));
        hidden.addAll(traits.hidden());
        return hidden;
    }

    /** Address of another page of the same list. */
    public String href(int number) {
        return uri(UriBuilder.fromPath("/org/w/{slug}/plan"), number).toString();
    }

    /** Address of the list that a view shows. */
    public String hrefOf(SavedView view) {
        return new PlanFilter(
                        slug,
                        Objects.toString(view.state(), ""),
                        Objects.toString(view.city(), ""),
                        Objects.toString(view.profile(), ""),
                        Objects.toString(view.staged(), ""),
                        view.unvoted() ? "true" : "",
                        Traits.of(view),
                        "",
                        "",
                        Objects.toString(view.sort(), ""),
                        0)
                .href(0);
    }

    /** Address of a person within this list. */
    public String person(String id) {
        return uri(UriBuilder.fromPath("/org/w/{slug}/plan/people/{id}").resolveTemplate("id", id), page)
                .toString();
    }

    /** Address of the list, saying what has happened. */
    URI after(String done, String step, int count) {
        UriBuilder uri =
                UriBuilder.fromUri(href(page)).queryParam("done", "{done}").resolveTemplate("done", done);
        if (step != null) {
            uri.queryParam("step", "{step}").resolveTemplate("step", step);
        }
        if (count > 0) {
            uri.queryParam("count", count);
        }
        return uri.build();
    }

    /** Address of a person, saying what has happened to another. */
    URI afterPerson(String id, String done, String of, String reason) {
        UriBuilder uri =
                UriBuilder.fromUri(person(id)).queryParam("done", "{done}").resolveTemplate("done", done);
        if (!of.isEmpty()) {
            uri.queryParam("of", "{of}").resolveTemplate("of", of);
        }
        if (!reason.isEmpty()) {
            uri.queryParam("reason", "{reason}").resolveTemplate("reason", reason);
        }
        return uri.build();
    }

    /** The same, for the service. */
    DeskClient.Matching matching() {
        return new DeskClient.Matching(
                given(state),
                given(city),
                given(profile),
                given(q),
                given(staged),
                !unvoted.isEmpty(),
                Traits.flag(traits.newcomer()),
                Traits.flag(traits.contributor()),
                given(traits.cluster()),
                given(traits.bucket()));
    }

    private URI uri(UriBuilder uri, int number) {
        uri.resolveTemplate("slug", slug);
        Parameters.add(uri, "state", state);
        Parameters.add(uri, "city", city);
        Parameters.add(uri, "profile", profile);
        Parameters.add(uri, "staged", staged);
        Parameters.add(uri, "unvoted", unvoted);
        traits.addTo(uri);
        Parameters.add(uri, "search", search);
        Parameters.add(uri, "sort", sort);
        if (number > 0) {
            uri.queryParam("page", number);
        }
        return uri.build();
    }
}
