package eu.urbact.infocus.directory.reference;

import java.util.Optional;
import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.Id;
import jakarta.persistence.Table;

/** A division of NACE Rev. 2, as it is kept. */
@Entity
@Table(name = "nace_division")
class NaceDivision implements Kept<DivisionEntry> {

    @Id
    private String code;

    @Column(name = "section_code", nullable = false)
    private String section;

    @Column(name = "label", nullable = false)
    private String label;

    @Column(name = "rev21")
    private String rev21;

    protected NaceDivision() {}

    NaceDivision(DivisionEntry entry) {
        this.code = entry.code();
        take(entry);
    }

    @Override
    public DivisionEntry entry() {
        return new DivisionEntry(code, section, label, Optional.ofNullable(rev21));
    }

    @Override
    public final void take(DivisionEntry entry) {
        this.section = entry.section();
        this.label = entry.label();
        this.rev21 = entry.rev21().orElse(null);
    }
}
