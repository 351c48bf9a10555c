package eu.urbact.infocus.registration.hotel;

import java.util.List;
import java.util.UUID;
import jakarta.enterprise.context.ApplicationScoped;

import io.quarkus.hibernate.orm.panache.PanacheRepositoryBase;

/** The settings of calls that have any. */
@ApplicationScoped
public class HotelSettings implements PanacheRepositoryBase<HotelSetting, UUID> {

    /** Organisers confirm, unless they have said otherwise. */
    Confirmation confirmation(UUID callId) {
        return findByIdOptional(callId).map(HotelSetting::confirmation).orElse(Confirmation.BY_ORGANISERS);
    }

    /** The calls in which rooms go to whoever asks. */
    List<UUID> automatic() {
        return list("confirmation", Confirmation.AUTOMATIC).stream()
                .map(HotelSetting::callId)
                .toList();
    }

    /** Makes sure that there is a row with a version; the first change of two at once would otherwise be lost. */
    void ensure(UUID callId) {
        getEntityManager()
                .createNativeQuery("insert into hotel_setting (call_id, confirmation, version)"
                        + " values (:callId, 'BY_ORGANISERS', 0) on conflict (call_id) do nothing")
                .setParameter("callId", callId)
                .executeUpdate();
    }
}
