package eu.urbact.infocus.directory.reference;

import java.util.HashSet;
import java.util.List;
import java.util.Set;
import jakarta.persistence.AttributeOverride;
import jakarta.persistence.CollectionTable;
import jakarta.persistence.Column;
import jakarta.persistence.ElementCollection;
import jakarta.persistence.Embedded;
import jakarta.persistence.Entity;
import jakarta.persistence.Id;
import jakarta.persistence.JoinColumn;
import jakarta.persistence.Table;

/** An industrial ecosystem, as it is kept. */
@Entity
@Table(name = "ecosystem")
class Ecosystem implements Kept<EcosystemEntry> {

    @Id
    private String id;

    @Column(name = "label", nullable = false)
    private String label;

    @Embedded
    private Provenance provenance;

    @Embedded
    @AttributeOverride(name = "sourceId", column = @Column(name = "coding_source_id"))
    @AttributeOverride(name = "checkedOn", column = @Column(name = "coding_checked_on"))
    @AttributeOverride(name = "confidence", column = @Column(name = "coding_confidence"))
    @AttributeOverride(name = "uncertain", column = @Column(name = "coding_uncertain"))
    private Provenance coding;

    @ElementCollection
    @CollectionTable(name = "ecosystem_division", joinColumns = @JoinColumn(name = "ecosystem_id"))
    @Column(name = "division_code", nullable = false)
    private Set<String> divisions = new HashSet<>();

    protected Ecosystem() {}

    Ecosystem(EcosystemEntry entry) {
        this.id = entry.id();
        take(entry);
    }

    @Override
    public EcosystemEntry entry() {
        return new EcosystemEntry(id, label, provenance, List.copyOf(divisions), coding);
    }

    @Override
    public final void take(EcosystemEntry entry) {
        this.label = entry.label();
        this.provenance = entry.provenance();
        this.coding = entry.coding();
        this.divisions.retainAll(entry.divisions());
        this.divisions.addAll(entry.divisions());
    }
}
