package eu.urbact.infocus.portal.shell.services;

import java.time.OffsetDateTime;
import java.util.List;
import java.util.Set;

/** What is sent to registration-service about the time after admission. */
public final class NewLogistics {

    private NewLogistics() {}

    /** One way. */
    public record Leg(OffsetDateTime at, String by, String details) {

        @Override
        public String toString() {
            return "Leg";
        }
    }

    /** There and back. */
    public record Travel(Leg arrival, Leg departure) {}

    /** Something to come along to, with so many companions. */
    public record Choice(String optionId, int companions) {}

    /** Everything that somebody comes along to. */
    public record Choices(List<Choice> choices) {}

    /** Everything that somebody wants to come along to instead. */
    public record Change(List<Choice> choices, String message) {}

    /** What somebody eats and needs. */
    public record Needs(
            Set<String> diets, String dietNote, Set<String> accessNeeds, String accessNote, boolean consent) {

        @Override
        public String toString() {
            return "Needs";
        }
    }

    /** Whether somebody may be in pictures. */
    public record Photos(boolean consent) {}

    /** The room that somebody would like. */
    public record Room(
            String roomType,
            String checkIn,
            String checkOut,
            String preferredHotelId,
            boolean othersWelcome,
            String sharesWith) {

        @Override
        public String toString() {
            return "Room";
        }
    }

    /** Who sleeps in the double room too; null for nobody. */
    public record Sharing(String sharesWith) {

        @Override
        public String toString() {
            return "Sharing";
        }
    }

    /** From when on places are changed on request only; null to ask nothing. */
    public record Freeze(OffsetDateTime freezeAt) {}

    /** An option as organisers write it down. */
    public record Option(
            String kind,
            String title,
            OffsetDateTime startsAt,
            String meetingPoint,
            boolean companionsWelcome,
            Integer placeLimit) {}

    /** What organisers decide about a request for other places. */
    public record ChangeDecision(boolean accept, String answer) {}

    /** Rooms of one kind in one night. */
    public record Night(String roomType, String night, int rooms, int priceCents) {}

    /** A hotel as organisers write it down. */
    public record Hotel(String name, String address, String category, OffsetDateTime releaseAt, List<Night> nights) {}

    /** Who confirms rooms. */
    public record Confirmation(String confirmation) {}

    /** What organisers decide about a request for a room. */
    public record RoomDecision(String decision, String hotelId, String answer) {}
}
