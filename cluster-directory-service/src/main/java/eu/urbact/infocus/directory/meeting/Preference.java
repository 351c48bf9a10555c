package eu.urbact.infocus.directory.meeting;

import java.util.Collection;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;

import eu.urbact.infocus.directory.matching.ConceptTree;
import eu.urbact.infocus.directory.meeting.Wishes.Topic;
import eu.urbact.infocus.directory.reference.Facet;

/**
 * How well the offers of one side cover the needs of the other: {@code cov(needs -> offers)}, the weighted mean over the needs of
 * the similarity of the nearest offer. A need that few in the room have weighs more: {@code 1 + ln((1 + N) / (1 + n))}.
 */
final class Preference {

    private final ConceptTree nace;
    private final ConceptTree competences;
    private final Map<Topic, Long> mentions;
    private final int sides;

    Preference(ConceptTree nace, ConceptTree competences, Collection<Wishes> room) {
        this.nace = nace;
        this.competences = competences;
        this.sides = room.size();
        this.mentions = room.stream()
                .flatMap(wishes -> {
                    Set<Topic> all = new java.util.HashSet<>(wishes.offers());
                    all.addAll(wishes.needs());
                    return all.stream();
                })
                .collect(Collectors.groupingBy(topic -> topic, HashMap::new, Collectors.counting()));
    }

    /** From 0, nothing of what is needed is offered, to 1, all of it is. */
    double of(Set<Topic> needs, Set<Topic> offers) {
        double sum = 0;
        double weights = 0;
        for (Topic need : needs) {
            double weight = 1 + Math.log((1.0 + sides) / (1.0 + mentions.getOrDefault(need, 0L)));
            weights += weight;
            sum += weight
                    * offers.stream()
                            .mapToDouble(offer -> similarity(need, offer))
                            .max()
                            .orElse(0);
        }
        return weights == 0 ? 0 : sum / weights;
    }

    /** The need and the offer that answer each other best, if any do. */
    Optional<Answer> best(Set<Topic> needs, Set<Topic> offers) {
        Answer best = null;
        for (Topic need : needs) {
            for (Topic offer : offers) {
                double similarity = similarity(need, offer);
                if (similarity > 0 && (best == null || similarity > best.similarity())) {
                    best = new Answer(need, offer, similarity);
                }
            }
        }
        return Optional.ofNullable(best);
    }

    private double similarity(Topic one, Topic other) {
        if (one.facet() != other.facet()) {
            return 0;
        }
        return (one.facet() == Facet.ACTIVITY ? nace : competences).similarity(one.code(), other.code());
    }
}
