package eu.urbact.infocus.directory.matching;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;

/**
 * Which k domains a region would keep if it had to choose: those in which its clusters find a place, and which belong
 * together. value(D) = Σ over clusters of size × best fit in D + connection × Σ over pairs in D of their relatedness. Up to
 * twenty domains every choice is looked at; with more, each step adds the domain that gains most.
 */
public final class Diversification {

    private static final int EXACT_UP_TO = 20;

    private final double[] sizes;
    private final double[][] fit;
    private final double[][] relatedness;
    private final double connection;

    /**
     * A choice among domains.
     *
     * @param sizes of the clusters, 1 for an average one
     * @param fit by cluster and domain
     * @param relatedness by domain and domain
     * @param connection worth of a pair of entirely related domains beside one fully matched cluster of
     *     average size
     */
    public Diversification(double[] sizes, double[][] fit, double[][] relatedness, double connection) {
        this.sizes = sizes;
        this.fit = fit;
        this.relatedness = relatedness;
        this.connection = connection;
    }

    /**
     * The best choices of one domain, of two, and so on.
     *
     * @param longest largest number of domains
     * @return one step for each number, as far as there are domains
     */
    public List<Step> curve(int longest) {
        int domains = relatedness.length;
        int steps = Math.min(longest, domains);
        return domains <= EXACT_UP_TO ? exact(steps, domains) : greedy(steps, domains);
    }

    private List<Step> exact(int steps, int domains) {
        Step[] best = new Step[steps + 1];
        for (int set = 1; set < 1 << domains; set++) {
            int size = Integer.bitCount(set);
            if (size <= steps) {
                List<Integer> chosen = members(set);
                double served = served(chosen);
                double value = served + connected(chosen);
                if (best[size] == null || value > best[size].value()) {
                    best[size] = new Step(chosen, value, served);
                }
            }
        }
        return Arrays.stream(best).skip(1).toList();
    }

    private static List<Integer> members(int set) {
        List<Integer> members = new ArrayList<>();
        for (int i = 0; set >> i != 0; i++) {
            if ((set >> i & 1) == 1) {
                members.add(i);
            }
        }
        return members;
    }

    private List<Step> greedy(int steps, int domains) {
        List<Step> curve = new ArrayList<>();
        List<Integer> chosen = List.of();
        for (int k = 0; k < steps; k++) {
            Step best = null;
            for (int domain = 0; domain < domains; domain++) {
                if (chosen.contains(domain)) {
                    continue;
                }
                List<Integer> next = new ArrayList<>(chosen);
                next.add(domain);
                double served = served(next);
                double value = served + connected(next);
                if (best == null || value > best.value()) {
                    best = new Step(List.copyOf(next), value, served);
                }
            }
            curve.add(best);
            chosen = best.domains();
        }
        return curve;
    }

    private double served(List<Integer> domains) {
        double sum = 0;
        for (int cluster = 0; cluster < fit.length; cluster++) {
            double best = 0;
            for (int domain : domains) {
                best = Math.max(best, fit[cluster][domain]);
            }
            sum += sizes[cluster] * best;
        }
        return sum;
    }

    private double connected(List<Integer> domains) {
        double sum = 0;
        for (int i = 0; i < domains.size(); i++) {
            for (int j = i + 1; j < domains.size(); j++) {
                sum += relatedness[domains.get(i)][domains.get(j)];
            }
        }
        return connection * sum;
    }

    /**
     * The best choice of some size.
     *
     * @param domains indexes of the chosen domains
     * @param value what the choice is worth
     * @param served the part of the value that comes from clusters
     */
    public record Step(List<Integer> domains, double value, double served) {}
}
