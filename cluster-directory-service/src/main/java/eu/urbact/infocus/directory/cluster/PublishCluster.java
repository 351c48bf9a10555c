package eu.urbact.infocus.directory.cluster;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.transaction.Transactional;

import eu.urbact.infocus.directory.reference.Change;

/** Puts a cluster into the directory, and tells others when that changed anything. */
@ApplicationScoped
public class PublishCluster {

    private final Clusters clusters;
    private final ClusterAnnouncements announcements;

    PublishCluster(Clusters clusters, ClusterAnnouncements announcements) {
        this.clusters = clusters;
        this.announcements = announcements;
    }

    /**
     * Takes over a cluster; what it refers to must be known.
     *
     * @param description everything about it
     * @return what became of it
     */
    @Transactional
    public Change publish(ClusterDescription description) {
        Cluster cluster = clusters.findById(description.id());
        if (cluster == null) {
            clusters.persist(new Cluster(description));
        } else if (!cluster.describe(description)) {
            return Change.UNCHANGED;
        }
        clusters.refreshSearchText(description.id());
        announcements.published(description);
        return cluster == null ? Change.CREATED : Change.UPDATED;
    }
}
