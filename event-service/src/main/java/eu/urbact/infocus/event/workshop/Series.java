package eu.urbact.infocus.event.workshop;

import java.util.UUID;
import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.Id;
import jakarta.persistence.Table;
import jakarta.persistence.Version;

/** A row of workshops that belong together, such as the five thematic workshops of the network. */
@Entity
@Table(name = "series")
public class Series {

    @Id
    @Column(name = "id")
    private UUID id;

    @Column(name = "slug")
    private String slug;

    @Column(name = "title")
    private String title;

    @Version
    @Column(name = "version")
    private long version;

    /** For JPA only. */
    protected Series() {}

    Series(UUID id, String slug, String title) {
        this.id = id;
        this.slug = slug;
        this.title = title;
    }

    /** Gives the series another title; the slug stays, addresses depend on it. */
    void rename(String newTitle) {
        this.title = newTitle;
    }

    /** The name of the series in addresses. */
    public String slug() {
        return slug;
    }

    /** The name of the series on a page. */
    public String title() {
        return title;
    }
}
