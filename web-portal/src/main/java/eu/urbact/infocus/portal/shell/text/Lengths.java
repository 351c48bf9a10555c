package eu.urbact.infocus.portal.shell.text;

import java.util.Locale;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** The services' messages about the length of a text, in words for the person who wrote it. */
public final class Lengths {

    private static final Pattern BOUNDS = Pattern.compile("size must be between \\d+ and (\\d+)");

    private Lengths() {}

    /**
     * Says what is wrong with a text that is too long; any other message stays as it is.
     *
     * @param message what the service says
     * @param text what was entered
     */
    public static String plain(String message, String text) {
        Matcher bounds = BOUNDS.matcher(message);
        if (!bounds.matches()) {
            return message;
        }
        return "must be at most %s characters long; you wrote %s"
                .formatted(number(Integer.parseInt(bounds.group(1))), number(text.length()));
    }

    private static String number(int value) {
        return String.format(Locale.UK, "%,d", value);
    }
}
