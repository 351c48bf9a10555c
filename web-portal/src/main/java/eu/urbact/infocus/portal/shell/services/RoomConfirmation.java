package eu.urbact.infocus.portal.shell.services;

/** Who confirms rooms. */
public record RoomConfirmation(String confirmation, long version) {

    /** Whether whoever asks gets a room at once while one is free. */
    public boolean isAutomatic() {
        return "AUTOMATIC".equals(confirmation);
    }
}
