package eu.urbact.infocus.directory.cluster;

import java.time.Clock;
import java.time.temporal.ChronoUnit;
import java.util.Map;
import java.util.Optional;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Event;
import jakarta.persistence.LockModeType;
import jakarta.transaction.Transactional;

import eu.urbact.infocus.chassis.audit.AuditTrail;
import eu.urbact.infocus.chassis.outcome.Outcome;
import eu.urbact.infocus.chassis.security.Caller;
import eu.urbact.infocus.directory.revision.DirectoryRevisions;

/**
 * Takes a cluster out of the directory and brings it back. It is the organisers' to do: the lead partner answers for what the directory
 * shows, and a city whose cluster is gone asks them, as it asks for a publication. What the city wrote, and who changed what, is kept.
 */
@ApplicationScoped
public class WithdrawCluster {

    private final Clusters clusters;
    private final DirectoryRevisions revisions;
    private final Event<ClusterWithdrawn> withdrawn;
    private final ClusterAnnouncements announcements;
    private final ClusterNames names;
    private final AuditTrail audit;
    private final Caller caller;
    private final Clock clock;

    WithdrawCluster(
            Clusters clusters,
            DirectoryRevisions revisions,
            Event<ClusterWithdrawn> withdrawn,
            ClusterAnnouncements announcements,
            ClusterNames names,
            AuditTrail audit,
            Caller caller,
            Clock clock) {
        this.clusters = clusters;
        this.revisions = revisions;
        this.withdrawn = withdrawn;
        this.announcements = announcements;
        this.names = names;
        this.audit = audit;
        this.caller = caller;
        this.clock = clock;
    }

    /**
     * Takes it out.
     *
     * @param id of a cluster
     * @param reason why, for everybody to read
     * @return empty when there is no such cluster
     */
    @Transactional
    public Optional<Outcome<Cluster>> withdraw(String id, String reason) {
        revisions.lock();
        Optional<Cluster> cluster = clusters.findByIdOptional(id, LockModeType.PESSIMISTIC_WRITE);
        if (cluster.flatMap(Cluster::withdrawal).isPresent()) {
            return Optional.of(Outcome.refused(ClusterProblem.WITHDRAWAL_STATE, "It was taken out before."));
        }
        return cluster.map(known -> {
            known.withdraw(reason.strip(), byCaller());
            clusters.refreshSearchText(id);
            revisions.raise();
            withdrawn.fire(new ClusterWithdrawn(id));
            announcements.withdrawn(id, known.withdrawalChange().orElseThrow().at());
            audit.record("cluster-withdrawn", "cluster", id, Map.of());
            return Outcome.done(known);
        });
    }

    /**
     * Brings it back as it was, but for the proposals and cooperations that ended when it was taken out. While it was out its name was free:
     * whoever has it now keeps it, as nobody could tell the two apart.
     *
     * @param id of a cluster
     * @return empty when there is no such cluster
     */
    @Transactional
    public Optional<Outcome<Cluster>> bringBack(String id) {
        revisions.lock();
        Optional<Cluster> cluster = clusters.findByIdOptional(id, LockModeType.PESSIMISTIC_WRITE);
        if (cluster.isPresent() && cluster.get().withdrawal().isEmpty()) {
            return Optional.of(Outcome.refused(ClusterProblem.WITHDRAWAL_STATE, "It is in the directory."));
        }
        Optional<Namesake> namesake = cluster.map(Cluster::description).flatMap(names::takenBy);
        if (namesake.isPresent()) {
            return Optional.of(
                    Outcome.refused(
                            ClusterProblem.NAME_TAKEN,
                            namesake.get()
                                    .shownId()
                                    .map(other -> "Its city has another cluster of this name now, \"" + other
                                            + "\". It can come back when that one has another name.")
                                    .orElse(
                                            "Its city uses this name already. It can come back when the city has given it up.")));
        }
        return cluster.map(known -> {
            known.bringBack(byCaller());
            clusters.refreshSearchText(id);
            revisions.raise();
            announcements.published(known.description());
            audit.record("cluster-brought-back", "cluster", id, Map.of());
            return Outcome.done(known);
        });
    }

    private WithdrawalChange byCaller() {
        return new WithdrawalChange(
                // the database keeps no more than microseconds
                clock.instant().truncatedTo(ChronoUnit.MICROS),
                caller.actor(),
                caller.accountName().orElse(null));
    }
}
