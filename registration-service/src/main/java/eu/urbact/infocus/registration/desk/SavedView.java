package eu.urbact.infocus.registration.desk;

import java.time.Instant;
import java.util.UUID;
import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.Id;
import jakarta.persistence.Table;
import jakarta.persistence.Version;

import eu.urbact.infocus.chassis.identity.Ids;
import eu.urbact.infocus.registration.application.Traits;

/** A list as an organiser likes to see it, by a name of their own. The others see it when it is shared; only its owner changes it. */
@Entity
@Table(name = "saved_view")
public class SavedView {

    @Id
    private UUID id;

    private String owner;
    private String name;
    private boolean shared;
    private String state;
    private String city;
    private String profile;
    private String staged;
    private boolean unvoted;

    private Boolean newcomer;
    private Boolean contributor;
    private String cluster;
    private String bucket;

    @Column(name = "sort")
    private String sortedBy;

    private Instant createdAt;

    @Version
    private long version;

    /** For Hibernate. */
    protected SavedView() {}

    SavedView(String owner, Instant now) {
        this.id = Ids.next();
        this.owner = owner;
        this.createdAt = now;
    }

    void show(String viewName, boolean toOthers, ListFilter filter) {
        this.name = viewName;
        this.shared = toOthers;
        this.state = filter.state();
        this.city = filter.city();
        this.profile = filter.profile();
        this.staged = filter.staged();
        this.unvoted = filter.unvoted();
        this.sortedBy = filter.sort();
        Traits traits = filter.traits();
        this.newcomer = traits.newcomer();
        this.contributor = traits.contributor();
        this.cluster = traits.cluster();
        this.bucket = traits.bucket();
    }

    public UUID id() {
        return id;
    }

    /** As the audit trail calls them. */
    public String owner() {
        return owner;
    }

    public String name() {
        return name;
    }

    /** Whether the other organisers see it. */
    public boolean shared() {
        return shared;
    }

    public ListFilter filter() {
        return new ListFilter(
                state, city, profile, staged, unvoted, sortedBy, new Traits(newcomer, contributor, cluster, bucket));
    }

    public long version() {
        return version;
    }
}
