package eu.urbact.infocus.directory.cooperation;

/** Where a cooperation stands. */
public enum CooperationState {
    /** Waits for the other city's answer. */
    PROPOSED,
    /** Both want it; steps follow. */
    ACCEPTED,
    /** The other city does not want it. */
    DECLINED,
    /** The proposing city took it back before an answer. */
    WITHDRAWN,
    /** It was accepted, and is over. */
    ENDED;

    /** Whether it still binds the two clusters. */
    boolean isLive() {
        return this == PROPOSED || this == ACCEPTED;
    }
}
