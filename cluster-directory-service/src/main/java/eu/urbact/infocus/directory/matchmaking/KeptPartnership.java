package eu.urbact.infocus.directory.matchmaking;

import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import jakarta.persistence.CollectionTable;
import jakarta.persistence.Column;
import jakarta.persistence.ElementCollection;
import jakarta.persistence.Embedded;
import jakarta.persistence.Entity;
import jakarta.persistence.EnumType;
import jakarta.persistence.Enumerated;
import jakarta.persistence.Id;
import jakarta.persistence.JoinColumn;
import jakarta.persistence.Table;

import eu.urbact.infocus.directory.reference.Provenance;

/** A known partnership, as it is kept. */
@Entity
@Table(name = "partnership")
class KeptPartnership implements KeptEntry<PartnershipEntry> {

    @Id
    private String id;

    @Column(name = "label", nullable = false)
    private String label;

    @Enumerated(EnumType.STRING)
    @Column(name = "kind", nullable = false)
    private PartnershipKind kind;

    @Column(name = "since")
    private Integer since;

    @Column(name = "note")
    private String note;

    @Embedded
    private Provenance provenance;

    @ElementCollection
    @CollectionTable(name = "partnership_member", joinColumns = @JoinColumn(name = "partnership_id"))
    private Set<PartnershipMember> members = new HashSet<>();

    protected KeptPartnership() {}

    KeptPartnership(PartnershipEntry entry) {
        this.id = entry.id();
        take(entry);
    }

    @Override
    public PartnershipEntry entry() {
        return new PartnershipEntry(
                id,
                label,
                kind,
                Optional.ofNullable(since),
                members(false),
                members(true),
                Optional.ofNullable(note),
                provenance);
    }

    private List<String> members(boolean counterparts) {
        return members.stream()
                .filter(member -> member.counterpart() == counterparts)
                .map(PartnershipMember::clusterId)
                .toList();
    }

    @Override
    public final void take(PartnershipEntry entry) {
        this.label = entry.label();
        this.kind = entry.kind();
        this.since = entry.since().orElse(null);
        this.note = entry.note().orElse(null);
        this.provenance = entry.provenance();
        Set<PartnershipMember> wanted = new HashSet<>();
        entry.members().forEach(cluster -> wanted.add(new PartnershipMember(cluster, false)));
        entry.counterparts().forEach(cluster -> wanted.add(new PartnershipMember(cluster, true)));
        this.members.retainAll(wanted);
        this.members.addAll(wanted);
    }
}
