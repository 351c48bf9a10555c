package eu.urbact.infocus.registration.hotel;

import java.util.LinkedHashMap;
import java.util.Map;
import java.util.UUID;
import jakarta.enterprise.context.ApplicationScoped;

import eu.urbact.infocus.chassis.audit.Changes;

/**
 * What the audit trail says about a request: the state, the kind of room and the hotel by its name, which stays readable when the hotel is
 * removed. In which nights somebody sleeps there is not said, because the trail stays when the person is forgotten.
 */
@ApplicationScoped
class RoomTrail {

    private final Hotels hotels;

    RoomTrail(Hotels hotels) {
        this.hotels = hotels;
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
