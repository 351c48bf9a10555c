package eu.urbact.infocus.registration.logistics;

import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.persistence.EntityManager;
import jakarta.persistence.Query;
import jakarta.persistence.Tuple;

/** Who has chosen what, for those who look at the room as it would be; nothing in it tells who the people are. */
@ApplicationScoped
public class ChosenPlaces {

    private static final String CHOICES = """
            select o.id, o.kind, o.title, o.starts_at, o.place_limit, c.application_id, 1 + c.companions as places
            from logistics_option o
            left join logistics_choice c on c.option_id = o.id
            where o.call_id = :callId
            order by o.starts_at, o.title, o.id
            """;

    private static final String ANSWERED =
            "select application_id from logistics where call_id = :callId and choices_answered_at is not null";

    /**
     * An option with the places that people take.
     *
     * @param limit places there are, or null for no limit
     * @param places by application: the person and whom they bring along
     */
    public record Chosen(
            UUID optionId, OptionKind kind, String title, Instant startsAt, Integer limit, Map<UUID, Integer> places) {}

    private final EntityManager database;

    ChosenPlaces(EntityManager database) {
        this.database = database;
    }

    /** The options of a call, in the order of their times. */
    public List<Chosen> of(UUID callId) {
        Map<UUID, Chosen> options = new LinkedHashMap<>();
        for (Tuple row : tuples(database.createNativeQuery(CHOICES, Tuple.class).setParameter("callId", callId))) {
            UUID id = row.get("id", UUID.class);
            Chosen option = options.computeIfAbsent(
                    id,
                    none -> new Chosen(
                            id,
                            OptionKind.valueOf(row.get("kind", String.class)),
                            row.get("title", String.class),
                            row.get("starts_at", Instant.class),
                            row.get("place_limit", Integer.class),
                            new LinkedHashMap<>()));
            UUID person = row.get("application_id", UUID.class);
            if (person != null) {
                option.places().put(person, ((Number) row.get("places")).intValue());
            }
        }
        return List.copyOf(options.values());
    }

    /** Who has said what they come along to, if only that it is nothing. */
    public Set<UUID> answered(UUID callId) {
        List<?> people = database.createNativeQuery(ANSWERED)
                .setParameter("callId", callId)
                .getResultList();
        return people.stream().map(UUID.class::cast).collect(Collectors.toSet());
    }

    @SuppressWarnings("unchecked")
    private static List<Tuple> tuples(Query query) {
        return query.getResultList();
    }
}
