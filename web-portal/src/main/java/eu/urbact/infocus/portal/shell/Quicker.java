package eu.urbact.infocus.portal.shell;

import java.time.Instant;

import eu.urbact.infocus.portal.shell.text.Times;

/** What is said to whoever decides on something that somebody else has decided in the meantime. */
public final class Quicker {

    private Quicker() {}

    /**
     * Who was quicker, and when.
     *
     * @param at null when that is not known
     */
    public static String words(String by, Instant at, String zone) {
        String who = by.replaceFirst("^the ", "The ").replaceFirst("^another ", "Another ");
        return who + " was quicker" + (at == null ? "" : ", " + Times.written(at, zone))
                + ". Look at it now, then decide.";
    }
}
