package eu.urbact.infocus.portal.shell.services;

import java.time.Duration;
import java.util.List;
import java.util.function.Supplier;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;

import com.github.benmanes.caffeine.cache.Cache;
import com.github.benmanes.caffeine.cache.Caffeine;
import com.github.benmanes.caffeine.cache.Ticker;
import org.eclipse.microprofile.config.inject.ConfigProperty;

/**
 * What stands around forms and hardly ever changes: the workshop's name and days, the names of cities and clusters. Many people fill in the
 * application form at the same time when a call opens, and a long list of clusters is many pages of the directory, so it is remembered for a
 * moment instead of being asked for with every page. The call is
 * not: whether it takes applications is asked each time. Only what was found is remembered.
 */
@ApplicationScoped
public class ShortMemory {

    /** More workshops, and more cities, than one network has. */
    private static final int MOST = 100;

    private static final String ONE = "";

    private final Services services;
    private final Cache<String, Answer.Found<Workshop>> workshops;
    private final Cache<String, Answer.Found<Page<City>>> cities;
    private final Cache<String, Answer.Found<List<Cluster>>> clusters;

    @Inject
    ShortMemory(Services services, @ConfigProperty(name = "infocus.short-memory") Duration rememberFor) {
        this(services, rememberFor, Ticker.systemTicker());
    }

    ShortMemory(Services services, Duration rememberFor, Ticker time) {
        this.services = services;
        this.workshops = memory(rememberFor, time);
        this.cities = memory(rememberFor, time);
        this.clusters = memory(rememberFor, time);
    }

    private static <T> Cache<String, Answer.Found<T>> memory(Duration rememberFor, Ticker time) {
        return Caffeine.newBuilder()
                .expireAfterWrite(rememberFor)
                .maximumSize(MOST)
                .ticker(time)
                .build();
    }

    /** The workshop. */
    public Answer<Workshop> workshop(String slug) {
        return remembered(workshops, slug, () -> services.event(client -> client.workshop(slug, null)));
    }

    /** All cities. */
    public Answer<Page<City>> cities() {
        return remembered(cities, ONE, services::cities);
    }

    /** The clusters in the order of the directory. */
    public Answer<List<Cluster>> clusters() {
        return remembered(clusters, ONE, services::clusters);
    }

    /** The clusters of one city in the order of the directory. */
    public Answer<List<Cluster>> clustersOf(String city) {
        return remembered(clusters, city, () -> services.clustersOf(city));
    }

    private static <T> Answer<T> remembered(
            Cache<String, Answer.Found<T>> known, String key, Supplier<Answer<T>> question) {
        Answer.Found<T> remembered = known.getIfPresent(key);
        if (remembered != null) {
            return remembered;
        }
        Answer<T> answer = question.get();
        if (answer instanceof Answer.Found<T> found) {
            known.put(key, found);
        }
        return answer;
    }
}
