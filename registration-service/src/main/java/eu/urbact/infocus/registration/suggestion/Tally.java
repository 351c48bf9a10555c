package eu.urbact.infocus.registration.suggestion;

/** How many organisers are for and against admitting a person. */
public record Tally(int yes, int no) {

    /** Nobody has voted. */
    public static final Tally NONE = new Tally(0, 0);

    int net() {
        return yes - no;
    }
}
