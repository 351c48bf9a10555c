package eu.urbact.infocus.portal.apply;

import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import jakarta.ws.rs.core.UriBuilder;

/** The pages of the form, in their order. */
public enum Step {
    YOU("you"),
    TAKING_PART("taking-part"),
    MOTIVATION("motivation");

    /** The part of an address that asks for a page with what is wrong on it; nothing that was entered stands there. */
    static final String CHECKED = "check";

    private final String path;

    Step(String path) {
        this.path = path;
    }

    static Optional<Step> of(String path) {
        return Arrays.stream(values()).filter(step -> step.path.equals(path)).findFirst();
    }

    /** How it stands in addresses. */
    String path() {
        return path;
    }

    /** The page that a field of the service is on. */
    static Optional<Step> ofField(String field) {
        return field.startsWith(ApplyForm.ANSWERS)
                ? Optional.of(MOTIVATION)
                : Arrays.stream(values())
                        .filter(step -> step.fields().contains(field))
                        .findFirst();
    }

    /** The service's names of its fields, in the order of the page; the call's own questions come after them. */
    List<String> fields() {
        return switch (this) {
            case YOU -> List.of("givenName", "familyName", "email", "organisation", "position", "country");
            case TAKING_PART -> List.of("profile", "cityId", "clusterId", "contributor");
            case MOTIVATION -> List.of("motivation");
        };
    }

    /** Whether a draft must have been begun before. */
    boolean isLater() {
        return this != YOU;
    }

    /** Address of this page. */
    String href(String slug) {
        String template = "/en/w/{slug}/apply" + (this == YOU ? "" : "/" + path);
        return UriBuilder.fromPath(template).build(slug).toString();
    }

    /** The same page, which says what is wrong on it. */
    String checked(String slug) {
        return href(slug) + "?" + CHECKED + "=1";
    }

    /** Where the page before is. */
    String previous(String slug) {
        return (this == MOTIVATION ? TAKING_PART : YOU).href(slug);
    }

    /** Where the page after is; after the last one the answers are checked. */
    String next(String slug) {
        return switch (this) {
            case YOU -> TAKING_PART.href(slug);
            case TAKING_PART -> MOTIVATION.href(slug);
            case MOTIVATION -> check(slug);
        };
    }

    /** Where all that was entered is looked at. */
    static String check(String slug) {
        return UriBuilder.fromPath("/en/w/{slug}/apply/check").build(slug).toString();
    }
}
