package eu.urbact.infocus.registration.logistics;

import java.time.Instant;
import java.util.Optional;
import java.util.UUID;
import jakarta.enterprise.context.ApplicationScoped;

import io.quarkus.hibernate.orm.panache.PanacheRepositoryBase;

/** The settings of calls that have any. */
@ApplicationScoped
public class LogisticsSettings implements PanacheRepositoryBase<LogisticsSetting, UUID> {

    /** From when on places are changed on request only; empty as long as the organisers ask nothing. */
    public Optional<Instant> freezeAt(UUID callId) {
        return findByIdOptional(callId).map(LogisticsSetting::freezeAt);
    }

    /** Makes sure that there is a row with a version; the first change of two at once would otherwise be lost. */
    void ensure(UUID callId) {
        getEntityManager()
                .createNativeQuery(
                        "insert into logistics_setting (call_id, freeze_at, version) values (:callId, null, 0)"
                                + " on conflict (call_id) do nothing")
                .setParameter("callId", callId)
                .executeUpdate();
    }
}
