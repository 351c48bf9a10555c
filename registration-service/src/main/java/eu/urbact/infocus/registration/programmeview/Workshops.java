package eu.urbact.infocus.registration.programmeview;

import java.util.Optional;
import java.util.UUID;
import jakarta.enterprise.context.ApplicationScoped;

import io.quarkus.hibernate.orm.panache.PanacheRepositoryBase;

/** The workshops that have been announced. */
@ApplicationScoped
public class Workshops implements PanacheRepositoryBase<Workshop, UUID> {

    public Optional<Workshop> bySlug(String slug) {
        return find("slug", slug).firstResultOptional();
    }
}
