package eu.urbact.infocus.directory.matchmaking;

import java.util.HashMap;
import java.util.Map;
import jakarta.enterprise.context.ApplicationScoped;

import eu.urbact.infocus.directory.cluster.ClusterRoles;
import eu.urbact.infocus.directory.region.RegionDescription;

/** Tells the search what the matrices say: the role of each cluster in the strategy of its own region. */
@ApplicationScoped
class RolesInStrategies implements ClusterRoles {

    private final MatchStates states;

    RolesInStrategies(MatchStates states) {
        this.states = states;
    }

    @Override
    public Map<String, Role> roles() {
        MatchState state = states.current();
        Map<String, Role> roles = new HashMap<>();
        for (RegionDescription region : state.regions()) {
            roles.putAll(state.summary(region).roles());
        }
        return roles;
    }
}
