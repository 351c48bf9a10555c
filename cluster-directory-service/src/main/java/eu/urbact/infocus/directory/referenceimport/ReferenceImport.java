package eu.urbact.infocus.directory.referenceimport;

import java.time.Instant;
import java.util.Collection;
import java.util.Comparator;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import jakarta.persistence.CollectionTable;
import jakarta.persistence.Column;
import jakarta.persistence.ElementCollection;
import jakarta.persistence.Entity;
import jakarta.persistence.Id;
import jakarta.persistence.JoinColumn;
import jakarta.persistence.Table;

/** An import that took effect. It is written once and never changed. */
@Entity
@Table(name = "reference_import")
public class ReferenceImport {

    @Id
    private UUID id;

    @Column(name = "data_version", nullable = false)
    private String dataVersion;

    @Column(name = "imported_at", nullable = false)
    private Instant importedAt;

    @Column(name = "actor", nullable = false)
    private String actor;

    @ElementCollection
    @CollectionTable(name = "reference_import_entry", joinColumns = @JoinColumn(name = "import_id"))
    private Set<ImportEntry> entries = new HashSet<>();

    protected ReferenceImport() {}

    ReferenceImport(UUID id, String dataVersion, Instant importedAt, String actor, Collection<ImportEntry> entries) {
        this.id = id;
        this.dataVersion = dataVersion;
        this.importedAt = importedAt;
        this.actor = actor;
        this.entries.addAll(entries);
    }

    /**
     * What happened.
     *
     * @return a value that does not change any more
     */
    public ImportReport report() {
        return new ImportReport(
                id,
                dataVersion,
                importedAt,
                actor,
                entries.stream()
                        .sorted(Comparator.comparingInt(ImportEntry::line).thenComparing(ImportEntry::objectId))
                        .toList());
    }

    /**
     * What an import brought.
     *
     * @param id id of the import
     * @param dataVersion version the file gives itself
     * @param importedAt when
     * @param actor who
     * @param entries what became of each entry, in the order of the file
     */
    public record ImportReport(
            UUID id, String dataVersion, Instant importedAt, String actor, List<ImportEntry> entries) {}
}
