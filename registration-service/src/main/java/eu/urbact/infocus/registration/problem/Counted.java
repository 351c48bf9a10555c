package eu.urbact.infocus.registration.problem;

/** A number with the words that fit it. */
public final class Counted {

    private Counted() {}

    /** "1 seat is" or "2 seats are". */
    public static String of(long number, String one, String many) {
        return number + " " + (number == 1 ? one : many);
    }
}
