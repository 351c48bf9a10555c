package eu.urbact.infocus.directory.matchmaking;

import jakarta.persistence.Column;
import jakarta.persistence.Embedded;
import jakarta.persistence.Entity;
import jakarta.persistence.EnumType;
import jakarta.persistence.Enumerated;
import jakarta.persistence.Id;
import jakarta.persistence.Table;

import eu.urbact.infocus.directory.reference.Provenance;

/** A lever, as it is kept. */
@Entity
@Table(name = "lever")
class KeptLever implements KeptEntry<LeverEntry> {

    @Id
    private String id;

    @Column(name = "competence_id", nullable = false)
    private String competence;

    @Column(name = "division_code", nullable = false)
    private String division;

    @Enumerated(EnumType.STRING)
    @Column(name = "strength", nullable = false)
    private LeverStrength strength;

    @Embedded
    private Provenance provenance;

    protected KeptLever() {}

    KeptLever(LeverEntry entry) {
        this.id = entry.id();
        take(entry);
    }

    @Override
    public LeverEntry entry() {
        return new LeverEntry(competence, division, strength, provenance);
    }

    @Override
    public final void take(LeverEntry entry) {
        this.competence = entry.competence();
        this.division = entry.division();
        this.strength = entry.strength();
        this.provenance = entry.provenance();
    }
}
