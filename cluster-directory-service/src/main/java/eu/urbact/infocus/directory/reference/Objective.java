package eu.urbact.infocus.directory.reference;

import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.Id;
import jakarta.persistence.Table;

/** A policy objective, as it is kept. */
@Entity
@Table(name = "objective")
class Objective implements Kept<ObjectiveEntry> {

    @Id
    private int number;

    @Column(name = "label", nullable = false)
    private String label;

    protected Objective() {}

    Objective(ObjectiveEntry entry) {
        this.number = entry.number();
        take(entry);
    }

    @Override
    public ObjectiveEntry entry() {
        return new ObjectiveEntry(number, label);
    }

    @Override
    public final void take(ObjectiveEntry entry) {
        this.label = entry.label();
    }
}
