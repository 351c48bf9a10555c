package eu.urbact.infocus.portal.shell.services;

import java.time.LocalDate;
import java.util.List;

/** How the rooms of all hotels are picked up. */
public record PickUp(String zone, List<Night> nights, long requestedAnywhere) {

    /** Completes what a service left out. */
    public PickUp {
        nights = nights == null ? List.of() : nights;
    }

    /** Rooms of one kind in one hotel and night. */
    public record Night(
            String hotelId,
            String hotelName,
            String roomType,
            LocalDate night,
            int contingent,
            long requested,
            int confirmed,
            int givenBack,
            int free,
            int percent,
            int priceCents) {}

    /** All room nights that were kept. */
    public int contingent() {
        return nights.stream().mapToInt(Night::contingent).sum();
    }

    /** All room nights that somebody has. */
    public int confirmed() {
        return nights.stream().mapToInt(Night::confirmed).sum();
    }

    /** All room nights that can still be given. */
    public int free() {
        return nights.stream().mapToInt(Night::free).sum();
    }

    /** All room nights that went back. */
    public int givenBack() {
        return nights.stream().mapToInt(Night::givenBack).sum();
    }
}
