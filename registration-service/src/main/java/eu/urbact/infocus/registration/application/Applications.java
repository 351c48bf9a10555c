package eu.urbact.infocus.registration.application;

import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collection;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.function.Consumer;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import javax.sql.DataSource;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.persistence.LockModeType;
import jakarta.persistence.Tuple;
import jakarta.persistence.TypedQuery;

import io.quarkus.hibernate.orm.panache.PanacheRepositoryBase;
import org.hibernate.jpa.HibernateHints;

import eu.urbact.infocus.chassis.rest.Page;
import eu.urbact.infocus.chassis.rest.PageRequest;

/** All applications. */
@ApplicationScoped
public class Applications implements PanacheRepositoryBase<Application, UUID> {

    /** Written by hand because only SQL can say "unless this person has a live one", in one step with the insert. */
    private static final String INSERT_UNLESS_LIVE = """
            insert into application
                (id, call_id, workshop_id, state, given_name, family_name, email, email_key, organisation, position,
                 city_id, country, profile, contributor, motivation, language, cluster_id, link_version, applied_at, version)
            values (?, ?, ?, 'SUBMITTED', ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, 1, ?, 0)
            on conflict (call_id, email_key) where state in ('SUBMITTED', 'ADMITTED', 'WAITLISTED', 'OFFERED')
                do nothing
            """;

    /**
     * Condition of a query about {@code Application a}: the person, known by their mail address, has a place at a workshop that begins before
     * that of the application. Places at later ones do not count, or the figures of a workshop would change with whoever is admitted to the
     * next. Takes {@code :admitted}, the state of those who have a place.
     */
    public static final String HAS_BEEN_BEFORE = """
            exists (
                select o.id from Application o
                join Workshop there on there.id = o.workshopId
                join Workshop here on here.id = a.workshopId
                where o.emailKey = a.emailKey and o.state = :admitted and there.startsAt < here.startsAt)
            """;

    private static final String KNOWN = """
            select id, workshop_id, city_id, state, bucket, coalesce(told_again_at > ?, false) as told_lately
            from application
            where call_id = ? and email_key = ? and state in ('SUBMITTED', 'ADMITTED', 'WAITLISTED', 'OFFERED')
            """;

    private static final String TELL_AGAIN = """
            update application set told_again_at = ?
            where id = (
                select id from application where id = ? and (told_again_at is null or told_again_at <= ?)
                for no key update skip locked)
            """;

    private static final Duration TOLD_AGAIN_AFTER = Duration.ofDays(1);

    private static final String ASK_FOR_LINK = """
            update application set link_asked_at = :now
            where (link_asked_at is null or link_asked_at <= :earlier) and id in (
                select distinct on (a.call_id) a.id
                from application a join call_for_participation c on c.id = a.call_id
                where (:slug = '' or c.workshop_slug = :slug)
                    and c.state <> 'DRAFT' and a.email_key = :emailKey
                order by a.call_id, (a.state in ('SUBMITTED', 'ADMITTED', 'WAITLISTED', 'OFFERED')) desc,
                    a.applied_at desc, a.id)
            returning id
            """;

    private static final int FETCHED_AT_ONCE = 500;
    /** So many are found and sorted in a few milliseconds; of more than these, every page of the list holds some. */
    private static final int FEW = 10_000;
    /** Of more than these, one in a hundred or so passes, and a page is full soon when the list is walked through. */
    private static final int VERY_FEW = 2_000;

    private static final List<ApplicationState> LIVE = Arrays.stream(ApplicationState.values())
            .filter(ApplicationState::isLive)
            .toList();

    private final DataSource dataSource;

    Applications(DataSource dataSource) {
        this.dataSource = dataSource;
    }

    /** Adds the application; false when the person has a live one for this call, also when both came at the same moment. */
    boolean addUnlessLive(Application application) {
        // without Hibernate, which would put this together anew for everybody who applies
        try (Connection connection = dataSource.getConnection();
                PreparedStatement statement = connection.prepareStatement(INSERT_UNLESS_LIVE)) {
            statement.setObject(1, application.id());
            statement.setObject(2, application.callId());
            statement.setObject(3, application.workshopId());
            statement.setString(4, application.givenName());
            statement.setString(5, application.familyName());
            statement.setString(6, application.email());
            statement.setString(7, application.emailKey());
            statement.setString(8, application.organisation());
            statement.setString(9, application.position());
            statement.setString(10, application.cityId());
            statement.setString(11, application.country());
            statement.setString(12, application.profile().name());
            statement.setBoolean(13, application.contributor());
            statement.setString(14, application.motivation());
            statement.setString(15, application.language());
            statement.setString(16, application.clusterId());
            statement.setObject(17, application.appliedAt().atOffset(ZoneOffset.UTC));
            return statement.executeUpdate() == 1;
        } catch (SQLException e) {
            throw new IllegalStateException("the application could not be written", e);
        }
    }

    /**
     * What there is to tell about the person's live application for this call. Without Hibernate: who applies again shall not wait longer
     * for the answer than who applies for the first time.
     */
    Optional<KnownApplication> known(UUID callId, EmailAddress email, Instant now) {
        try (Connection connection = dataSource.getConnection();
                PreparedStatement statement = connection.prepareStatement(KNOWN)) {
            statement.setObject(1, now.minus(TOLD_AGAIN_AFTER).atOffset(ZoneOffset.UTC));
            statement.setObject(2, callId);
            statement.setString(3, email.key());
            try (ResultSet row = statement.executeQuery()) {
                return row.next()
                        ? Optional.of(new KnownApplication(
                                row.getObject("id", UUID.class),
                                callId,
                                row.getObject("workshop_id", UUID.class),
                                row.getString("city_id"),
                                ApplicationState.valueOf(row.getString("state")),
                                row.getString("bucket"),
                                row.getBoolean("told_lately")))
                        : Optional.empty();
            }
        } catch (SQLException e) {
            throw new IllegalStateException("the application could not be read", e);
        }
    }

    /** The applications to this call by the keys of their addresses; of several of one person the newest. */
    Map<String, UUID> ofAddresses(UUID callId, List<String> emailKeys) {
        if (emailKeys.isEmpty()) {
            return Map.of();
        }
        return getEntityManager()
                .createQuery(
                        "select a.emailKey, a.id from Application a where a.callId = :callId and a.emailKey in :keys"
                                + " order by a.appliedAt, a.id",
                        Object[].class)
                .setParameter("callId", callId)
                .setParameter("keys", emailKeys)
                .getResultStream()
                .collect(Collectors.toMap(row -> (String) row[0], row -> (UUID) row[1], (earlier, later) -> later));
    }

    /** Whether somebody with this address has a place and comes with this city. */
    public boolean isAdmitted(UUID callId, String cityId, String emailKey) {
        return count(
                        "callId = ?1 and cityId = ?2 and emailKey = ?3 and state = ?4",
                        callId,
                        cityId,
                        emailKey,
                        ApplicationState.ADMITTED)
                > 0;
    }

    /** The live one of the same person to the same call, beside one that is live no more; empty beside one that is live itself. */
    public Optional<Application> liveOther(Application application) {
        return application.state().isLive()
                ? Optional.empty()
                : find(
                                "callId = ?1 and emailKey = ?2 and state in ?3",
                                application.callId(),
                                application.emailKey(),
                                LIVE)
                        .firstResultOptional();
    }

    /** Whether another application of this address to this call is live. */
    boolean isLive(UUID callId, EmailAddress email, UUID besides) {
        return count("callId = ?1 and emailKey = ?2 and state in ?3 and id <> ?4", callId, email.key(), LIVE, besides)
                > 0;
    }

    /** Those that are live no more and whose people have another application to the same call that is; their ids. */
    public Set<UUID> withLiveOther(Collection<Application> applications) {
        List<UUID> ended = applications.stream()
                .filter(application -> !application.state().isLive())
                .map(Application::id)
                .toList();
        return ended.isEmpty()
                ? Set.of()
                : getEntityManager()
                        .createQuery(
                                "select a.id from Application a, Application live where a.id in :ended"
                                        + " and live.callId = a.callId and live.emailKey = a.emailKey"
                                        + " and live.state in :live and live.id <> a.id",
                                UUID.class)
                        .setParameter("ended", ended)
                        .setParameter("live", LIVE)
                        .getResultStream()
                        .collect(Collectors.toSet());
    }

    /**
     * The application, locked. Everybody locks the application before a seat bucket, so that nobody waits in a circle.
     *
     * @throws jakarta.persistence.OptimisticLockException when it has changed since it was read in this transaction
     */
    Application toDecide(UUID id) {
        return findById(id, LockModeType.PESSIMISTIC_WRITE);
    }

    /**
     * The application, locked, as it is now, whatever was read before in this transaction: a second withdrawal at the same moment finds it
     * withdrawn, and nobody forgets the person while something is written about them.
     */
    public Application toChange(UUID id) {
        Application application = findById(id);
        getEntityManager().refresh(application, LockModeType.PESSIMISTIC_WRITE);
        return application;
    }

    /**
     * Raises the version of an application that is locked, also when only something beside it has changed that is decided on, so that
     * whoever has seen it as it was is told.
     */
    public void raiseVersion(Application application) {
        getEntityManager().lock(application, LockModeType.PESSIMISTIC_FORCE_INCREMENT);
    }

    /**
     * The application as it is now, whatever was read before in this transaction, and as it stays until the end of it: many may rely on it at
     * once, and nobody changes it in between.
     */
    public Application toRelyOn(UUID id) {
        Application application = findById(id);
        getEntityManager().refresh(application, LockModeType.PESSIMISTIC_READ);
        return application;
    }

    /**
     * The application and the others of the same address to the same call, locked in the order of their ids, as they are now; of the
     * others only those that have ended.
     */
    public List<Application> withEndedOnes(UUID id) {
        Application application = findById(id);
        return getEntityManager()
                .createQuery(
                        "select a.id from Application a where a.id = :id or (a.callId = :callId"
                                + " and a.emailKey = :emailKey and a.state not in :live) order by a.id",
                        UUID.class)
                .setParameter("id", id)
                .setParameter("callId", application.callId())
                .setParameter("emailKey", application.emailKey())
                .setParameter("live", LIVE)
                .getResultList()
                .stream()
                .map(this::toChange)
                .filter(found -> found.id().equals(id) || !found.state().isLive())
                .toList();
    }

    /** The live application of this address, locked, as it is now. */
    Optional<Application> liveToChange(UUID callId, EmailAddress email) {
        return find("callId = ?1 and emailKey = ?2 and state in ?3", callId, email.key(), LIVE)
                .firstResultOptional()
                .map(found -> toChange(found.id()))
                .filter(locked -> locked.state().isLive());
    }

    /** How many there are of a call in each state, without those who have been forgotten; a state without any is absent. */
    public Map<ApplicationState, Long> countByState(UUID callId) {
        return getEntityManager()
                .createQuery(
                        "select a.state, count(a) from Application a where a.callId = :callId and a.erasedAt is null"
                                + " group by a.state",
                        Object[].class)
                .setParameter("callId", callId)
                .getResultStream()
                .collect(Collectors.toMap(row -> (ApplicationState) row[0], row -> (Long) row[1]));
    }

    /** Who applied for this workshop and has not been forgotten, by id. */
    public List<UUID> notErased(UUID workshopId) {
        return getEntityManager()
                .createQuery(
                        "select a.id from Application a where a.workshopId = :workshopId and a.erasedAt is null order by a.id",
                        UUID.class)
                .setParameter("workshopId", workshopId)
                .getResultList();
    }

    /** Who has a place at this workshop and has not been forgotten, by id. */
    public List<Application> withPlace(UUID workshopId) {
        return list(
                "workshopId = ?1 and state = ?2 and erasedAt is null order by id",
                workshopId,
                ApplicationState.ADMITTED);
    }

    /** Who has a place by this call and has not been forgotten, by name. */
    public List<Application> admitted(UUID callId) {
        return list(
                "callId = ?1 and state = ?2 and erasedAt is null order by sortName, id",
                callId,
                ApplicationState.ADMITTED);
    }

    /**
     * Who may still get a place at this workshop, has no offer of one, and has not been forgotten, by id, each with their call. Not the
     * applications themselves: whoever asks may lock some of them afterwards, as they are by then.
     */
    public Map<UUID, UUID> hoping(UUID workshopId) {
        Map<UUID, UUID> calls = new LinkedHashMap<>();
        getEntityManager()
                .createQuery(
                        "select a.id, a.callId from Application a where a.workshopId = :workshop and a.state in :states"
                                + " and a.erasedAt is null order by a.id",
                        Object[].class)
                .setParameter("workshop", workshopId)
                .setParameter("states", List.of(ApplicationState.SUBMITTED, ApplicationState.WAITLISTED))
                .getResultStream()
                .forEach(row -> calls.put((UUID) row[0], (UUID) row[1]));
        return calls;
    }

    /** Notes that the person has sent the questions that are asked of people with a place, also when every answer was left out. */
    public void questionsSent(UUID applicationId, Instant now) {
        getEntityManager()
                .createNativeQuery("update application set questions_sent_at = :now where id = :applicationId")
                .setParameter("now", now)
                .setParameter("applicationId", applicationId)
                .executeUpdate();
    }

    /** When somebody had a place, and gave it up again. */
    record EarlierPlace(Instant beganAt, Instant endedAt) {}

    /** When the person had a place before the one that counts, in order. */
    List<EarlierPlace> earlierPlaces(UUID applicationId) {
        List<?> rows = getEntityManager()
                .createNativeQuery(
                        "select lower(p) as began_at, upper(p) as ended_at from application a, unnest(a.past_places) p"
                                + " where a.id = :applicationId order by 1",
                        Tuple.class)
                .setParameter("applicationId", applicationId)
                .getResultList();
        return rows.stream()
                .map(Tuple.class::cast)
                .map(row -> new EarlierPlace(row.get("began_at", Instant.class), row.get("ended_at", Instant.class)))
                .toList();
    }

    /**
     * When something was noted about an application that nobody is shown.
     *
     * @param toldAgainAt when the person was told last that they have applied already
     * @param linkAskedAt when their link was asked for last
     * @param questionsSentAt when they sent the questions that are asked of people with a place
     */
    record Noted(Instant toldAgainAt, Instant linkAskedAt, Instant questionsSentAt) {}

    Noted noted(UUID applicationId) {
        Tuple row = (Tuple) getEntityManager()
                .createNativeQuery(
                        "select told_again_at, link_asked_at, questions_sent_at from application where id = :applicationId",
                        Tuple.class)
                .setParameter("applicationId", applicationId)
                .getSingleResult();
        return new Noted(
                row.get("told_again_at", Instant.class),
                row.get("link_asked_at", Instant.class),
                row.get("questions_sent_at", Instant.class));
    }

    public boolean hasSentQuestions(UUID applicationId) {
        return !getEntityManager()
                .createNativeQuery(
                        "select 1 from application where id = :applicationId and questions_sent_at is not null")
                .setParameter("applicationId", applicationId)
                .getResultList()
                .isEmpty();
    }

    /**
     * Notes that the person is told again that they have applied; false when they were told within a day, and when somebody is changing the
     * application: whoever applies would wait for them, and learn from it that the address is known.
     */
    boolean mayTellAgain(UUID id, Instant now) {
        try (Connection connection = dataSource.getConnection();
                PreparedStatement statement = connection.prepareStatement(TELL_AGAIN)) {
            statement.setObject(1, now.atOffset(ZoneOffset.UTC));
            statement.setObject(2, id);
            statement.setObject(3, now.minus(TOLD_AGAIN_AFTER).atOffset(ZoneOffset.UTC));
            return statement.executeUpdate() == 1;
        } catch (SQLException e) {
            throw new IllegalStateException("the application could not be written", e);
        }
    }

    /**
     * The newest application of this address to each public call, a live one before all others, with the note that its link is sent now;
     * one whose link was sent within ten minutes is left out.
     *
     * @param workshopSlug only to this workshop's calls; null for all
     */
    List<UUID> whoseLinkToSend(String workshopSlug, EmailAddress email, Instant now) {
        List<?> ids = getEntityManager()
                .createNativeQuery(ASK_FOR_LINK)
                .setParameter("slug", workshopSlug == null ? "" : workshopSlug)
                .setParameter("emailKey", email.key())
                .setParameter("now", now)
                .setParameter("earlier", now.minus(Duration.ofMinutes(10)))
                .getResultList();
        return ids.stream().map(UUID.class::cast).toList();
    }

    /** Only if the person comes with one of these cities. */
    public Optional<Application> ofCities(UUID id, Set<String> cities) {
        return find("id = ?1 and cityId in ?2", id, cities).firstResultOptional();
    }

    public List<Application> all(Collection<UUID> ids) {
        return ids.isEmpty() ? List.of() : list("id in ?1", ids);
    }

    /** The applications, locked in the order of their ids, as everybody locks several of them. */
    public List<Application> locked(Collection<UUID> ids) {
        return ids.isEmpty()
                ? List.of()
                : find("id in ?1 order by id", ids)
                        .withLock(LockModeType.PESSIMISTIC_WRITE)
                        .list();
    }

    /**
     * One page of the applications that pass the filter; filtered, sorted and counted by the database.
     *
     * <p>The page is found by ids alone, which an index holds in this order, and from whichever end of the list is nearer; only its
     * own rows are read as a whole. So a page deep in a long list costs little more than the first.
     */
    public Page<Application> list(ApplicationFilter filter, PageRequest page) {
        long total = count(filter);
        boolean few = (filter.text() != null && total <= FEW) || (filter.isIndexed() && total <= VERY_FEW);
        List<UUID> ids = few ? idsOfFew(filter, page) : ids(filter, page.offset(), page.size(), total);
        Map<UUID, Application> rows = all(ids).stream().collect(Collectors.toMap(Application::id, Function.identity()));
        return Page.of(ids.stream().map(rows::get).filter(Objects::nonNull).toList(), page, total);
    }

    /**
     * A page of few: they are found by what is searched for, then sorted. The database itself likes to walk through the list in its order
     * until the page is full, which is nearly the whole list when those searched for stand at its end.
     */
    private List<UUID> idsOfFew(ApplicationFilter filter, PageRequest page) {
        FilterCondition condition = FilterCondition.of(filter);
        TypedQuery<UUID> query = getEntityManager()
                .createQuery(
                        "with found as materialized (select id as id, appliedAt as appliedAt, sortName as sortName, cityId as cityId,"
                                + " state as state, voteScore as voteScore from Application where " + condition.where()
                                + ") select id from found order by "
                                + filter.order().columns(),
                        UUID.class)
                .setFirstResult(page.offset())
                .setMaxResults(page.size());
        condition.parameters().forEach(query::setParameter);
        return query.getResultList();
    }

    /** The ids of those that pass the filter, in its order; the first of them up to a limit. */
    public List<UUID> ids(ApplicationFilter filter, int limit) {
        return ids(filter, filter.order().columns(), 0, limit);
    }

    private List<UUID> ids(ApplicationFilter filter, int offset, int size, long total) {
        int shown = (int) Math.min(size, total - offset);
        if (shown <= 0) {
            return List.of();
        }
        long after = total - offset - shown;
        if (offset <= after) {
            return ids(filter, filter.order().columns(), offset, shown);
        }
        List<UUID> ids = new ArrayList<>(ids(filter, filter.order().fromTheEnd(), (int) after, shown));
        Collections.reverse(ids);
        return ids;
    }

    private List<UUID> ids(ApplicationFilter filter, String order, int offset, int limit) {
        FilterCondition condition = FilterCondition.of(filter);
        TypedQuery<UUID> query = getEntityManager()
                .createQuery("select id from Application where " + condition.where() + " order by " + order, UUID.class)
                .setFirstResult(offset)
                .setMaxResults(limit);
        condition.parameters().forEach(query::setParameter);
        return query.getResultList();
    }

    /** Those directly before and after an application in a filtered list, where there is one. */
    public Neighbours neighbours(ApplicationFilter filter, Application application) {
        return new Neighbours(beside(filter, application, false), beside(filter, application, true));
    }

    private UUID beside(ApplicationFilter filter, Application application, boolean after) {
        FilterCondition condition = FilterCondition.of(filter);
        TypedQuery<UUID> query = getEntityManager()
                .createQuery(
                        "select id from Application where " + condition.where() + " and "
                                + (after
                                        ? ListPosition.after(filter.order(), application)
                                        : ListPosition.before(filter.order(), application))
                                + " order by "
                                + (after
                                        ? filter.order().columns()
                                        : filter.order().fromTheEnd()),
                        UUID.class)
                .setMaxResults(1);
        condition.parameters().forEach(query::setParameter);
        ListPosition.parameters(filter.order(), application).forEach(query::setParameter);
        return query.getResultStream().findFirst().orElse(null);
    }

    /** Who is directly before and after in a list; null where nobody is. */
    public record Neighbours(UUID previous, UUID next) {}

    /** How many applications pass the filter. */
    public long count(ApplicationFilter filter) {
        FilterCondition condition = FilterCondition.of(filter);
        return count(condition.where(), condition.parameters());
    }

    /**
     * Hands on every application that passes the filter, in its order and as they all were at one moment. They come from the
     * database some hundreds at a time, and none is kept.
     */
    public void each(ApplicationFilter filter, Consumer<Application> receiver) {
        FilterCondition condition = FilterCondition.of(filter);
        try (Stream<Application> rows = find(condition.ordered(filter), condition.parameters())
                .withHint(HibernateHints.HINT_FETCH_SIZE, FETCHED_AT_ONCE)
                .withHint(HibernateHints.HINT_READ_ONLY, true)
                .<Application>stream()) {
            rows.forEach(row -> {
                receiver.accept(row);
                getEntityManager().detach(row);
            });
        }
    }
}
