package eu.urbact.infocus.directory.matchmaking;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

import eu.urbact.infocus.directory.matching.Contribution;
import eu.urbact.infocus.directory.matching.Explanation;
import eu.urbact.infocus.directory.matching.Strand;

/** Says in one line what a score rests on most. */
final class Evidence {

    private static final int REASONS = 3;

    private Evidence() {}

    /** The main contributions in words; of a tag and its counterpart only one line is made, with the points of both. */
    static String of(Explanation explanation) {
        Map<String, Double> reasons = new LinkedHashMap<>();
        for (Contribution contribution : explanation.contributions()) {
            reasons.merge(words(contribution), contribution.points(), Double::sum);
        }
        List<String> best = new ArrayList<>(reasons.entrySet().stream()
                .sorted(Map.Entry.<String, Double>comparingByValue()
                        .reversed()
                        .thenComparing(Map.Entry.comparingByKey()))
                .limit(REASONS)
                .map(Map.Entry::getKey)
                .toList());
        return best.isEmpty() ? "Nothing in common is known." : sentence(String.join("; ", best));
    }

    /** Some labels end with a full stop, such as "Machinery and equipment n.e.c.". */
    private static String sentence(String words) {
        return words.endsWith(".") ? words : words + ".";
    }

    private static String words(Contribution contribution) {
        String from = contribution.from().label();
        String to = contribution.to().label();
        if (contribution.strand() == Strand.SERVICE) {
            String serves = contribution.from().subjectLabel() + " serves "
                    + contribution.to().subjectLabel() + " (" + to + ")";
            if (contribution.channel().equals("market")) {
                return serves + (from.equals(to) ? ", one of its markets" : ", near its market " + from);
            }
            return serves + " with " + from;
        }
        boolean swap = from.compareTo(to) > 0;
        String both = swap ? to + " and " + from : from + " and " + to;
        if (contribution.strand() == Strand.LEARNING) {
            return "they can learn from each other in " + both;
        }
        return switch (contribution.channel()) {
            case "exact" -> "both have " + from;
            case "narrower" -> from + " lies within " + to;
            case "kinship" -> both + " are kin";
            default -> both + " are related (" + contribution.channel() + ")";
        };
    }
}
