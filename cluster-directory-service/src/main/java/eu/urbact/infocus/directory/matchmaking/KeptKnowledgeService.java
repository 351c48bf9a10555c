package eu.urbact.infocus.directory.matchmaking;

import jakarta.persistence.Column;
import jakarta.persistence.Embedded;
import jakarta.persistence.Entity;
import jakarta.persistence.EnumType;
import jakarta.persistence.Enumerated;
import jakarta.persistence.Id;
import jakarta.persistence.Table;

import eu.urbact.infocus.directory.reference.Provenance;

/** A division of knowledge-intensive services, as it is kept. */
@Entity
@Table(name = "knowledge_service")
class KeptKnowledgeService implements KeptEntry<KnowledgeServiceEntry> {

    @Id
    @Column(name = "division_code")
    private String division;

    @Enumerated(EnumType.STRING)
    @Column(name = "service_group", nullable = false)
    private KnowledgeServiceEntry.Group group;

    @Embedded
    private Provenance provenance;

    protected KeptKnowledgeService() {}

    KeptKnowledgeService(KnowledgeServiceEntry entry) {
        this.division = entry.division();
        take(entry);
    }

    @Override
    public KnowledgeServiceEntry entry() {
        return new KnowledgeServiceEntry(division, group, provenance);
    }

    @Override
    public final void take(KnowledgeServiceEntry entry) {
        this.group = entry.group();
        this.provenance = entry.provenance();
    }
}
