package eu.urbact.infocus.directory.profile;

import java.util.List;
import java.util.Optional;
import jakarta.enterprise.context.ApplicationScoped;

import eu.urbact.infocus.chassis.security.Caller;
import eu.urbact.infocus.directory.cluster.Clusters;

/** The profiles that the caller may see or change: those of the own cities as an editor, those once submitted as a reviewer. */
@ApplicationScoped
public class OwnProfiles {

    private final Profiles profiles;
    private final Clusters clusters;
    private final Caller caller;

    OwnProfiles(Profiles profiles, Clusters clusters, Caller caller) {
        this.profiles = profiles;
        this.clusters = clusters;
        this.caller = caller;
    }

    /** All of the caller's cities. */
    public List<Profile> all() {
        return profiles.ofCities(caller.cities());
    }

    /** One of the caller's cities. */
    public Optional<Profile> find(String id) {
        return profiles.ofCities(id, caller.cities());
    }

    /** One of the caller's cities, locked for the caller's transaction. */
    public Optional<Profile> toChange(String id) {
        return profiles.toChange(id, caller.cities());
    }

    /** One that waits for a review or was published, locked for the caller's transaction. */
    public Optional<Profile> toReview(String id) {
        return profiles.toReview(id);
    }

    /** Whether the directory knows a cluster of one of the caller's cities by this id. */
    public boolean isOwnCluster(String clusterId) {
        return clusters.shown(clusterId)
                .flatMap(cluster -> cluster.description().cityId())
                .filter(caller::memberOf)
                .isPresent();
    }
}
