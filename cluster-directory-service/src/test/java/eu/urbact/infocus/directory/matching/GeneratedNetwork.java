package eu.urbact.infocus.directory.matching;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Collections;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Random;

/** Taxonomies, levers and subjects out of a seed, in the shapes of real ones but with everything that is rare in them. */
final class GeneratedNetwork {

    static final double[] CONFIDENCES = {1.0, 0.7, 0.4};

    final Random random;
    final Map<String, String> naceParents = new HashMap<>();
    final Map<String, String> competenceParents = new HashMap<>();
    final List<String> divisions = new ArrayList<>();
    final List<String> competences = new ArrayList<>();
    List<Lever> levers = new ArrayList<>();
    List<Relatedness> relatedness = new ArrayList<>();

    GeneratedNetwork(long seed) {
        random = new Random(seed);
        int next = 1;
        for (int section = 0; section < 12; section++) {
            String letter = String.valueOf((char) ('A' + section));
            naceParents.put(letter, null);
            for (int i = 1 + random.nextInt(8); i > 0; i--) {
                String code = "%02d".formatted(next++);
                naceParents.put(code, letter);
                divisions.add(code);
            }
        }
        for (int top = 0; top < 8; top++) {
            String broad = "k" + top;
            competence(broad, null);
            for (int i = random.nextInt(5); i > 0; i--) {
                String narrow = broad + "-" + i;
                competence(narrow, broad);
                if (random.nextInt(3) == 0) {
                    competence(narrow + "-a", narrow);
                    competence(narrow + "-b", narrow);
                }
            }
        }
        for (int i = 0; i < 25; i++) {
            boolean documented = random.nextInt(4) == 0;
            levers.add(new Lever(any(competences), any(divisions), documented ? 1.0 : 0.6, documented));
        }
        for (int i = 0; i < 6; i++) {
            relatedness.add(new Relatedness(
                    Relatedness.Facet.ACTIVITY, any(divisions), any(divisions), random.nextDouble(), "skill", false));
            relatedness.add(new Relatedness(
                    Relatedness.Facet.COMPETENCE,
                    any(competences),
                    any(competences),
                    random.nextDouble(),
                    "curated",
                    false));
        }
    }

    private void competence(String code, String parent) {
        competenceParents.put(code, parent);
        competences.add(code);
    }

    <T> T any(List<T> values) {
        return values.get(random.nextInt(values.size()));
    }

    MatchSubject cluster(String id) {
        return new MatchSubject(
                MatchSubject.Kind.CLUSTER,
                id,
                "Cluster " + id,
                tags(divisions, random.nextInt(6), 3),
                tags(competences, random.nextInt(6), 3),
                tags(divisions, random.nextInt(5), 1));
    }

    MatchSubject priority(String id) {
        return new MatchSubject(
                MatchSubject.Kind.PRIORITY,
                id,
                "Priority " + id,
                tags(divisions, random.nextInt(7), 1),
                tags(competences, random.nextInt(4), 1),
                List.of());
    }

    List<MatchSubject> clusters(int count) {
        List<MatchSubject> clusters = new ArrayList<>();
        for (int i = 0; i < count; i++) {
            clusters.add(cluster("c" + i));
        }
        return clusters;
    }

    private List<MatchTag> tags(List<String> codes, int count, int highestLevel) {
        List<String> shuffled = new ArrayList<>(codes);
        Collections.shuffle(shuffled, random);
        return shuffled.stream()
                .limit(count)
                .map(code -> tag(code, highestLevel))
                .toList();
    }

    MatchTag tag(String code, int highestLevel) {
        return new MatchTag(
                code,
                1 + random.nextInt(highestLevel),
                CONFIDENCES[random.nextInt(CONFIDENCES.length)],
                "source",
                LocalDate.of(2016, 10, 10));
    }

    ConceptTree nace() {
        return tree(naceParents);
    }

    ConceptTree competenceTree() {
        return tree(competenceParents);
    }

    private static ConceptTree tree(Map<String, String> parents) {
        Map<String, ConceptTree.Term> terms = new HashMap<>();
        parents.forEach((code, parent) -> terms.put(code, new ConceptTree.Term(Optional.ofNullable(parent), code)));
        return new ConceptTree(terms);
    }

    Matcher matcher(Rarity rarity) {
        return new Matcher(MatchingModelFile.delivered(), nace(), competenceTree(), levers, relatedness, rarity);
    }
}
