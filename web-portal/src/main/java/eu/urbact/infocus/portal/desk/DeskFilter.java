package eu.urbact.infocus.portal.desk;

import java.util.ArrayList;
import java.util.List;
import jakarta.ws.rs.core.MultivaluedMap;
import jakarta.ws.rs.core.UriBuilder;

import eu.urbact.infocus.portal.shell.services.Call;
import eu.urbact.infocus.portal.shell.services.City;
import eu.urbact.infocus.portal.shell.services.DeskQuery;

import static eu.urbact.infocus.portal.shell.Sent.given;
import static eu.urbact.infocus.portal.shell.Sent.text;

/**
 * What the list of applications is narrowed and sorted by. An empty value means "all".
 *
 * @param search key to the words that were searched for; the words themselves are in no address
 * @param q the words, empty when there are none or they have been forgotten
 */
public record DeskFilter(
        String slug,
        String state,
        String city,
        String profile,
        Traits traits,
        String search,
        String q,
        String sort,
        int page) {

    /** An address that somebody has mistyped shows the list. */
    public DeskFilter {
        city = Parameters.city(city);
    }

    /** From query or form parameters. */
    static DeskFilter of(String slug, MultivaluedMap<String, String> sent, Searches searches) {
        String search = text(sent, "search");
        return new DeskFilter(
                slug,
                text(sent, "state"),
                text(sent, "city"),
                text(sent, "profile"),
                Traits.of(sent),
                search,
                searches.words(search),
                text(sent, "sort"),
                Parameters.number(text(sent, "page")));
    }

    /** From the fields of a form on the desk, so that a decision leads back to the same list. */
    static DeskFilter of(MultivaluedMap<String, String> sent, Searches searches) {
        return of(text(sent, "slug"), sent, searches);
    }

    /** The same list with other words searched for. */
    DeskFilter searching(String key) {
        return new DeskFilter(slug, state, city, profile, traits, key, "", sort, 0);
    }

    /** What registration-service is asked for. */
    DeskQuery query(Call call) {
        return new DeskQuery(
                call.id(),
                given(state),
                given(city),
                given(profile),
                null,
                null,
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
        return !(state + city + profile + q).isEmpty() || traits.isActive();
    }

    /** Whether the city is none of the network's, or the cities are not known; it narrows the list all the same, and is shown. */
    public boolean isOddCity(List<City> cities) {
        return Parameters.isOddCity(city, cities);
    }

    /** What the forms carry along, so that they lead back to the same list. */
    public List<Hidden> hidden() {
        List<Hidden> hidden = new ArrayList<>(List.of(
                new Hidden("slug", slug),
                new Hidden("state", state),
                new Hidden("city", city),
                new Hidden("profile", profile),
                new Hidden("search", search),
                new Hidden("sort", sort),
                new Hidden("page", String.valueOf(page))));
        hidden.addAll(traits.hidden());
        return hidden;
    }

    /** Address of another page of the same list. */
    public String href(int number) {
        return uri(number).build().toString();
    }

    /** Address of the same page of the list, saying that a decision has been made and about which application. */
    String after(String decision, String application) {
        return uri(page)
                .queryParam("of", "{of}")
                .queryParam("done", "{done}")
                .build(application, decision)
                .toString();
    }

    private UriBuilder uri(int number) {
        UriBuilder uri = UriBuilder.fromPath("/org/w/{slug}/admission").resolveTemplate("slug", slug);
        Parameters.add(uri, "state", state);
        Parameters.add(uri, "city", city);
        Parameters.add(uri, "profile", profile);
        traits.addTo(uri);
        Parameters.add(uri, "search", search);
        Parameters.add(uri, "sort", sort);
        if (number > 0) {
            uri.queryParam("page", number);
        }
        return uri;
    }
}
