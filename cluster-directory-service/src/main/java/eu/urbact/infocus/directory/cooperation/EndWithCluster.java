package eu.urbact.infocus.directory.cooperation;

import java.time.Clock;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;

import eu.urbact.infocus.directory.cluster.ClusterWithdrawn;

/** Ends what a cluster had to do with others when it is taken out of the directory; the two cities go on seeing it. */
@ApplicationScoped
class EndWithCluster {

    static final String WORDS = "The cluster was taken out of the directory.";

    private final Cooperations cooperations;
    private final Clock clock;

    EndWithCluster(Cooperations cooperations, Clock clock) {
        this.cooperations = cooperations;
        this.clock = clock;
    }

    void withdrawn(@Observes ClusterWithdrawn cluster) {
        for (Cooperation cooperation : cooperations.liveOf(cluster.clusterId())) {
            cooperation.become(
                    cooperation.state() == CooperationState.PROPOSED
                            ? CooperationState.WITHDRAWN
                            : CooperationState.ENDED,
                    WORDS,
                    clock.instant());
        }
    }
}
