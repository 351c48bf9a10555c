package eu.urbact.infocus.directory.profile;

import java.util.List;
import java.util.Optional;
import jakarta.enterprise.context.ApplicationScoped;

import eu.urbact.infocus.directory.cluster.ClusterDescription;
import eu.urbact.infocus.directory.cluster.ClusterNames;

/** Tells whether a name is free, in the directory and in what the cities write. */
@ApplicationScoped
class NamesOfProfiles implements ClusterNames {

    private final Profiles profiles;

    NamesOfProfiles(Profiles profiles) {
        this.profiles = profiles;
    }

    @Override
    public Optional<String> takenBy(ClusterDescription cluster) {
        return cluster.cityId().flatMap(city -> {
            profiles.lockNames(List.of(city));
            return profiles.namesake(city, cluster.name(), cluster.id());
        });
    }
}
