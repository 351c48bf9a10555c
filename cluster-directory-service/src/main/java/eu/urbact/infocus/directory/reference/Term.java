package eu.urbact.infocus.directory.reference;

import jakarta.persistence.Column;
import jakarta.persistence.Embedded;
import jakarta.persistence.Entity;
import jakarta.persistence.EnumType;
import jakarta.persistence.Enumerated;
import jakarta.persistence.Id;
import jakarta.persistence.Table;

/** A term of somebody else's list, as it is kept. */
@Entity
@Table(name = "vocabulary_term")
class Term implements Kept<TermEntry> {

    @Id
    private String id;

    @Enumerated(EnumType.STRING)
    @Column(name = "vocabulary", nullable = false)
    private Vocabulary vocabulary;

    @Column(name = "label", nullable = false)
    private String label;

    @Embedded
    private Provenance provenance;

    protected Term() {}

    Term(TermEntry entry) {
        this.id = entry.id();
        take(entry);
    }

    @Override
    public TermEntry entry() {
        return new TermEntry(id, vocabulary, label, provenance);
    }

    @Override
    public final void take(TermEntry entry) {
        this.vocabulary = entry.vocabulary();
        this.label = entry.label();
        this.provenance = entry.provenance();
    }
}
