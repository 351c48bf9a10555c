package eu.urbact.infocus.registration.call;

/** Where a call stands: being written, taking applications, taking none any more, put away. */
public enum CallState {
    DRAFT,
    OPEN,
    CLOSED,
    ARCHIVED
}
