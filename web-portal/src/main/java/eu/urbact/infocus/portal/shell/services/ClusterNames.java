package eu.urbact.infocus.portal.shell.services;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.stream.Collectors;
import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Named;
import jakarta.ws.rs.core.MultivaluedMap;
import jakarta.ws.rs.core.UriBuilder;

/**
 * The clusters of the directory, asked for once on a page and only when it shows one; without an answer an id stands for itself. Where
 * there are more than a list can hold, those that somebody has looked for are chosen from, on any page with a form of its own that has
 * {@code clusterSearch.html} in it. Templates read it as {@code inject:clusters}.
 */
@Named("clusters")
@RequestScoped
public class ClusterNames {

    /** As many as one looks through for the right one. */
    private static final int MOST_FOUND = 50;

    /** Longer words the directory does not take. */
    private static final int LONGEST_WORDS = 200;

    private final ShortMemory memory;
    private final Services services;
    private Answer<List<Cluster>> clusters;
    private Map<String, String> names;
    private String words = "";
    private boolean lookedFor;
    private Answer<List<Cluster>> found;

    ClusterNames(ShortMemory memory, Services services) {
        this.memory = memory;
        this.services = services;
    }

    /**
     * Whether a form was sent only to look for a cluster. It is then to be shown again as it was filled in. A browser takes the enter key
     * for the form's first button, which is {@code sendFirst.html}; whoever presses it with new words to look for means those.
     *
     * @param sent the form, or the parameters of the address that {@link #searched} has made; what somebody looks for is in it
     */
    public boolean isLookedFor(MultivaluedMap<String, String> sent) {
        String entered =
                Objects.requireNonNullElse(sent.getFirst("clusterWords"), "").strip();
        words = entered.substring(0, Math.min(entered.length(), LONGEST_WORDS));
        lookedFor = sent.containsKey("findCluster")
                || (sent.containsKey("pressedEnter")
                        && !words.isEmpty()
                        && !words.equals(sent.getFirst("clusterWordsBefore")));
        return lookedFor;
    }

    /** The address of a page, with what somebody looks for; {@link #isLookedFor} reads it from there. */
    public String searched(String page) {
        UriBuilder address = UriBuilder.fromUri(page);
        if (!words.isEmpty()) {
            address.queryParam("clusterWords", "{words}");
        }
        if (lookedFor) {
            address.queryParam("findCluster", "yes");
        }
        return words.isEmpty()
                ? address.build().toString()
                : address.build(words).toString();
    }

    /** Whether they are too many for a list. */
    public boolean isMany() {
        return getAll().size() >= Services.MOST_IN_A_LIST;
    }

    /** The words that somebody looks for. */
    public String getWords() {
        return words;
    }

    /** Whether somebody looks for a cluster without any words. */
    public boolean isWordless() {
        return lookedFor && words.isEmpty();
    }

    /** What to choose from: all of them, or, where they are too many, those with the words. */
    public List<Cluster> getChoices() {
        return isMany() ? found().or(List.of()) : getAll();
    }

    /** Whether the directory does not answer. */
    public boolean isDown() {
        return list().isDown() || (isMany() && found().isDown());
    }

    /** Whether no cluster has the words. */
    public boolean isNone() {
        return isMany()
                && !words.isEmpty()
                && found().isFound()
                && found().value().isEmpty();
    }

    /** Whether more have the words than are shown. */
    public boolean isMore() {
        return isMany() && found().or(List.of()).size() == MOST_FOUND;
    }

    private Answer<List<Cluster>> found() {
        if (found == null) {
            found = words.isEmpty()
                    ? new Answer.Found<>(List.of())
                    : services.directory(client -> client.clusters(null, null, null, null, words, 0, MOST_FOUND)
                            .items());
        }
        return found;
    }

    /** The clusters in the order of the directory, as far as a list goes. */
    private Answer<List<Cluster>> list() {
        if (clusters == null) {
            clusters = memory.clusters();
        }
        return clusters;
    }

    private List<Cluster> getAll() {
        return list().or(List.of());
    }

    /** Whether there is nothing to choose from. */
    public boolean isMissing() {
        return getAll().isEmpty();
    }

    /** Its name, or the id. */
    public String name(String id) {
        if (names == null) {
            names = new HashMap<>(getAll().stream()
                    .filter(cluster -> cluster.id() != null && cluster.name() != null)
                    .collect(Collectors.toMap(Cluster::id, Cluster::name, (first, second) -> first)));
        }
        return isMany() ? names.computeIfAbsent(id, this::asked) : names.getOrDefault(id, id);
    }

    private String asked(String id) {
        return id.matches("[a-z0-9-]{1,60}")
                ? services.directory(client -> client.cluster(id))
                        .map(Cluster::name)
                        .or(id)
                : id;
    }

    /** Whether an id is none of those to choose from, or the list is not there; it is shown all the same. */
    public boolean isOdd(String id) {
        return !id.isEmpty() && getChoices().stream().noneMatch(cluster -> id.equals(cluster.id()));
    }
}
