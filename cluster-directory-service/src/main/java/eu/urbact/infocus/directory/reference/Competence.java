package eu.urbact.infocus.directory.reference;

import java.util.Optional;
import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.Id;
import jakarta.persistence.Table;

/** A competence, as it is kept. That the tree has no cycle is checked before ({@link CompetenceTreeRule}). */
@Entity
@Table(name = "competence")
class Competence implements Kept<CompetenceEntry> {

    @Id
    private String id;

    @Column(name = "parent_id")
    private String parentId;

    @Column(name = "label", nullable = false)
    private String label;

    @Column(name = "key_enabling_technology", nullable = false)
    private boolean keyEnablingTechnology;

    protected Competence() {}

    Competence(CompetenceEntry entry) {
        this.id = entry.id();
        take(entry);
    }

    @Override
    public CompetenceEntry entry() {
        return new CompetenceEntry(id, Optional.ofNullable(parentId), label, keyEnablingTechnology);
    }

    @Override
    public final void take(CompetenceEntry entry) {
        this.parentId = entry.parentId().orElse(null);
        this.label = entry.label();
        this.keyEnablingTechnology = entry.keyEnablingTechnology();
    }
}
