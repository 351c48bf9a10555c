package eu.urbact.infocus.directory.revision;

import java.time.Instant;
import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.Id;
import jakarta.persistence.Table;

/**
 * The one row that counts the changes of the whole directory. A page of a city shows facts of many objects; with one
 * number for all of them a reader can ask cheaply whether anything is new, and writers of reference data stand in line.
 */
@Entity
@Table(name = "directory_revision")
class DirectoryRevision {

    /** The only row. */
    static final short ROW = 1;

    @Id
    private short id;

    @Column(name = "number", nullable = false)
    private long number;

    @Column(name = "changed_at", nullable = false)
    private Instant changedAt;

    protected DirectoryRevision() {}

    long number() {
        return number;
    }

    void raise(Instant now) {
        this.number++;
        this.changedAt = now;
    }
}
