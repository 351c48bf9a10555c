package eu.urbact.infocus.registration.organiser;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.persistence.EntityManager;

import io.quarkus.narayana.jta.QuarkusTransaction;

import eu.urbact.infocus.chassis.security.Caller;

/** The accounts that have worked on applications, those of the desk and of cities too, by what the audit trail calls them. */
@ApplicationScoped
public class Organisers {

    /** What an account is called whose name is not known, or which is no person's. */
    public static final String NAMELESS = "another organiser";

    private static final String REMEMBER = """
            insert into organiser_account (actor, name, seen_at) values (:actor, :name, :now)
            on conflict (actor) do update set name = excluded.name, seen_at = excluded.seen_at
            """;

    private static final Duration SEEN_LATELY = Duration.ofDays(1);

    private final EntityManager database;
    private final Caller caller;
    private final Clock clock;

    Organisers(EntityManager database, Caller caller, Clock clock) {
        this.database = database;
        this.caller = caller;
        this.clock = clock;
    }

    /**
     * Notes the name of the caller's account, unless it is known and was noted within a day. In a transaction of its own, so that two
     * requests of one organiser never wait for each other because of it.
     *
     * @return the caller as the audit trail calls them
     */
    public String remember() {
        String actor = caller.actor();
        caller.accountName().filter(name -> !isKnown(actor, name)).ifPresent(name -> QuarkusTransaction.requiringNew()
                .run(() -> note(actor, name)));
        return actor;
    }

    private boolean isKnown(String actor, String name) {
        return !database.createNativeQuery(
                        "select 1 from organiser_account where actor = :actor and name = :name and seen_at > :lately")
                .setParameter("actor", actor)
                .setParameter("name", name)
                .setParameter("lately", clock.instant().minus(SEEN_LATELY))
                .getResultList()
                .isEmpty();
    }

    private void note(String actor, String name) {
        database.createNativeQuery(REMEMBER)
                .setParameter("actor", actor)
                .setParameter("name", name)
                .setParameter("now", clock.instant())
                .executeUpdate();
    }

    /** Whether this is the caller. */
    public boolean isCaller(String actor) {
        return caller.actor().equals(actor);
    }

    /** The name of an account; those who are no organisers, and the nameless, are named by what they are. */
    public String nameOf(String actor) {
        return namesOf(Set.of(actor)).get(actor);
    }

    /** The names of these accounts. */
    public Map<String, String> namesOf(Collection<String> actors) {
        Map<String, String> known = known(actors);
        return actors.stream()
                .distinct()
                .collect(Collectors.toMap(actor -> actor, actor -> known.getOrDefault(actor, described(actor))));
    }

    /** The names of those among these accounts that are known. */
    public Map<String, String> known(Collection<String> actors) {
        if (actors.isEmpty()) {
            return Map.of();
        }
        @SuppressWarnings("unchecked")
        List<Object[]> rows = database.createNativeQuery(
                        "select actor, name from organiser_account where actor in (:actors)", Object[].class)
                .setParameter("actors", actors)
                .getResultList();
        return rows.stream().collect(Collectors.toMap(row -> (String) row[0], row -> (String) row[1]));
    }

    /** Forgets accounts that have not worked on applications for so long, and says how many. */
    int forget(Instant seenBefore) {
        return database.createNativeQuery("delete from organiser_account where seen_at < :before")
                .setParameter("before", seenBefore)
                .executeUpdate();
    }

    private static String described(String actor) {
        return switch (actor) {
            case "applicant", "public" -> "the applicant";
            case "system" -> "the system";
            default -> NAMELESS;
        };
    }
}
