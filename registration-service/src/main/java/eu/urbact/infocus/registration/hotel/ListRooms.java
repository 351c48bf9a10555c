package eu.urbact.infocus.registration.hotel;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.math.BigDecimal;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.transaction.Transactional;

import eu.urbact.infocus.chassis.audit.AuditTrail;
import eu.urbact.infocus.chassis.table.TableFormat;
import eu.urbact.infocus.chassis.table.TableWriter;

/** Organisers take the rooming list to the hotel, and how its rooms are picked up. Whoever takes names with them is written down. */
@ApplicationScoped
public class ListRooms {

    private static final List<String> COLUMNS = List.of(
            "hotel",
            "room_type",
            "family_name",
            "given_name",
            "organisation",
            "city_id",
            "country",
            "check_in",
            "check_out",
            "nights",
            "price_eur",
            "confirmed_at",
            "shares_with");

    private static final List<String> PICK_UP = List.of(
            "hotel",
            "room_type",
            "night",
            "price_eur",
            "contingent",
            "requested",
            "confirmed",
            "free",
            "given_back",
            "percent");

    private final RoomReports reports;
    private final AuditTrail audit;

    ListRooms(RoomReports reports, AuditTrail audit) {
        this.reports = reports;
        this.audit = audit;
    }

    /**
     * The list as a table; a key of a column is never renamed, a new one comes last.
     *
     * @param hotelId only of this hotel, or null for all
     */
    @Transactional
    public byte[] table(UUID callId, UUID hotelId, TableFormat format) {
        List<Sleeper> sleepers = reports.roomingList(callId, hotelId);
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        try (TableWriter table = format.open(out, "Rooming list", COLUMNS)) {
            for (Sleeper sleeper : sleepers) {
                table.row(Arrays.asList(
                        sleeper.hotelName(),
                        sleeper.roomType(),
                        sleeper.familyName(),
                        sleeper.givenName(),
                        sleeper.organisation(),
                        sleeper.cityId(),
                        sleeper.country(),
                        sleeper.checkIn(),
                        sleeper.checkOut(),
                        sleeper.nights(),
                        BigDecimal.valueOf(sleeper.priceCents(), 2),
                        sleeper.confirmedAt(),
                        sleeper.sharesWith()));
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        audit.record(
                "rooming-list-exported",
                "call",
                callId.toString(),
                Map.of("format", format.extension(), "rows", sleepers.size()));
        return out.toByteArray();
    }

    /** How the rooms are picked up, as a table; a key of a column is never renamed, a new one comes last. */
    @Transactional
    public byte[] pickUp(UUID callId, TableFormat format) {
        List<PickUp> nights = reports.pickUp(callId);
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        try (TableWriter table = format.open(out, "Pick-up", PICK_UP)) {
            for (PickUp night : nights) {
                table.row(List.of(
                        night.hotelName(),
                        night.roomType(),
                        night.night(),
                        BigDecimal.valueOf(night.priceCents(), 2),
                        night.contingent(),
                        night.requested(),
                        night.confirmed(),
                        night.free(),
                        night.givenBack(),
                        night.percent()));
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        audit.record(
                "pick-up-exported",
                "call",
                callId.toString(),
                Map.of("format", format.extension(), "rows", nights.size()));
        return out.toByteArray();
    }
}
