package eu.urbact.infocus.directory.region;

import java.util.Comparator;
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
import jakarta.persistence.FetchType;
import jakarta.persistence.Id;
import jakarta.persistence.JoinColumn;
import jakarta.persistence.ManyToOne;
import jakarta.persistence.Table;

import eu.urbact.infocus.directory.reference.Provenance;
import eu.urbact.infocus.directory.reference.Tag;

/** A priority of a region; it belongs to its {@link Region} and changes only with it. */
@Entity
@Table(name = "region_priority")
class RegionPriority {

    static final Comparator<RegionPriority> BY_POSITION = Comparator.comparingInt(priority -> priority.position);

    @Id
    private String id;

    @ManyToOne(fetch = FetchType.LAZY, optional = false)
    @JoinColumn(name = "region_id", nullable = false)
    private Region region;

    @Column(name = "position", nullable = false)
    private int position;

    @Column(name = "label", nullable = false)
    private String label;

    @Enumerated(EnumType.STRING)
    @Column(name = "kind", nullable = false)
    private PriorityKind kind;

    @Column(name = "since")
    private Integer since;

    @Embedded
    private Provenance provenance;

    @ElementCollection
    @CollectionTable(name = "priority_tag", joinColumns = @JoinColumn(name = "priority_id"))
    private Set<Tag> tags = new HashSet<>();

    protected RegionPriority() {}

    RegionPriority(Region region, int position, PriorityDescription description) {
        this.id = description.id();
        this.region = region;
        take(position, description);
    }

    String id() {
        return id;
    }

    final void take(int position, PriorityDescription description) {
        this.position = position;
        this.label = description.label();
        this.kind = description.kind();
        this.since = description.since().orElse(null);
        this.provenance = description.provenance();
        this.tags.retainAll(description.tags());
        this.tags.addAll(description.tags());
    }

    PriorityDescription description() {
        return new PriorityDescription(id, label, kind, Optional.ofNullable(since), provenance, List.copyOf(tags));
    }
}
