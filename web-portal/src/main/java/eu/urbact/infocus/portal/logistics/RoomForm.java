package eu.urbact.infocus.portal.logistics;

import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import jakarta.ws.rs.core.MultivaluedMap;

import eu.urbact.infocus.portal.shell.FormErrors;
import eu.urbact.infocus.portal.shell.services.NewLogistics;
import eu.urbact.infocus.portal.shell.services.OwnRoom;

import static eu.urbact.infocus.portal.shell.Sent.given;
import static eu.urbact.infocus.portal.shell.Sent.stripped;

/**
 * The room that somebody would like, as it was entered.
 *
 * @param hotel empty for any
 * @param sharesWith who sleeps in a double room too; empty for nobody
 */
public record RoomForm(
        String hotel, String roomType, String checkIn, String checkOut, boolean others, String sharesWith) {

    static RoomForm of(OwnRoom own) {
        OwnRoom.Request said = own.request();
        if (said == null || said.checkIn() == null) {
            return new RoomForm(
                    "",
                    "SINGLE",
                    Entered.date(own.startsAt(), own.zone()),
                    Entered.date(own.endsAt(), own.zone()),
                    true,
                    "");
        }
        if (said.change() != null) {
            OwnRoom.Change change = said.change();
            return new RoomForm(
                    Objects.requireNonNullElse(change.preferredHotelId(), ""),
                    change.roomType(),
                    change.checkIn().toString(),
                    change.checkOut().toString(),
                    change.othersWelcome(),
                    Objects.requireNonNullElse(change.sharesWith(), ""));
        }
        return new RoomForm(
                Objects.requireNonNullElse(said.preferredHotelId(), ""),
                said.roomType(),
                said.checkIn().toString(),
                said.checkOut().toString(),
                said.othersWelcome(),
                Objects.requireNonNullElse(said.sharesWith(), ""));
    }

    static RoomForm of(MultivaluedMap<String, String> sent) {
        return new RoomForm(
                stripped(sent, "hotel"),
                stripped(sent, "roomType"),
                stripped(sent, "checkIn"),
                stripped(sent, "checkOut"),
                "yes".equals(sent.getFirst("others")),
                stripped(sent, "sharesWith"));
    }

    /** What cannot be sent. */
    FormErrors check() {
        List<FormErrors.Entry> errors = new ArrayList<>();
        if (roomType.isBlank()) {
            errors.add(new FormErrors.Entry("roomType", "Choose what kind of room"));
        }
        if (Entered.date(checkIn).isEmpty()) {
            errors.add(new FormErrors.Entry("checkIn", "From: enter the day on which you come"));
        }
        if (Entered.date(checkOut).isEmpty()) {
            errors.add(new FormErrors.Entry("checkOut", "To: enter the day on which you leave"));
        }
        if (!sharesWith.isBlank() && "SINGLE".equals(roomType)) {
            errors.add(new FormErrors.Entry(
                    "sharesWith",
                    "Choose a double room, or leave empty who shares it: in a single room you are alone"));
        }
        return new FormErrors(errors);
    }

    NewLogistics.Room toRoom() {
        return new NewLogistics.Room(roomType, checkIn, checkOut, given(hotel), others, given(sharesWith));
    }

    /** The page's name for a field of the request. */
    static String field(String path) {
        String field = FormErrors.field(path);
        return List.of("roomType", "checkIn", "checkOut", "sharesWith").contains(field) ? field : "";
    }

    @Override
    public String toString() {
        return "RoomForm";
    }
}
