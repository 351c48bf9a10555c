package eu.urbact.infocus.directory.matching;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.function.ToDoubleBiFunction;
import java.util.regex.Pattern;

/**
 * How well a way of scoring finds pairs that are known to work together. Two plain ways are there to be beaten: who shares
 * industrial ecosystems, and whose descriptions use the same words.
 */
public final class Validation {

    private static final int SHOWN = 5;
    private static final Pattern WORDS = Pattern.compile("[^\\p{L}\\p{N}]+");

    private final List<String> subjects;
    private final Set<List<String>> known;

    /**
     * A measurement.
     *
     * @param subjects ids of all that are compared
     * @param known pairs of them that work together, each in order of the ids
     */
    public Validation(List<String> subjects, Set<List<String>> known) {
        this.subjects = subjects.stream().sorted().toList();
        this.known = Set.copyOf(known);
    }

    /**
     * What a way of scoring reaches.
     *
     * @param auc chance that a known pair scores above another pair; 0.5 is what dice reach
     * @param hitAt5 share of the clusters with known partners that find at least one of them among their first five; where
     *     equal scores compete for a place, the chance counts that one of them gets it by lot
     */
    public record Result(double auc, double hitAt5) {}

    /**
     * Measures a way of scoring.
     *
     * @param score of a pair, both ways alike
     * @return what it reaches
     */
    public Result measure(ToDoubleBiFunction<String, String> score) {
        return new Result(auc(score), hits(score));
    }

    private double auc(ToDoubleBiFunction<String, String> score) {
        List<Double> positives = new ArrayList<>();
        List<Double> others = new ArrayList<>();
        for (int i = 0; i < subjects.size(); i++) {
            for (int j = i + 1; j < subjects.size(); j++) {
                String one = subjects.get(i);
                String other = subjects.get(j);
                (known.contains(List.of(one, other)) ? positives : others).add(score.applyAsDouble(one, other));
            }
        }
        double won = 0;
        for (double positive : positives) {
            for (double other : others) {
                won += positive > other ? 1 : positive == other ? 0.5 : 0;
            }
        }
        return won / ((double) positives.size() * others.size());
    }

    private double hits(ToDoubleBiFunction<String, String> score) {
        Map<String, Set<String>> partners = new TreeMap<>();
        for (List<String> pair : known) {
            partners.computeIfAbsent(pair.get(0), id -> new TreeSet<>()).add(pair.get(1));
            partners.computeIfAbsent(pair.get(1), id -> new TreeSet<>()).add(pair.get(0));
        }
        double found = 0;
        for (Map.Entry<String, Set<String>> entry : partners.entrySet()) {
            String id = entry.getKey();
            double best = entry.getValue().stream()
                    .mapToDouble(partner -> score.applyAsDouble(id, partner))
                    .max()
                    .orElseThrow();
            int better = 0;
            int level = 0;
            int knownLevel = 0;
            for (String other : subjects) {
                if (!other.equals(id)) {
                    double value = score.applyAsDouble(id, other);
                    better += value > best ? 1 : 0;
                    level += value == best ? 1 : 0;
                    knownLevel += value == best && entry.getValue().contains(other) ? 1 : 0;
                }
            }
            found += chance(SHOWN - better, level, knownLevel);
        }
        return partners.isEmpty() ? 0 : found / partners.size();
    }

    /** The chance that one of the wanted gets one of the places that are left, when those with equal scores draw lots for them. */
    private static double chance(int places, int level, int wanted) {
        double none = 1;
        for (int place = 0; place < places; place++) {
            int left = level - place;
            none *= left <= wanted ? 0 : (double) (left - wanted) / left;
        }
        return places <= 0 ? 0 : 1 - none;
    }

    /**
     * The first plain way: common share of sets.
     *
     * @param sets such as the industrial ecosystems of each subject
     * @return Jaccard's index of two subjects
     */
    public static ToDoubleBiFunction<String, String> overlap(Map<String, Set<String>> sets) {
        return (one, other) -> {
            Set<String> first = sets.getOrDefault(one, Set.of());
            Set<String> second = sets.getOrDefault(other, Set.of());
            long common = first.stream().filter(second::contains).count();
            long all = first.size() + second.size() - common;
            return all == 0 ? 0 : (double) common / all;
        };
    }

    /**
     * The second plain way: cosine of the words of two texts, rare words weighing more (TF-IDF).
     *
     * @param texts of each subject
     * @return similarity of two subjects' texts
     */
    public static ToDoubleBiFunction<String, String> words(Map<String, String> texts) {
        Map<String, Map<String, Double>> counts = new HashMap<>();
        Map<String, Integer> documents = new HashMap<>();
        texts.forEach((id, text) -> {
            Map<String, Double> count = new HashMap<>();
            for (String word : WORDS.split(text.toLowerCase(Locale.ROOT))) {
                if (!word.isEmpty()) {
                    count.merge(word, 1.0, Double::sum);
                }
            }
            count.keySet().forEach(word -> documents.merge(word, 1, Integer::sum));
            counts.put(id, count);
        });
        counts.values()
                .forEach(count -> count.replaceAll(
                        (word, number) -> number * (1 + Math.log((1.0 + texts.size()) / (1.0 + documents.get(word))))));
        return (one, other) -> {
            Map<String, Double> first = counts.getOrDefault(one, Map.of());
            Map<String, Double> second = counts.getOrDefault(other, Map.of());
            double product = 0;
            for (Map.Entry<String, Double> word : first.entrySet()) {
                product += word.getValue() * second.getOrDefault(word.getKey(), 0.0);
            }
            double length = Math.sqrt(squares(first) * squares(second));
            return length == 0 ? 0 : product / length;
        };
    }

    private static double squares(Map<String, Double> vector) {
        return vector.values().stream().mapToDouble(value -> value * value).sum();
    }
}
