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
        Change change = publishOneOfMany(description);
        if (change != Change.UNCHANGED) {
            clusters.refreshSearchText(description.id());
        }
        return change;
    }

    /**
     * Takes over one of many clusters. It is found as before until whoever brings them has called
     * {@link Clusters#refreshSearchTexts} once for all of them: to write each into the search by itself takes longer than everything else.
     *
     * @param description everything about it
     * @return what became of it
     */
    @Transactional
    public Change publishOneOfMany(ClusterDescription description) {
        Cluster cluster = clusters.findById(description.id());
        if (cluster == null) {
            clusters.persist(new Cluster(description));
        } else if (!cluster.describe(description)) {
            return Change.UNCHANGED;
        }
        announcements.published(description);
        return cluster == null ? Change.CREATED : Change.UPDATED;
    }
}
