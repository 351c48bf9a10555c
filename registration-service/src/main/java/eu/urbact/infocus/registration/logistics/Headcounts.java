package eu.urbact.infocus.registration.logistics;

import java.time.LocalDate;
import java.util.Arrays;
import java.util.EnumMap;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.stream.Collectors;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.persistence.EntityManager;
import jakarta.persistence.Query;
import jakarta.persistence.Tuple;

import eu.urbact.infocus.registration.programmeview.Workshop;

/** Counts for kitchens, venues and buses, made by the database. */
@ApplicationScoped
public class Headcounts {

    /** Where there is a kitchen. */
    private static final String EATEN = Arrays.stream(OptionKind.values())
            .filter(OptionKind::isEaten)
            .map(kind -> "'" + kind.name() + "'")
            .collect(Collectors.joining(", ", "o.kind in (", ")"));

    private static final String PEOPLE = """
            select o.id as option_id, count(c.application_id) as people, coalesce(sum(c.companions), 0) as companions,
                   count(n.diet_note) filter (where %s) as diet_notes, count(n.access_note) as access_notes
            from logistics_option o
            left join logistics_choice c on c.option_id = o.id
            left join logistics_need n on n.application_id = c.application_id
            where o.call_id = :callId
            group by o.id
            """.formatted(EATEN);

    private static final String DIETS = """
            select c.option_id, d.code, count(*) as people
            from logistics_need n
            join logistics_choice c on c.application_id = n.application_id
            join logistics_option o on o.id = c.option_id and %s
            cross join lateral unnest(n.diets) as d(code)
            where n.call_id = :callId
            group by c.option_id, d.code
            """.formatted(EATEN);

    private static final String ACCESS_NEEDS = """
            select c.option_id, d.code, count(*) as people
            from logistics_need n
            join logistics_choice c on c.application_id = n.application_id
            cross join lateral unnest(n.access_needs) as d(code)
            where n.call_id = :callId
            group by c.option_id, d.code
            """;

    private static final String ACCESS_NEEDS_OF_EVERYBODY = """
            select d.code, count(*) as people
            from logistics_need n
            join application a on a.id = n.application_id and a.state = 'ADMITTED'
            cross join lateral unnest(n.access_needs) as d(code)
            where n.call_id = :callId
            group by d.code
            """;

    private static final String ACCESS_NOTES_OF_EVERYBODY = """
            select count(n.access_note) as notes
            from logistics_need n
            join application a on a.id = n.application_id and a.state = 'ADMITTED'
            where n.call_id = :callId
            """;

    private static final String ARRIVALS = """
            select cast(l.arrival_at at time zone :zone as date) as day, l.arrival_by as by, count(*) as people
            from logistics l where l.call_id = :callId and l.arrival_at is not null
            group by 1, 2 order by 1, 2
            """;

    private static final String DEPARTURES = """
            select cast(l.departure_at at time zone :zone as date) as day, l.departure_by as by, count(*) as people
            from logistics l where l.call_id = :callId and l.departure_at is not null
            group by 1, 2 order by 1, 2
            """;

    private static final String ANSWERS = """
            select count(*) as admitted,
                   count(l.travel_answered_at) filter (where not """ + Outdated.TRAVEL + """
                   ) as travel,
                   count(l.choices_answered_at) filter (where not """ + Outdated.CHOICES + """
                   ) as choices,
                   count(l.needs_answered_at) as needs, count(*) filter (where l.photo_consent) as photo_yes,
                   count(*) filter (where not l.photo_consent) as photo_no,
                   count(l.photo_answered_at) filter (where l.photo_consent is null) as photo_forgotten
            from application a join workshop_view w on w.id = a.workshop_id left join logistics l on l.application_id = a.id
            where a.call_id = :callId and a.state = 'ADMITTED'
            """;

    private static final String PARTICIPANTS = """
            select a.id, a.given_name, a.family_name, a.organisation, a.city_id, c.companions, l.photo_consent
            from logistics_choice c
            join logistics l on l.application_id = c.application_id
            join application a on a.id = c.application_id
            where c.option_id = :optionId
            order by a.sort_name, a.id
            """;

    private final EntityManager database;
    private final NeedsOfPeople needsOfPeople;

    Headcounts(EntityManager database, NeedsOfPeople needsOfPeople) {
        this.database = database;
        this.needsOfPeople = needsOfPeople;
    }

    /** By option of the call. */
    public Map<UUID, Headcount> of(UUID callId) {
        Map<UUID, Map<Diet, Long>> diets = byCode(DIETS, callId, Diet.class);
        Map<UUID, Map<AccessNeed, Long>> accessNeeds = byCode(ACCESS_NEEDS, callId, AccessNeed.class);
        Map<UUID, Headcount> counts = new HashMap<>();
        for (Tuple row : rows(PEOPLE, callId)) {
            UUID option = row.get("option_id", UUID.class);
            counts.put(
                    option,
                    new Headcount(
                            option,
                            number(row, "people"),
                            number(row, "companions"),
                            diets.getOrDefault(option, Map.of()),
                            number(row, "diet_notes"),
                            accessNeeds.getOrDefault(option, Map.of()),
                            number(row, "access_notes")));
        }
        return counts;
    }

    /** What the sessions must be ready for: how many of those with a place need what, whatever they come along to. */
    public SessionNeeds sessionNeeds(UUID callId) {
        Map<AccessNeed, Long> needs = new EnumMap<>(AccessNeed.class);
        for (Tuple row : rows(ACCESS_NEEDS_OF_EVERYBODY, callId)) {
            needs.put(AccessNeed.valueOf(row.get("code", String.class)), number(row, "people"));
        }
        return new SessionNeeds(
                needs, number(rows(ACCESS_NOTES_OF_EVERYBODY, callId).get(0), "notes"));
    }

    /** Arrivals by day of the venue and means. */
    public List<TravelCount> arrivals(UUID callId, Workshop workshop) {
        return travel(ARRIVALS, callId, workshop);
    }

    /** Departures by day of the venue and means. */
    public List<TravelCount> departures(UUID callId, Workshop workshop) {
        return travel(DEPARTURES, callId, workshop);
    }

    /** How many have answered what, for the days on which the workshop is. */
    public AnswerCount answers(UUID callId) {
        Tuple row = rows(ANSWERS, callId).get(0);
        return new AnswerCount(
                number(row, "admitted"),
                number(row, "travel"),
                number(row, "choices"),
                number(row, "needs"),
                number(row, "photo_yes"),
                number(row, "photo_no"),
                number(row, "photo_forgotten"));
    }

    /** Who comes along to the option, by name; what they eat only where there is something to eat. */
    List<Participant> participants(LogisticsOption option) {
        List<Tuple> rows =
                tuples(database.createNativeQuery(PARTICIPANTS, Tuple.class).setParameter("optionId", option.id()));
        Map<UUID, Needs.Answer> needs =
                needsOfPeople
                        .of(rows.stream().map(row -> row.get("id", UUID.class)).collect(Collectors.toSet()))
                        .stream()
                        .collect(Collectors.toMap(Needs::applicationId, Needs::answer));
        return rows.stream()
                .map(row -> new Participant(
                        row.get("id", UUID.class),
                        row.get("given_name", String.class),
                        row.get("family_name", String.class),
                        row.get("organisation", String.class),
                        row.get("city_id", String.class),
                        (int) number(row, "companions"),
                        row.get("photo_consent", Boolean.class),
                        forList(needs.get(row.get("id", UUID.class)), option.kind())))
                .toList();
    }

    private static Needs.Answer forList(Needs.Answer needs, OptionKind kind) {
        return needs == null || kind.isEaten() ? needs : needs.withoutDiet();
    }

    private List<TravelCount> travel(String sql, UUID callId, Workshop workshop) {
        return tuples(database.createNativeQuery(sql, Tuple.class)
                        .setParameter("callId", callId)
                        .setParameter("zone", workshop.zone().getId()))
                .stream()
                .map(row -> new TravelCount(
                        row.get("day", LocalDate.class),
                        TravelMeans.valueOf(row.get("by", String.class)),
                        number(row, "people"),
                        !workshop.isAround(row.get("day", LocalDate.class))))
                .toList();
    }

    private <E extends Enum<E>> Map<UUID, Map<E, Long>> byCode(String sql, UUID callId, Class<E> codes) {
        Map<UUID, Map<E, Long>> byOption = new HashMap<>();
        for (Tuple row : rows(sql, callId)) {
            byOption.computeIfAbsent(row.get("option_id", UUID.class), option -> new EnumMap<>(codes))
                    .put(Enum.valueOf(codes, row.get("code", String.class)), number(row, "people"));
        }
        return byOption;
    }

    private List<Tuple> rows(String sql, UUID callId) {
        return tuples(database.createNativeQuery(sql, Tuple.class).setParameter("callId", callId));
    }

    @SuppressWarnings("unchecked")
    private static List<Tuple> tuples(Query query) {
        return query.getResultList();
    }

    private static long number(Tuple row, String column) {
        return ((Number) row.get(column)).longValue();
    }
}
