package eu.urbact.infocus.registration.hotel;

import java.util.LinkedHashMap;
import java.util.Map;
import java.util.UUID;
import jakarta.enterprise.context.ApplicationScoped;

import eu.urbact.infocus.chassis.audit.AuditTrail;
import eu.urbact.infocus.chassis.audit.Changes;

/**
 * What the audit trail says about a request: the state, the kind of room and the hotel by its name, which stays readable when the hotel is
 * removed. In which nights somebody sleeps there is not said. The entries stay when the person is forgotten, and what they say goes before.
 */
@ApplicationScoped
class RoomTrail {

    /** How everything that this trail tells of a request is called. */
    private static final String ACTIONS = "hotel-room-";

    private final Hotels hotels;
    private final AuditTrail audit;

    RoomTrail(Hotels hotels, AuditTrail audit) {
        this.hotels = hotels;
        this.audit = audit;
    }

    /** Leaves only that something was asked for and decided; what is written in the same transaction after this stays. */
    void forget(UUID applicationId) {
        audit.emptyDetails("application", applicationId.toString(), ACTIONS);
    }

    /** As it stands now. */
    Map<String, Object> of(HotelRequest request) {
        Map<String, Object> said = new LinkedHashMap<>();
        said.put("state", request.state());
        if (request.stay() != null && request.state() != HotelRequest.State.CANCELLED) {
            said.put("roomType", request.stay().roomType());
            said.put("wantedHotel", name(request.preferredHotelId()));
            said.put("hotelName", name(request.hotelId()));
        }
        if (request.change() != null) {
            said.put("roomTypeInstead", request.change().stay().roomType());
            said.put("wantedHotelInstead", name(request.change().preferredHotelId()));
        }
        return said;
    }

    /** What has become of what was. */
    Map<String, Object> since(Map<String, Object> before, HotelRequest request) {
        return Changes.between(before, of(request));
    }

    private String name(UUID hotelId) {
        return hotelId == null
                ? null
                : hotels.findByIdOptional(hotelId).map(Hotel::name).orElse(null);
    }
}
