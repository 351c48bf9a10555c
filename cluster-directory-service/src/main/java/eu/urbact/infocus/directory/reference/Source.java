package eu.urbact.infocus.directory.reference;

import java.time.LocalDate;
import java.util.Optional;
import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.Id;
import jakarta.persistence.Table;

/** A source, as it is kept. */
@Entity
@Table(name = "source")
class Source implements Kept<SourceEntry> {

    @Id
    private String id;

    @Column(name = "title", nullable = false)
    private String title;

    @Column(name = "url")
    private String url;

    @Column(name = "read_on", nullable = false)
    private LocalDate readOn;

    protected Source() {}

    Source(SourceEntry entry) {
        this.id = entry.id();
        take(entry);
    }

    @Override
    public SourceEntry entry() {
        return new SourceEntry(id, title, Optional.ofNullable(url), readOn);
    }

    @Override
    public final void take(SourceEntry entry) {
        this.title = entry.title();
        this.url = entry.url().orElse(null);
        this.readOn = entry.readOn();
    }
}
