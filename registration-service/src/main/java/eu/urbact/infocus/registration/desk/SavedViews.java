package eu.urbact.infocus.registration.desk;

import java.util.List;
import java.util.Optional;
import java.util.UUID;
import jakarta.enterprise.context.ApplicationScoped;

import io.quarkus.hibernate.orm.panache.PanacheRepositoryBase;

/** All saved views. */
@ApplicationScoped
public class SavedViews implements PanacheRepositoryBase<SavedView, UUID> {

    /** Those that an organiser sees: their own and the shared ones, by name. */
    public List<SavedView> seenBy(String organiser) {
        return list("owner = ?1 or shared order by name, id", organiser);
    }

    /** Only if it is the organiser's own. */
    public Optional<SavedView> of(String organiser, UUID id) {
        return find("owner = ?1 and id = ?2", organiser, id).firstResultOptional();
    }

    boolean has(String organiser, String name, UUID exceptId) {
        return count("owner = ?1 and name = ?2 and id <> ?3", organiser, name, exceptId) > 0;
    }
}
