package eu.urbact.infocus.registration.attendance;

import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.UUID;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.persistence.Query;
import jakarta.persistence.Tuple;

import io.quarkus.hibernate.orm.panache.PanacheRepositoryBase;

import eu.urbact.infocus.chassis.rest.Page;
import eu.urbact.infocus.chassis.rest.PageRequest;
import eu.urbact.infocus.registration.application.ApplicationState;
import eu.urbact.infocus.registration.application.Profile;
import eu.urbact.infocus.registration.application.SearchWords;
import eu.urbact.infocus.registration.application.WhoCame;
import eu.urbact.infocus.registration.programmeview.Workshop;

/** Who came, and who of those with a place did not. Without a place are those who came all the same, see {@link WalkIns}. */
@ApplicationScoped
public class CheckIns implements PanacheRepositoryBase<CheckIn, UUID>, WhoCame {

    /** Which people a list shows: of those who have been forgotten only who came on that day. */
    public enum Shown {
        ALL(""),
        PRESENT(" and c.id is not null"),
        EXPECTED(" and c.id is null"),
        /** Also who has applied and has no place. */
        ANYBODY("");

        private final String condition;

        Shown(String condition) {
            this.condition = condition;
        }
    }

    /** Written by hand because only SQL can say "unless they are there already" in one step with the insert. */
    private static final String INSERT_ONCE = """
            insert into attendance
                (id, call_id, workshop_id, day, application_id, city_id, checked_in_at, checked_in_by, version)
            values (:id, :callId, :workshopId, :day, :applicationId, :cityId, :at, :by, 0)
            on conflict (application_id, day) do nothing
            """;

    /**
     * Whoever has a place at this moment, when a day ends: on one that is over, nobody becomes a no-show by a later place, nor goes by
     * giving theirs up.
     */
    private static final String HAS_PLACE = """
            (a.place_since < %1$s and (a.place_until is null or a.place_until >= %1$s) or a.past_places @> %1$s)
            """;

    private static final String CALL = """
            from application a
            left join attendance c on c.application_id = a.id and c.day = :day
            left join walk_in w on w.application_id = a.id and w.day = :day
            where a.call_id = :callId
            """;

    /**
     * People with a place, and who came while they had one; an index has those who ever had a place. Whoever has given theirs up and is
     * written down afterwards, for a day that is over, as somebody who walked in was not missing.
     */
    private static final String PEOPLE = CALL + " and a.place_since is not null and ("
            + HAS_PLACE.formatted("cast(:dayEnds as timestamptz)") + " and w.id is null or c.id is not null)";

    /** Nobody else can come any more of those who have been forgotten. */
    private static final String NOT_FORGOTTEN = " and (a.erased_at is null or c.id is not null)";

    /** Whoever has applied again is found by the application that is live, unless they were let in by the one that has ended. */
    private static final String APPLICANTS = CALL + """
             and a.erased_at is null and (a.state not in ('DECLINED', 'WITHDRAWN') or c.id is not null or w.id is not null
                or not exists (select 1 from application o where o.call_id = a.call_id and o.email_key = a.email_key
                    and o.state in ('SUBMITTED', 'ADMITTED', 'WAITLISTED', 'OFFERED')))
            """;

    /** What is asked for is a query of its own, or it would be made a key anew for every row; an index has the keys of the applicants. */
    private static final String IS_NAMED = """
            in ((select name_key(:given || ' ' || :family)), (select name_key(:family || ' ' || :given)))
            """;

    private static final String NAMED = """
            select min(least(c.checked_in_at, w.arrived_at)) as since
            from application a
            left join attendance c on c.application_id = a.id and c.day = :day
            left join walk_in w on w.application_id = a.id and w.day = :day
            where a.call_id = :callId and a.erased_at is null
                and name_key(a.given_name || ' ' || a.family_name) %s
            group by a.email_key
            order by 1 nulls first
            """.formatted(IS_NAMED);

    private static final String WALKED_IN = """
            select min(w.arrived_at) from walk_in w where w.call_id = :callId and w.day = :day and w.erased_at is null
                and name_key(w.organisation) = (select name_key(:organisation))
                and name_key(w.given_name || ' ' || w.family_name) %s
            """.formatted(IS_NAMED);

    private static final String COLUMNS = """
            select a.id, a.given_name, a.family_name, a.organisation, a.city_id, a.country, c.checked_in_at,
                   c.checked_in_by,
                   (select count(*) from attendance d where d.application_id = a.id) as days,
                   a.state, w.id as walk_in_id, w.arrived_at, a.profile, a.contributor, a.cluster_id
            """;

    private static final String VISITORS = """
            select a.id, a.city_id, a.country, a.profile, a.erased_at is not null as forgotten, came.at_all
            from application a
            cross join lateral (select exists
                (select 1 from attendance c where c.application_id = a.id) as at_all) came
            where a.call_id = :callId and a.place_since is not null and (came.at_all or exists (
                select from unnest(cast(:ends as timestamptz[])) as day (ends)
                where %s))
            order by a.city_id nulls last, a.id
            """.formatted(HAS_PLACE.formatted("day.ends"));

    private static final String BY_NAME = " order by a.sort_name, a.id";

    /** Adds it; false when the person is there already, also when two desks do it at the same moment. */
    boolean addOnce(CheckIn checkIn) {
        return getEntityManager()
                        .createNativeQuery(INSERT_ONCE)
                        .setParameter("id", checkIn.id())
                        .setParameter("callId", checkIn.callId())
                        .setParameter("workshopId", checkIn.workshopId())
                        .setParameter("day", checkIn.day())
                        .setParameter("applicationId", checkIn.applicationId())
                        .setParameter("cityId", checkIn.cityId())
                        .setParameter("at", checkIn.checkedInAt())
                        .setParameter("by", checkIn.checkedInBy())
                        .executeUpdate()
                == 1;
    }

    /** Takes it away; false when there was none. */
    boolean remove(UUID applicationId, LocalDate day) {
        return delete("applicationId = ?1 and day = ?2", applicationId, day) == 1;
    }

    public Optional<CheckIn> of(UUID applicationId, LocalDate day) {
        return find("applicationId = ?1 and day = ?2", applicationId, day).firstResultOptional();
    }

    /** The days on which the person was there, in order. */
    public List<CheckIn> of(UUID applicationId) {
        return list("applicationId = ?1 order by day", applicationId);
    }

    /** What a walk-in became when the person was given a place. */
    public Optional<CheckIn> became(UUID callId, LocalDate day, UUID walkInId) {
        return find("id = ?1 and callId = ?2 and day = ?3 and applicationId is not null", walkInId, callId, day)
                .firstResultOptional();
    }

    /**
     * Those of this name who have applied, in whatever order and with whatever accents, blanks and hyphens it is written: since when each is
     * in on this day, and nothing for those who are expected, who come first. Whoever has applied again after withdrawing is one person.
     */
    List<Optional<Instant>> named(UUID callId, LocalDate day, WalkIn.Guest guest) {
        return tuples(getEntityManager()
                        .createNativeQuery(NAMED, Tuple.class)
                        .setParameter("callId", callId)
                        .setParameter("day", day)
                        .setParameter("given", guest.givenName())
                        .setParameter("family", guest.familyName()))
                .stream()
                .map(row -> Optional.ofNullable(row.get("since", Instant.class)))
                .toList();
    }

    /** When somebody of this name and organisation, written like that, has walked in on this day. */
    Optional<Instant> walkedIn(UUID callId, LocalDate day, WalkIn.Guest guest) {
        return Optional.ofNullable((Instant) getEntityManager()
                .createNativeQuery(WALKED_IN)
                .setParameter("callId", callId)
                .setParameter("day", day)
                .setParameter("given", guest.givenName())
                .setParameter("family", guest.familyName())
                .setParameter("organisation", guest.organisation())
                .getSingleResult());
    }

    /** The days on which anybody came, with a place or without one, whatever the days of the workshop are by now. */
    Set<LocalDate> days(UUID callId) {
        Set<LocalDate> days = new TreeSet<>(countByDay(callId).keySet());
        days.addAll(walkInsByDay(callId).keySet());
        return days;
    }

    @Override
    public boolean hasCome(UUID applicationId, Workshop workshop) {
        return count(
                        "applicationId = ?1 and day between ?2 and ?3",
                        applicationId,
                        workshop.firstDay(),
                        workshop.lastDay())
                > 0;
    }

    @Override
    public boolean hasEverCome(UUID applicationId) {
        return count("applicationId = ?1", applicationId) > 0;
    }

    @Override
    public boolean hasWalkedIn(UUID applicationId) {
        return getEntityManager()
                        .createQuery("select count(w) from WalkIn w where w.applicationId = :id", Long.class)
                        .setParameter("id", applicationId)
                        .getSingleResult()
                > 0;
    }

    /** Whether the text says who is looked for, so that not everybody is found. */
    public static boolean saysWho(String text) {
        return !SearchWords.of(text).isEmpty();
    }

    /** One page of the people with a place, or of all who have applied; their name or organisation must hold each word, as {@link SearchWords} says. */
    public Page<Attendee> people(UUID callId, WorkshopDay day, String text, Shown shown, PageRequest page) {
        StringBuilder where = new StringBuilder(shown == Shown.ANYBODY ? APPLICANTS : PEOPLE)
                .append(NOT_FORGOTTEN)
                .append(shown.condition);
        Map<String, Object> parameters = new HashMap<>();
        if (shown != Shown.ANYBODY) {
            parameters.put("dayEnds", day.ends());
        }
        for (List<String> patterns : SearchWords.of(text)) {
            List<String> inAll = new ArrayList<>();
            List<String> inNames = new ArrayList<>();
            for (String pattern : patterns) {
                String name = "pattern" + parameters.size();
                // a query of its own, or it would be folded anew for every row
                String fits = " like (select folded(:" + name + ")) escape '!'";
                inAll.add("a.search_text" + fits);
                inNames.add("searchable(a.given_name || ' ' || a.family_name || ' ' || a.organisation)" + fits);
                parameters.put(name, pattern);
            }
            // the first is served by an index and true of more: the address stands there too
            where.append(" and (" + String.join(" or ", inAll) + ") and (" + String.join(" or ", inNames) + ")");
        }
        Query count = getEntityManager().createNativeQuery("select count(*) " + where);
        Query rows = getEntityManager()
                .createNativeQuery(COLUMNS + where + BY_NAME, Tuple.class)
                .setFirstResult(page.offset())
                .setMaxResults(page.size());
        for (Query query : List.of(count, rows)) {
            query.setParameter("callId", callId).setParameter("day", day.date());
            parameters.forEach(query::setParameter);
        }
        return Page.of(attendees(rows), page, ((Number) count.getSingleResult()).longValue());
    }

    /** Everybody with a place on this day by name, for a list on paper. */
    public List<Attendee> sheet(UUID callId, WorkshopDay day) {
        return attendees(
                ofDay(getEntityManager().createNativeQuery(COLUMNS + PEOPLE + BY_NAME, Tuple.class), callId, day));
    }

    /** Who has a place on this day and did not come. */
    public List<Attendee> noShows(UUID callId, WorkshopDay day) {
        return attendees(ofDay(
                getEntityManager()
                        .createNativeQuery(COLUMNS + PEOPLE + Shown.EXPECTED.condition + BY_NAME, Tuple.class),
                callId,
                day));
    }

    /** People with a place on this day, or who came while they had one. */
    long expected(UUID callId, WorkshopDay day) {
        return ((Number) ofDay(getEntityManager().createNativeQuery("select count(*) " + PEOPLE), callId, day)
                        .getSingleResult())
                .longValue();
    }

    private static Query ofDay(Query query, UUID callId, WorkshopDay day) {
        return query.setParameter("callId", callId)
                .setParameter("day", day.date())
                .setParameter("dayEnds", day.ends());
    }

    /** How many with a place came, by day. */
    public Map<LocalDate, Long> countByDay(UUID callId) {
        return byDay("attendance", callId);
    }

    /** How many came without a place, by day; erased ones count on. */
    Map<LocalDate, Long> walkInsByDay(UUID callId) {
        return byDay("walk_in", callId);
    }

    /**
     * Who had a place when one of these days ended, be it to come, or came while they had one, and who of them came at all; by city, the
     * others last.
     *
     * @param days of the workshop
     */
    List<Visitor> visitors(UUID callId, List<WorkshopDay> days) {
        return tuples(getEntityManager()
                        .createNativeQuery(VISITORS, Tuple.class)
                        .setParameter("callId", callId)
                        .setParameter(
                                "ends",
                                days.stream().map(day -> day.ends().toString()).toArray(String[]::new)))
                .stream()
                .map(row -> new Visitor(
                        row.get(0, UUID.class),
                        row.get(1, String.class),
                        row.get(2, String.class),
                        Profile.valueOf(row.get(3, String.class)),
                        row.get(4, Boolean.class),
                        row.get(5, Boolean.class)))
                .toList();
    }

    private Map<LocalDate, Long> byDay(String table, UUID callId) {
        Map<LocalDate, Long> counts = new HashMap<>();
        tuples(getEntityManager()
                        .createNativeQuery(
                                "select day, count(*) from " + table + " where call_id = :callId group by day",
                                Tuple.class)
                        .setParameter("callId", callId))
                .forEach(row -> counts.put(row.get(0, LocalDate.class), ((Number) row.get(1)).longValue()));
        return counts;
    }

    private static List<Attendee> attendees(Query query) {
        return tuples(query).stream()
                .map(row -> new Attendee(
                        row.get(0, UUID.class),
                        row.get(1, String.class),
                        row.get(2, String.class),
                        row.get(3, String.class),
                        row.get(4, String.class),
                        row.get(5, String.class),
                        row.get(6, Instant.class),
                        row.get(7, String.class),
                        ((Number) row.get(8)).intValue(),
                        ApplicationState.valueOf(row.get(9, String.class)),
                        row.get(10, UUID.class),
                        row.get(11, Instant.class),
                        Profile.valueOf(row.get(12, String.class)),
                        row.get(13, Boolean.class),
                        row.get(14, String.class)))
                .toList();
    }

    private static List<Tuple> tuples(Query query) {
        List<Tuple> rows = new ArrayList<>();
        for (Object row : query.getResultList()) {
            rows.add((Tuple) row);
        }
        return rows;
    }
}
