package eu.urbact.infocus.portal.door;

import java.time.Instant;

import eu.urbact.infocus.portal.shell.services.CheckedIn;
import eu.urbact.infocus.portal.shell.services.WalkedIn;

/**
 * What the last click did, shown on the page that answers it: names stand in no address.
 *
 * @param kind in, again, undone, walkin or walkin-undone
 * @param since when the person came, or null
 * @param undo id to take it back by, or null
 * @param noPictures whether the person has said that they do not want to be in pictures
 * @param inRoom how many are in the room, for walk-ins
 */
public record Happened(
        String kind,
        String name,
        Instant since,
        String undo,
        boolean noPictures,
        Long inRoom,
        Integer capacity,
        boolean full) {

    /** Nothing yet. */
    static final Happened NOTHING = new Happened("", "", null, null, false, null, null, false);

    static Happened of(CheckedIn in) {
        return new Happened(
                in.repeated() ? "again" : "in",
                in.name(),
                in.checkedInAt(),
                in.applicationId(),
                in.noPictures(),
                null,
                null,
                false);
    }

    static Happened of(WalkedIn in) {
        return new Happened(
                "walkin",
                in.walkIn().name(),
                in.walkIn().arrivedAt(),
                in.walkIn().id(),
                false,
                in.present(),
                in.capacity(),
                in.full());
    }

    static Happened undone(String kind) {
        return new Happened(kind, "", null, null, false, null, null, false);
    }

    /** Whether there is anything to say. */
    public boolean isPresent() {
        return !kind.isEmpty();
    }

    @Override
    public String toString() {
        return "Happened[" + kind + "]";
    }
}
