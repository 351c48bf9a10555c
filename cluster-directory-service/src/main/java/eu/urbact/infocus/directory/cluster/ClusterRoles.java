package eu.urbact.infocus.directory.cluster;

import java.util.Map;

/** What clusters are to the strategies of their own regions. Answered by whoever matches them with priorities. */
public interface ClusterRoles {

    /** What a cluster is to its region's strategy. */
    enum Role {
        /** It belongs to a priority. */
        CORE,
        /** It serves those who belong to one. */
        ENABLER,
        /** No priority fits it. */
        ORPHAN
    }

    /**
     * The roles of all clusters whose region is known and has a priority to compare them with; to be called in a transaction.
     *
     * @return role by id of the cluster
     */
    Map<String, Role> roles();
}
