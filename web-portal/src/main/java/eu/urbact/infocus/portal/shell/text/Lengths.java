package eu.urbact.infocus.portal.shell.text;

import java.util.Locale;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** The services' messages about a text that is too long or missing, in words for the person who wrote it. */
public final class Lengths {

    private static final Pattern BOUNDS = Pattern.compile("size must be between \\d+ and (\\d+)");

    private static final Set<String> MISSING = Set.of("must not be blank", "must not be null");

    private Lengths() {}

    /** How long a text is: a line break is one character, though browsers send two, and so is an emoji. The services count alike. */
    public static int of(String text) {
        return (int) text.replace("\r\n", "\n").codePoints().count();
    }

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
                .formatted(number(Integer.parseInt(bounds.group(1))), number(of(text)));
    }

    /**
     * The same for a form whose fields are named beside each message: says which field is meant and what to do about it.
     *
     * @param label how the field is called on the page; empty when that is not known
     * @param message what the service says
     * @param text what was entered; null when that is not known
     */
    public static String plain(String label, String message, String text) {
        Matcher bounds = BOUNDS.matcher(message);
        String words = message;
        if (MISSING.contains(message)) {
            words = "must be filled in";
        } else if (bounds.matches() && text == null) {
            words = "must be at most %s characters long".formatted(number(Integer.parseInt(bounds.group(1))));
        } else if (bounds.matches()) {
            words = plain(message, text);
        }
        return label.isEmpty() ? words : label + ": " + words;
    }

    /** The same for a text of which each line counts. */
    public static String lines(String label, String message) {
        Matcher bounds = BOUNDS.matcher(message);
        return plain(
                label,
                bounds.matches()
                        ? "must be at most %s lines".formatted(number(Integer.parseInt(bounds.group(1))))
                        : message,
                null);
    }

    private static String number(int value) {
        return String.format(Locale.UK, "%,d", value);
    }
}
