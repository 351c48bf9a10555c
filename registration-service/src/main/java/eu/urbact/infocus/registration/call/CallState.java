package eu.urbact.infocus.registration.call;

/** Where a call stands: being written, taking applications, taking none any more, put away. */
public enum CallState {
    DRAFT("a draft"),
    OPEN("open"),
    CLOSED("closed"),
    ARCHIVED("archived");

    private final String words;

    CallState(String words) {
        this.words = words;
    }

    /** For people, to follow "this call is". */
    public String words() {
        return words;
    }
}
