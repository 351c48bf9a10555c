package eu.urbact.infocus.directory.region;

import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import jakarta.enterprise.context.ApplicationScoped;

import io.quarkus.hibernate.orm.panache.PanacheRepositoryBase;

import eu.urbact.infocus.directory.reference.Change;

/** The kept regions. */
@ApplicationScoped
public class Regions implements PanacheRepositoryBase<Region, String> {

    Regions() {}

    /**
     * Takes over a region; what it refers to must be known.
     *
     * @param description everything about it
     * @return what became of it
     */
    public Change put(RegionDescription description) {
        Region region = findById(description.id());
        if (region == null) {
            persist(new Region(description));
            return Change.CREATED;
        }
        return region.describe(description) ? Change.UPDATED : Change.UNCHANGED;
    }

    /**
     * The ids of all regions.
     *
     * @return a snapshot
     */
    public Set<String> ids() {
        return getEntityManager()
                .createQuery("select r.id from Region r", String.class)
                .getResultStream()
                .collect(Collectors.toUnmodifiableSet());
    }

    /**
     * Which region holds which priority.
     *
     * @return region id by priority id
     */
    public Map<String, String> priorityOwners() {
        return getEntityManager()
                .createQuery("select p.id, p.region.id from RegionPriority p", Object[].class)
                .getResultStream()
                .collect(Collectors.toUnmodifiableMap(row -> (String) row[0], row -> (String) row[1]));
    }
}
