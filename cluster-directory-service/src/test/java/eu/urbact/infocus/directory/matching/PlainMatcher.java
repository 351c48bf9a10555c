package eu.urbact.infocus.directory.matching;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.function.BiFunction;

/**
 * The formulas of the model written down once more, with maps and numbers only and nothing of the fast implementation, to
 * hold that one against.
 */
final class PlainMatcher {

    enum Reading {
        SCORE,
        LOW,
        FIT,
        HIGH
    }

    private record T(String code, double weight, double level, double q) {}

    private final Map<String, String> nace;
    private final Map<String, String> tree;
    private final List<Lever> levers;
    private final List<Relatedness> relatedness;
    private final List<MatchSubject> compared;

    PlainMatcher(
            Map<String, String> nace,
            Map<String, String> tree,
            List<Lever> levers,
            List<Relatedness> relatedness,
            List<MatchSubject> compared) {
        this.nace = nace;
        this.tree = tree;
        this.levers = levers;
        this.relatedness = relatedness;
        this.compared = compared;
    }

    double value(Measure measure, MatchSubject c, MatchSubject d, Reading r) {
        boolean activitiesUnknown = a(c).isEmpty() || a(d).isEmpty();
        boolean competencesUnknown = k(c).isEmpty() || k(d).isEmpty();
        boolean best = r == Reading.HIGH;
        return switch (measure) {
            case CORE -> {
                double a = 0.75 * cov(a(c), a(d), r, this::s) + 0.25 * cov(a(d), a(c), r, this::s);
                double k =
                        0.75 * cov(k(c), k(d), r, (i, j) -> ancestors(tree, i).contains(j) ? 1.0 : near(i, j))
                                + 0.25 * cov(k(d), k(c), r, this::near);
                yield 0.60 * (best && activitiesUnknown ? 1 : a) + 0.40 * (best && competencesUnknown ? 1 : k);
            }
            case ENABLER -> {
                double k =
                        0.75 * cov(k(c), k(d), r, (i, j) -> ancestors(tree, i).contains(j) ? 1.0 : near(i, j))
                                + 0.25 * cov(k(d), k(c), r, this::near);
                yield 0.80 * v(c, d, r) + 0.20 * (best && competencesUnknown ? 1 : k);
            }
            case ALLIANCE -> {
                double a = (cov(a(c), a(d), r, this::s) + cov(a(d), a(c), r, this::s)) / 2;
                double k = (cov(k(c), k(d), r, this::near) + cov(k(d), k(c), r, this::near)) / 2;
                yield 0.45 * (best && activitiesUnknown ? 1 : a)
                        + 0.45 * (best && competencesUnknown ? 1 : k)
                        + 0.10 * Math.max(v(c, d, r), v(d, c, r));
            }
            case CROSS_INNOVATION -> {
                double k = (cov(k(c), k(d), r, this::near) + cov(k(d), k(c), r, this::near)) / 2;
                double one = l(c, d, r);
                double two = l(d, c, r);
                double l = one + two == 0 ? 0 : 2 * one * two / (one + two);
                yield 0.60 * Math.max(v(c, d, r), v(d, c, r))
                        + 0.25 * (best && competencesUnknown ? 1 : l)
                        + 0.15 * (best && competencesUnknown ? 1 : k);
            }
        };
    }

    private List<T> a(MatchSubject s) {
        return facet(s.activities(), nace, MatchSubject::activities);
    }

    private List<T> k(MatchSubject s) {
        return facet(s.competences(), tree, MatchSubject::competences);
    }

    private List<T> facet(
            List<MatchTag> tags,
            Map<String, String> taxonomy,
            java.util.function.Function<MatchSubject, List<MatchTag>> same) {
        Map<String, Double> weights = new HashMap<>();
        for (MatchTag tag : tags) {
            if (taxonomy.containsKey(tag.code())) {
                long have = compared.stream()
                        .filter(x ->
                                same.apply(x).stream().anyMatch(t -> t.code().equals(tag.code())))
                        .count();
                weights.put(tag.code(), tag.level() * (1 + Math.log((1.0 + compared.size()) / (1.0 + have))));
            }
        }
        double sum = weights.values().stream().mapToDouble(x -> x).sum();
        List<T> result = new ArrayList<>();
        for (MatchTag tag : tags) {
            if (weights.containsKey(tag.code())) {
                result.add(new T(tag.code(), weights.get(tag.code()) / sum, tag.level() / 3.0, tag.confidence()));
            }
        }
        return result;
    }

    private static double q(T i, T j, Reading r) {
        return switch (r) {
            case SCORE -> Math.min(i.q(), j.q());
            case LOW -> i.q() == 1 && j.q() == 1 ? 1 : 0;
            case FIT, HIGH -> 1;
        };
    }

    private static double cov(List<T> x, List<T> y, Reading r, BiFunction<String, String, Double> s) {
        double sum = 0;
        for (T i : x) {
            double best = 0;
            for (T j : y) {
                best = Math.max(best, q(i, j, r) * s.apply(i.code(), j.code()));
            }
            sum += i.weight() * best;
        }
        return sum;
    }

    private double v(MatchSubject c, MatchSubject d, Reading r) {
        List<T> served = a(d);
        List<T> markets = facet(c.markets(), nace, MatchSubject::markets);
        if (r == Reading.HIGH && served.isEmpty()) {
            return 1;
        }
        double sum = 0;
        for (T j : served) {
            double own = 0;
            for (T i : a(c)) {
                own = Math.max(own, s(i.code(), j.code()));
            }
            double best = 0;
            for (T m : markets) {
                best = Math.max(best, q(m, j, r) * s(m.code(), j.code()));
            }
            for (T k : k(c)) {
                for (Lever lever : levers) {
                    if (lever.division().equals(j.code())
                            && ancestors(tree, k.code()).contains(lever.competence())
                            && (r != Reading.LOW || lever.documented())) {
                        best = Math.max(best, q(k, j, r) * k.level() * lever.strength());
                    }
                }
            }
            if (r == Reading.HIGH && (markets.isEmpty() || k(c).isEmpty())) {
                best = 1;
            }
            sum += j.weight() * best * (1 - own);
        }
        return sum;
    }

    private double l(MatchSubject learner, MatchSubject teacher, Reading r) {
        double sum = 0;
        for (T k : k(teacher)) {
            double x = 0;
            for (T q : k(learner)) {
                x = Math.max(x, lin(tree, k.code(), q.code()));
            }
            double q = 0;
            for (T other : k(learner)) {
                if (lin(tree, k.code(), other.code()) == x && x > 0) {
                    q = Math.max(q, q(k, other, r));
                }
            }
            sum += k.weight() * 4 * x * (1 - x) * q;
        }
        return sum;
    }

    private double s(String i, String j) {
        return related(Relatedness.Facet.ACTIVITY, nace, i, j);
    }

    private double near(String i, String j) {
        return related(Relatedness.Facet.COMPETENCE, tree, i, j);
    }

    private double related(Relatedness.Facet facet, Map<String, String> taxonomy, String i, String j) {
        double best = lin(taxonomy, i, j);
        for (Relatedness entry : relatedness) {
            boolean there = entry.one().equals(i) && entry.other().equals(j);
            boolean back = entry.one().equals(j) && entry.other().equals(i);
            if (entry.facet() == facet && (there || back)) {
                best = Math.max(best, entry.similarity());
            }
        }
        return best;
    }

    static double lin(Map<String, String> taxonomy, String i, String j) {
        if (i.equals(j)) {
            return 1;
        }
        List<String> above = ancestors(taxonomy, j);
        for (String common : ancestors(taxonomy, i)) {
            if (above.contains(common)) {
                return 2 * ic(taxonomy, common) / (ic(taxonomy, i) + ic(taxonomy, j));
            }
        }
        return 0;
    }

    private static double ic(Map<String, String> taxonomy, String code) {
        long below = taxonomy.keySet().stream()
                .filter(x -> !x.equals(code) && ancestors(taxonomy, x).contains(code))
                .count();
        return 1 - Math.log(below + 1.0) / Math.log(taxonomy.size() + 1.0);
    }

    private static List<String> ancestors(Map<String, String> taxonomy, String code) {
        List<String> path = new ArrayList<>();
        for (String step = code; step != null; step = taxonomy.get(step)) {
            path.add(step);
        }
        return path;
    }
}
