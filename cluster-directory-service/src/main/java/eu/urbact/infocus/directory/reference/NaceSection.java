package eu.urbact.infocus.directory.reference;

import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.Id;
import jakarta.persistence.Table;

/** A section of NACE Rev. 2, as it is kept. */
@Entity
@Table(name = "nace_section")
class NaceSection implements Kept<SectionEntry> {

    @Id
    private String code;

    @Column(name = "label", nullable = false)
    private String label;

    @Column(name = "rev21", nullable = false)
    private String rev21;

    protected NaceSection() {}

    NaceSection(SectionEntry entry) {
        this.code = entry.code();
        take(entry);
    }

    @Override
    public SectionEntry entry() {
        return new SectionEntry(code, label, rev21);
    }

    @Override
    public final void take(SectionEntry entry) {
        this.label = entry.label();
        this.rev21 = entry.rev21();
    }
}
