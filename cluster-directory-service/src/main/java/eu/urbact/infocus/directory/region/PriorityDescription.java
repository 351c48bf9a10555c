package eu.urbact.infocus.directory.region;

import java.util.List;
import java.util.Optional;

import eu.urbact.infocus.directory.reference.Provenance;
import eu.urbact.infocus.directory.reference.Tag;

/**
 * A priority of a region's strategy.
 *
 * @param id short name, unique in the network
 * @param label English label in the network's words
 * @param kind what the strategy calls it
 * @param since year in which it was added, when that was after the strategy began
 * @param provenance who says that this is a priority
 * @param tags its coding
 */
public record PriorityDescription(
        String id, String label, PriorityKind kind, Optional<Integer> since, Provenance provenance, List<Tag> tags) {

    /** Keeps the tags in one order, so that equal priorities are equal. */
    public PriorityDescription {
        tags = Tag.sorted(tags);
    }
}
