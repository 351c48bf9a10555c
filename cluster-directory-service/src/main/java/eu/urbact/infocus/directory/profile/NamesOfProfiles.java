package eu.urbact.infocus.directory.profile;

import java.util.List;
import java.util.Optional;
import jakarta.enterprise.context.ApplicationScoped;

import eu.urbact.infocus.directory.cluster.ClusterDescription;
import eu.urbact.infocus.directory.cluster.ClusterNames;
import eu.urbact.infocus.directory.cluster.Namesake;

/** Tells whether a name is free, in the directory and in what the cities write. */
@ApplicationScoped
class NamesOfProfiles implements ClusterNames {

    private final Profiles profiles;

    NamesOfProfiles(Profiles profiles) {
        this.profiles = profiles;
    }

    @Override
    public Optional<Namesake> takenBy(ClusterDescription cluster) {
        return cluster.cityId().flatMap(city -> takenBy(city, cluster.name(), cluster.id()));
    }

    /**
     * Who has a name in a city. No cluster of the city takes a name until the caller's transaction ends, so that of two that take the same
     * at once the second sees the first.
     *
     * @param except id of a cluster that may have it; no cluster has an empty one
     */
    Optional<Namesake> takenBy(String cityId, String name, String except) {
        profiles.lockNames(List.of(cityId));
        return profiles.namesake(cityId, name, except);
    }
}
