package eu.urbact.infocus.registration.staging;

import java.util.Optional;
import java.util.UUID;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

import eu.urbact.infocus.registration.application.Application;

/**
 * What an organiser had in front of them: a version of the application, and what was staged for it.
 *
 * @param version of the application
 * @param step the act in which something was staged, or null when nothing was
 */
public record Seen(long version, UUID step) {

    private static final Pattern FORM =
            Pattern.compile("\"?v(\\d{1,18})(?:\\.([0-9a-f]{8}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{12}))?\"?");

    /** What there is to see now; {@code staged} is null when nothing is staged. */
    public static Seen of(Application application, StagedDecision staged) {
        return new Seen(application.version(), staged == null ? null : staged.stepId());
    }

    /** From an entity tag, with or without its quotes. */
    public static Optional<Seen> parse(String tag) {
        Matcher matcher = FORM.matcher(tag.strip());
        return matcher.matches()
                ? Optional.of(new Seen(
                        Long.parseLong(matcher.group(1)),
                        matcher.group(2) == null ? null : UUID.fromString(matcher.group(2))))
                : Optional.empty();
    }

    /** As an entity tag, with its quotes. */
    public String tag() {
        return "\"v" + version + (step == null ? "" : "." + step) + "\"";
    }
}
