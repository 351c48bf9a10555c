package eu.urbact.infocus.registration.selfservice;

import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.persistence.EntityManager;
import jakarta.persistence.Query;
import jakarta.persistence.Tuple;

import eu.urbact.infocus.chassis.identity.Ids;
import eu.urbact.infocus.registration.application.EmailAddress;

/** Who has asked for their link and not been dealt with. */
@ApplicationScoped
class LinkRequests {

    /** One of them; several that work at once never get the same. */
    record Asked(UUID id, String workshopSlug, EmailAddress email) {}

    private static final String KEEP = """
            insert into link_request (id, workshop_slug, email, requested_at, due_at) values (:id, :slug, :email, :now, :now)
            """;

    private static final String NEXT = """
            select id, workshop_slug, email from link_request where due_at <= :now
            order by due_at limit 1 for update skip locked
            """;

    private final EntityManager database;

    LinkRequests(EntityManager database) {
        this.database = database;
    }

    void keep(String workshopSlug, EmailAddress email, Instant now) {
        database.createNativeQuery(KEEP)
                .setParameter("id", Ids.next())
                .setParameter("slug", workshopSlug)
                .setParameter("email", email.address())
                .setParameter("now", now)
                .executeUpdate();
    }

    /** The next that is due, locked until the transaction ends. */
    Optional<Asked> next(Instant now) {
        Query query = database.createNativeQuery(NEXT, Tuple.class).setParameter("now", now);
        List<?> rows = query.getResultList();
        return rows.stream().map(Tuple.class::cast).map(LinkRequests::asked).findFirst();
    }

    private static Asked asked(Tuple row) {
        return new Asked(
                row.get("id", UUID.class),
                row.get("workshop_slug", String.class),
                new EmailAddress(row.get("email", String.class)));
    }

    void done(UUID id) {
        database.createNativeQuery("delete from link_request where id = :id")
                .setParameter("id", id)
                .executeUpdate();
    }

    void postpone(UUID id, Instant until) {
        database.createNativeQuery("update link_request set due_at = :until where id = :id")
                .setParameter("id", id)
                .setParameter("until", until)
                .executeUpdate();
    }

    /** Gives up on those that were made before this moment. */
    void giveUp(Instant before) {
        database.createNativeQuery("delete from link_request where requested_at < :before")
                .setParameter("before", before)
                .executeUpdate();
    }
}
