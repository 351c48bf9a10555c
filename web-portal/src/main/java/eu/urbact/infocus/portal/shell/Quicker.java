package eu.urbact.infocus.portal.shell;

import java.time.Instant;

import eu.urbact.infocus.portal.shell.services.Problem;
import eu.urbact.infocus.portal.shell.text.Times;

/**
 * What is said to whoever decides on something that somebody else has decided in the meantime, or they themselves with a first click or
 * in another window.
 */
public final class Quicker {

    private Quicker() {}

    /** For a refusal that says who it was. */
    public static String words(Problem problem, String zone) {
        return words(problem.by(), problem.isOwnRepetition(), problem.at(), zone);
    }

    /**
     * The same, where that is known otherwise.
     *
     * @param yourself whether it was the reader
     * @param at null when that is not known
     */
    public static String words(String by, boolean yourself, Instant at, String zone) {
        return yourself
                ? "It was you who changed this" + (at == null ? "" : ", " + Times.written(at, zone))
                        + ", perhaps with a first click. Nothing more was done. Look at it as it is now."
                : words(by, at, zone);
    }

    /** For what is made of many applications, any of which may have changed. */
    public static String wordsOfMany(Problem problem, String zone) {
        String by = problem.by().equals("the applicant") ? "an applicant" : problem.by();
        return words(by, problem.isOwnRepetition(), problem.at(), zone);
    }

    /**
     * Who was quicker, and when.
     *
     * @param at null when that is not known
     */
    public static String words(String by, Instant at, String zone) {
        String who = by.replaceFirst("^the ", "The ")
                .replaceFirst("^another ", "Another ")
                .replaceFirst("^an ", "An ");
        return who + " was quicker" + (at == null ? "" : ", " + Times.written(at, zone))
                + ". Look at it now, then decide.";
    }
}
