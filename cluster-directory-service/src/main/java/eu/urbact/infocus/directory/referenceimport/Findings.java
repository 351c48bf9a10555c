package eu.urbact.infocus.directory.referenceimport;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;

/** Collects what is wrong in a file, up to a number that a person can still work with. */
final class Findings {

    static final int MOST = 100;

    private final List<Finding> all = new ArrayList<>();

    void add(Place place, String message) {
        all.add(place.finding(message));
    }

    boolean isEmpty() {
        return all.isEmpty();
    }

    /** In the order of the file; the rest beyond the first {@value #MOST} is only counted. */
    List<Finding> inOrder() {
        List<Finding> sorted = new ArrayList<>(all.stream()
                .distinct()
                .sorted(Comparator.comparingInt(Finding::line).thenComparingInt(Finding::column))
                .toList());
        if (sorted.size() <= MOST) {
            return List.copyOf(sorted);
        }
        int left = sorted.size() - MOST;
        Finding next = sorted.get(MOST);
        List<Finding> shown = new ArrayList<>(sorted.subList(0, MOST));
        shown.add(new Finding(next.line(), next.column(), "", left + " more errors from here on are not listed"));
        return List.copyOf(shown);
    }
}
