package eu.urbact.infocus.registration.suggestion;

import java.util.UUID;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.persistence.LockModeType;
import jakarta.transaction.Transactional;

import io.quarkus.hibernate.orm.panache.PanacheRepositoryBase;

/** The balance goals of all calls. */
@ApplicationScoped
public class GoalsOfCalls implements PanacheRepositoryBase<BalanceGoals, UUID> {

    private static final String INSERT_DEFAULT = """
            insert into balance_goals (call_id, max_per_city_in_open_pool, newcomers_percent, version)
            values (:callId, :maxPerCity, :newcomersPercent, 0)
            on conflict (call_id) do nothing
            """;

    /**
     * Goals and their version. A call that nobody has changed them for has the default ones, as version 0.
     *
     * @param version raised by every change
     */
    public record Versioned(Goals goals, long version) {}

    public Versioned of(UUID callId) {
        return findByIdOptional(callId)
                .map(kept -> new Versioned(kept.goals(), kept.version()))
                .orElse(new Versioned(Goals.DEFAULT, 0));
    }

    /**
     * The same, locked, and written down when they were not: for somebody who compares the version before they change them. The first change of
     * two at once would otherwise be lost.
     */
    @Transactional(Transactional.TxType.MANDATORY)
    public Versioned lockedToChange(UUID callId) {
        BalanceGoals kept = toChange(callId);
        return new Versioned(kept.goals(), kept.version());
    }

    /** The goals, locked, and written down when they were not. */
    BalanceGoals toChange(UUID callId) {
        getEntityManager()
                .createNativeQuery(INSERT_DEFAULT)
                .setParameter("callId", callId)
                .setParameter("maxPerCity", Goals.DEFAULT.maxPerCityInOpenPool())
                .setParameter("newcomersPercent", Goals.DEFAULT.newcomersPercent())
                .executeUpdate();
        return findById(callId, LockModeType.PESSIMISTIC_WRITE);
    }
}
