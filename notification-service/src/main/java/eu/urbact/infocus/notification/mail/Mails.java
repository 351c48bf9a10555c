package eu.urbact.infocus.notification.mail;

import java.sql.ResultSet;
import java.sql.Statement;
import java.time.Duration;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.persistence.EntityManager;
import jakarta.persistence.LockModeType;

import io.quarkus.hibernate.orm.panache.PanacheQuery;
import io.quarkus.hibernate.orm.panache.PanacheRepositoryBase;
import io.quarkus.panache.common.Page;
import io.quarkus.panache.common.Sort;
import org.hibernate.Session;

import eu.urbact.infocus.notification.template.MailTemplate;

/** All queries on mails. */
@ApplicationScoped
class Mails implements PanacheRepositoryBase<Mail, UUID> {

    // A later mail about an application waits for the earlier ones: "you have a place" must not overtake "we have
    // received".
    private static final String CLAIM = """
            with due as materialized (
                select candidate.id from mail candidate
                 where candidate.state = 'QUEUED' and candidate.next_attempt_at <= clock_timestamp()
                   and not exists (select 1 from mail earlier
                                    where earlier.application_id = candidate.application_id
                                      and earlier.aggregate_version < candidate.aggregate_version
                                      and earlier.state in ('QUEUED', 'SENDING'))
                 order by candidate.next_attempt_at, candidate.id
                 limit :atMost
                   for update skip locked)
            update mail set state = 'SENDING', claim = :claim, claimed_at = clock_timestamp(), version = version + 1
              from due where mail.id = due.id
            returning mail.id""";

    /** Mails that say whether the person has a place. */
    private static final List<MailTemplate> DECIDING = Arrays.stream(MailTemplate.values())
            .filter(template -> template.grantsPlace() || template.endsPlace())
            .toList();

    private static final List<MailTemplate> STANDING = Arrays.stream(MailTemplate.values())
            .filter(MailTemplate::tellsStanding)
            .toList();

    private static final String HAND_OVER = """
            update mail set handed_over_at = clock_timestamp(), version = version + 1
             where id = :id and claim = :claim and state = 'SENDING' and handed_over_at is null""";

    private final EntityManager entityManager;

    Mails(EntityManager entityManager) {
        this.entityManager = entityManager;
    }

    /** Whether this occasion already has its mail. */
    boolean exists(Occasion occasion) {
        // not count(): it would be put together anew each time, and every fact asks this
        return !entityManager
                .createQuery("select 1 from Mail where dedupeKey = :key", Integer.class)
                .setParameter("key", occasion.dedupeKey())
                .getResultList()
                .isEmpty();
    }

    /** Whether the last of the mails about a decision or a withdrawal before this version of the application granted a place. */
    boolean hasPlace(UUID applicationId, long before) {
        return find(
                        "applicationId = ?1 and aggregateVersion < ?2 and template in ?3",
                        Sort.descending("aggregateVersion"),
                        applicationId,
                        before,
                        DECIDING)
                .firstResultOptional()
                .filter(mail -> mail.template().grantsPlace())
                .isPresent();
    }

    /** Whether this mail says how the person stood, and a later one says it otherwise. */
    boolean isOvertaken(Mail mail) {
        return mail.template().tellsStanding()
                && count(
                                "applicationId = ?1 and aggregateVersion > ?2 and template in ?3",
                                mail.applicationId(),
                                mail.aggregateVersion(),
                                STANDING)
                        > 0;
    }

    /**
     * Takes due mails for one claim, passing over those that somebody else is taking.
     *
     * @return the mails, in no order
     */
    List<Mail> claim(UUID claim, int atMost) {
        // without a type, for the same reason as now()
        List<?> claimed = entityManager
                .createNativeQuery(CLAIM)
                .setParameter("claim", claim)
                .setParameter("atMost", atMost)
                .getResultList();
        List<UUID> ids = claimed.stream().map(UUID.class::cast).toList();
        return ids.isEmpty() ? List.of() : list("id in ?1", ids);
    }

    /** Notes that the final dot follows. False when the claim is lost: the caller must not send it. */
    boolean handOver(UUID id, UUID claim) {
        return entityManager
                        .createNativeQuery(HAND_OVER)
                        .setParameter("id", id)
                        .setParameter("claim", claim)
                        .executeUpdate()
                == 1;
    }

    /** One mail, locked until the transaction ends. */
    Optional<Mail> lock(UUID id) {
        return findByIdOptional(id, LockModeType.PESSIMISTIC_WRITE);
    }

    /** All mails about an application, locked until the transaction ends. */
    List<Mail> lockAll(UUID applicationId) {
        return find("applicationId = ?1 order by id", applicationId)
                .withLock(LockModeType.PESSIMISTIC_WRITE)
                .list();
    }

    /** Clears masked address and reply of every mail that ended before this instant, and says how many had any. */
    int clearTraces(Instant endedBefore) {
        return entityManager
                .createNativeQuery("update mail set masked_address = null, smtp_reply = null, version = version + 1"
                        + " where finished_at < :before and (masked_address is not null or smtp_reply is not null)")
                .setParameter("before", endedBefore)
                .executeUpdate();
    }

    /** Claimed mails that no other transaction holds and that were claimed before this instant. */
    List<Mail> claimed(Instant before, int atMost) {
        return find("state = ?1 and claimedAt < ?2", Sort.by("claimedAt"), MailState.SENDING, before)
                .withLock(LockModeType.PESSIMISTIC_WRITE)
                .withHint("jakarta.persistence.lock.timeout", -2)
                .page(Page.ofSize(atMost))
                .list();
    }

    /** The database's clock: shared by all instances, never set to another date. */
    Instant now() {
        // past Hibernate, whose cache of plans keeps another one for each native query of an Instant and looks through
        // all of them
        return entityManager.unwrap(Session.class).doReturningWork(connection -> {
            try (Statement statement = connection.createStatement();
                    ResultSet now = statement.executeQuery("select clock_timestamp()")) {
                now.next();
                return now.getObject(1, OffsetDateTime.class).toInstant();
            }
        });
    }

    /** Number of mails in a state. */
    long count(MailState state) {
        return count("state", state);
    }

    /** How long the oldest due mail has been waiting; zero when none is due. */
    Duration oldestDue() {
        return find("state", Sort.by("nextAttemptAt"), MailState.QUEUED)
                .firstResultOptional()
                .map(mail -> Duration.between(mail.nextAttemptAt(), now()))
                .filter(age -> !age.isNegative())
                .orElse(Duration.ZERO);
    }

    /** The delivery log, newest first; null does not restrict. */
    PanacheQuery<Mail> search(MailState state, MailTemplate template, UUID applicationId, boolean withoutOvertaken) {
        StringBuilder where = new StringBuilder("from Mail mail where 1 = 1");
        Map<String, Object> parameters = new HashMap<>();
        if (withoutOvertaken) {
            where.append(" and (mail.template not in :standing or not exists (select 1 from Mail later"
                    + " where later.applicationId = mail.applicationId and later.template in :standing"
                    + " and later.aggregateVersion > mail.aggregateVersion))");
            parameters.put("standing", STANDING);
        }
        if (state != null) {
            where.append(" and state = :state");
            parameters.put("state", state);
        }
        if (template != null) {
            where.append(" and template = :template");
            parameters.put("template", template);
        }
        if (applicationId != null) {
            where.append(" and applicationId = :applicationId");
            parameters.put("applicationId", applicationId);
        }
        return find(where.toString(), Sort.descending("id"), parameters);
    }
}
