package eu.urbact.infocus.directory;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.function.Function;
import java.util.function.Predicate;

import org.yaml.snakeyaml.Yaml;

/** The delivered file counted by hand, as plainly as possible: what the database's answers are compared with. */
public final class DataFile {

    /** A cluster as it stands in the file, with everything it can be found by. */
    public record Entry(
            String id, String city, Set<String> competences, Set<String> sections, Set<String> ecosystems) {}

    private final List<Entry> clusters = new ArrayList<>();

    /** Reads the delivered file. */
    public DataFile() {
        Map<String, Object> file = new Yaml().load(DirectoryData.file());
        Map<String, String> parents = new HashMap<>();
        list(file, "competences").forEach(c -> parents.put((String) c.get("id"), (String) c.get("parent")));
        Map<String, String> sections = new HashMap<>();
        list(file, "naceSections").forEach(section -> list(section, "divisions")
                .forEach(division -> sections.put((String) division.get("code"), (String) section.get("code"))));
        Map<String, List<?>> ecosystems = new HashMap<>();
        list(file, "ecosystems").forEach(e -> ecosystems.put((String) e.get("id"), (List<?>) e.get("divisions")));
        for (Map<String, Object> cluster : list(file, "clusters")) {
            Entry entry = new Entry(
                    (String) cluster.get("id"),
                    (String) cluster.get("city"),
                    new TreeSet<>(),
                    new TreeSet<>(),
                    new TreeSet<>());
            for (Map<String, Object> tag : list(cluster, "competences")) {
                for (String id = (String) tag.get("code"); id != null; id = parents.get(id)) {
                    entry.competences().add(id);
                }
            }
            for (Map<String, Object> tag : list(cluster, "activities")) {
                entry.sections().add(sections.get((String) tag.get("code")));
                if ((int) tag.get("weight") >= 2) {
                    ecosystems.forEach((id, divisions) -> {
                        if (divisions.contains(tag.get("code"))) {
                            entry.ecosystems().add(id);
                        }
                    });
                }
            }
            clusters.add(entry);
        }
    }

    /** How many clusters fit. */
    public long count(Predicate<Entry> fits) {
        return clusters.stream().filter(fits).count();
    }

    /** How many of the clusters that fit have each value. */
    public Map<String, Long> counts(Predicate<Entry> fits, Function<Entry, Set<String>> values) {
        Map<String, Long> counts = new TreeMap<>();
        clusters.stream().filter(fits).forEach(cluster -> values.apply(cluster)
                .forEach(value -> counts.merge(value, 1L, Long::sum)));
        return counts;
    }

    @SuppressWarnings("unchecked")
    private static List<Map<String, Object>> list(Map<String, Object> entry, String field) {
        return (List<Map<String, Object>>) entry.getOrDefault(field, List.of());
    }
}
