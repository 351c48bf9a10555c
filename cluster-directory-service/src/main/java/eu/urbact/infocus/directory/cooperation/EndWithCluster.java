package eu.urbact.infocus.directory.cooperation;

import java.time.Clock;
import java.util.Map;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;

import eu.urbact.infocus.chassis.audit.AuditTrail;
import eu.urbact.infocus.directory.cluster.ClusterWithdrawn;

/** Ends what a cluster had to do with others when it is taken out of the directory; the two cities go on seeing it. */
@ApplicationScoped
class EndWithCluster {

    static final String WORDS = "The cluster was taken out of the directory.";

    private final Cooperations cooperations;
    private final AuditTrail audit;
    private final Clock clock;

    EndWithCluster(Cooperations cooperations, AuditTrail audit, Clock clock) {
        this.cooperations = cooperations;
        this.audit = audit;
        this.clock = clock;
    }

    void withdrawn(@Observes ClusterWithdrawn cluster) {
        for (Cooperation cooperation : cooperations.liveOf(cluster.clusterId())) {
            cooperation.close(WORDS, clock.instant());
            audit.record("cooperation-closed", "cooperation", cooperation.id().toString(), Map.of());
        }
    }
}
