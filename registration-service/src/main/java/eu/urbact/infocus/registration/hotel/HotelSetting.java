package eu.urbact.infocus.registration.hotel;

import java.util.UUID;
import jakarta.persistence.Entity;
import jakarta.persistence.EnumType;
import jakarta.persistence.Enumerated;
import jakarta.persistence.Id;
import jakarta.persistence.Table;
import jakarta.persistence.Version;

/** How rooms are confirmed for the people of one call. */
@Entity
@Table(name = "hotel_setting")
public class HotelSetting {

    @Id
    private UUID callId;

    @Enumerated(EnumType.STRING)
    private Confirmation confirmation;

    @Version
    private long version;

    /** For Hibernate. */
    protected HotelSetting() {}

    void confirmation(Confirmation how) {
        this.confirmation = how;
    }

    UUID callId() {
        return callId;
    }

    public Confirmation confirmation() {
        return confirmation;
    }

    public long version() {
        return version;
    }
}
