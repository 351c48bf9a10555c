package eu.urbact.infocus.directory.matching;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;

/**
 * A taxonomy with what its shape tells: a term with many narrower ones says little (Seco's intrinsic information content),
 * and two terms are as similar as their nearest common broader term says much (Lin). An unnamed root joins all top terms.
 */
public final class ConceptTree {

    /** A term: its broader one and its label. */
    public record Term(Optional<String> parent, String label) {}

    private final List<String> codes;
    private final Map<String, Integer> indexes = new HashMap<>();
    private final int[] parents;
    private final String[] labels;
    private final double[] content;

    /**
     * Builds a tree.
     *
     * @param terms every term by its code; every broader term must be among them, and no term may be its own ancestor
     */
    public ConceptTree(Map<String, Term> terms) {
        Map<String, Term> sorted = new TreeMap<>(terms);
        this.codes = List.copyOf(sorted.keySet());
        this.parents = new int[codes.size()];
        this.labels = new String[codes.size()];
        codes.forEach(code -> indexes.put(code, indexes.size()));
        for (int i = 0; i < codes.size(); i++) {
            Term term = sorted.get(codes.get(i));
            labels[i] = term.label();
            parents[i] = term.parent().map(this::known).orElse(-1);
        }
        this.content = informationContent();
    }

    private int known(String code) {
        int index = index(code);
        if (index < 0) {
            throw new IllegalArgumentException("unknown broader term " + code);
        }
        return index;
    }

    private double[] informationContent() {
        int[] narrower = new int[codes.size()];
        for (int i = 0; i < codes.size(); i++) {
            Set<Integer> path = new HashSet<>();
            for (int up = parents[i]; up >= 0; up = parents[up]) {
                if (up == i || !path.add(up)) {
                    throw new IllegalArgumentException("the broader terms go round in a circle at " + codes.get(i));
                }
                narrower[up]++;
            }
        }
        double[] contents = new double[codes.size()];
        // the root is a term too
        double whole = Math.log(codes.size() + 1.0);
        for (int i = 0; i < codes.size(); i++) {
            contents[i] = 1 - Math.log(narrower[i] + 1.0) / whole;
        }
        return contents;
    }

    /**
     * How many terms there are, the unnamed root left out.
     *
     * @return the number
     */
    public int size() {
        return codes.size();
    }

    /** The index of a term, or -1. */
    int index(String code) {
        return indexes.getOrDefault(code, -1);
    }

    String code(int index) {
        return codes.get(index);
    }

    String label(int index) {
        return labels[index];
    }

    /** The broader term, or -1. */
    int parent(int index) {
        return parents[index];
    }

    /** Whether a term is another or lies below it. */
    boolean within(int term, int broader) {
        for (int up = term; up >= 0; up = parents[up]) {
            if (up == broader) {
                return true;
            }
        }
        return false;
    }

    /**
     * How much a term says.
     *
     * @param code a code of the tree
     * @return 0 (everything is below it) to 1 (nothing is below it)
     */
    public double informationContent(String code) {
        return content[known(code)];
    }

    /**
     * Lin's similarity.
     *
     * @param one a code of the tree
     * @param other a code of the tree
     * @return 0 (only the root in common) to 1 (the same)
     */
    public double similarity(String one, String other) {
        return similarity(known(one), known(other));
    }

    double similarity(int one, int other) {
        if (one == other) {
            return 1;
        }
        for (int up = one; up >= 0; up = parents[up]) {
            if (within(other, up)) {
                return content[up] == 0 ? 0 : 2 * content[up] / (content[one] + content[other]);
            }
        }
        return 0;
    }

    /** Similarities of all terms with all terms, row by row. */
    double[] similarities() {
        int n = size();
        double[] matrix = new double[n * n];
        for (int i = 0; i < n; i++) {
            for (int j = 0; j < n; j++) {
                matrix[i * n + j] = similarity(i, j);
            }
        }
        return matrix;
    }

    /** A term with everything below it. */
    List<Integer> below(int term) {
        List<Integer> result = new ArrayList<>();
        for (int i = 0; i < size(); i++) {
            if (within(i, term)) {
                result.add(i);
            }
        }
        return result;
    }
}
