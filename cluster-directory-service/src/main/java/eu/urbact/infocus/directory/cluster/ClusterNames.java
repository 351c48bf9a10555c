package eu.urbact.infocus.directory.cluster;

import java.util.Optional;

/** Whose the names of clusters are. Answered by whoever knows also what cities write and have not published yet. */
public interface ClusterNames {

    /**
     * Who has the name of a cluster that is out of the directory. No cluster of its city takes a name until the caller's transaction ends.
     *
     * @param cluster a cluster that is out of the directory
     * @return another cluster of its city that has the name now, in whatever spelling
     */
    Optional<Namesake> takenBy(ClusterDescription cluster);
}
