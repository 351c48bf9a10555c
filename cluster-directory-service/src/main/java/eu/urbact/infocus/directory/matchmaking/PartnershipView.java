package eu.urbact.infocus.directory.matchmaking;

import java.util.ArrayList;
import java.util.List;

import eu.urbact.infocus.directory.reference.ProvenanceView;

/**
 * A known partnership, as readers see it.
 *
 * @param id short name
 * @param label its name
 * @param kind what it is for
 * @param since year in which it began, or null
 * @param members ids of its clusters, of both sides
 * @param clusters the same with their names
 * @param note what a reader should know, or null
 * @param provenance who says so
 */
public record PartnershipView(
        String id,
        String label,
        PartnershipKind kind,
        Integer since,
        List<String> members,
        List<ClusterRef> clusters,
        String note,
        ProvenanceView provenance) {

    static PartnershipView of(PartnershipEntry entry, MatchState state) {
        List<String> members = new ArrayList<>(entry.members());
        members.addAll(entry.counterparts());
        return new PartnershipView(
                entry.id(),
                entry.label(),
                entry.kind(),
                entry.since().orElse(null),
                members,
                members.stream().map(state::ref).toList(),
                entry.note().orElse(null),
                state.taxonomy().view(entry.provenance()));
    }
}
