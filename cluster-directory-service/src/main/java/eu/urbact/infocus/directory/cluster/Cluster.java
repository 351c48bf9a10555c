package eu.urbact.infocus.directory.cluster;

import java.time.Instant;
import java.time.LocalDate;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import jakarta.persistence.CollectionTable;
import jakarta.persistence.Column;
import jakarta.persistence.ElementCollection;
import jakarta.persistence.Entity;
import jakarta.persistence.EnumType;
import jakarta.persistence.Enumerated;
import jakarta.persistence.Id;
import jakarta.persistence.JoinColumn;
import jakarta.persistence.Table;
import jakarta.persistence.Version;

import org.hibernate.annotations.JdbcTypeCode;
import org.hibernate.type.SqlTypes;

import eu.urbact.infocus.directory.reference.Tag;

/** A cluster of one of the cities, or one outside the network that clusters of the cities work with. */
@Entity
@Table(name = "cluster")
public class Cluster {

    @Id
    private String id;

    @Version
    @Column(name = "version", nullable = false)
    private long version;

    @Column(name = "name", nullable = false)
    private String name;

    @Enumerated(EnumType.STRING)
    @Column(name = "kind", nullable = false)
    private ClusterKind kind;

    @Column(name = "city_id")
    private String cityId;

    @Column(name = "country", nullable = false)
    private String country;

    @Column(name = "summary", nullable = false)
    private String summary;

    @Column(name = "keywords", nullable = false)
    private String keywords;

    @JdbcTypeCode(SqlTypes.JSON)
    @Column(name = "details")
    private ClusterDetails details;

    @Column(name = "confirmed_on")
    private LocalDate confirmedOn;

    @Column(name = "stale", nullable = false)
    private boolean stale;

    @Column(name = "withdrawn_at")
    private Instant withdrawnAt;

    @Column(name = "withdrawn_because")
    private String withdrawnBecause;

    @Column(name = "withdrawal_changed_at")
    private Instant withdrawalChangedAt;

    @Column(name = "withdrawal_changed_by")
    private String withdrawalChangedBy;

    @Column(name = "withdrawal_changed_by_name")
    private String withdrawalChangedByName;

    @ElementCollection
    @CollectionTable(name = "cluster_figure", joinColumns = @JoinColumn(name = "cluster_id"))
    private Set<Figure> figures = new HashSet<>();

    @ElementCollection
    @CollectionTable(name = "cluster_tag", joinColumns = @JoinColumn(name = "cluster_id"))
    private Set<Tag> tags = new HashSet<>();

    protected Cluster() {}

    Cluster(ClusterDescription description) {
        this.id = description.id();
        take(description);
    }

    String id() {
        return id;
    }

    /** That it was taken out of the directory; empty while it is shown. */
    public Optional<Withdrawal> withdrawal() {
        return Optional.ofNullable(withdrawnAt).map(at -> new Withdrawal(at, withdrawnBecause));
    }

    /** What was done last about its being in the directory; empty for one that was never taken out. */
    public Optional<WithdrawalChange> withdrawalChange() {
        return Optional.ofNullable(withdrawalChangedAt)
                .map(at -> new WithdrawalChange(at, withdrawalChangedBy, withdrawalChangedByName));
    }

    void withdraw(String reason, WithdrawalChange change) {
        this.withdrawnAt = change.at();
        this.withdrawnBecause = reason;
        changeWithdrawal(change);
    }

    void bringBack(WithdrawalChange change) {
        this.withdrawnAt = null;
        this.withdrawnBecause = null;
        changeWithdrawal(change);
    }

    private void changeWithdrawal(WithdrawalChange change) {
        this.withdrawalChangedAt = change.at();
        this.withdrawalChangedBy = change.actor();
        this.withdrawalChangedByName = change.name();
    }

    /**
     * Takes over a description if it differs.
     *
     * @param description of the same cluster
     * @return whether anything changed
     */
    boolean describe(ClusterDescription description) {
        if (description().equals(description)) {
            return false;
        }
        take(description);
        return true;
    }

    private void take(ClusterDescription description) {
        this.name = description.name();
        this.kind = description.kind();
        this.cityId = description.cityId().orElse(null);
        this.country = description.country();
        this.summary = description.summary();
        this.keywords = description.keywords();
        this.details = description.details().orElse(null);
        this.confirmedOn = description.confirmation().map(Confirmation::on).orElse(null);
        this.stale = description.confirmation().map(Confirmation::stale).orElse(false);
        this.figures.retainAll(description.figures());
        this.figures.addAll(description.figures());
        this.tags.retainAll(description.tags());
        this.tags.addAll(description.tags());
    }

    /**
     * Everything known about the cluster.
     *
     * @return a value that does not change any more
     */
    public ClusterDescription description() {
        return new ClusterDescription(
                id,
                name,
                kind,
                Optional.ofNullable(cityId),
                country,
                summary,
                keywords,
                List.copyOf(figures),
                List.copyOf(tags),
                Optional.ofNullable(details),
                Optional.ofNullable(confirmedOn).map(on -> new Confirmation(on, stale)));
    }
}
