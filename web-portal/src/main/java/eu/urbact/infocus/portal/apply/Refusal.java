package eu.urbact.infocus.portal.apply;

import java.util.Arrays;
import java.util.Locale;
import jakarta.ws.rs.core.UriBuilder;

import eu.urbact.infocus.portal.shell.FormErrors;
import eu.urbact.infocus.portal.shell.services.ApplicationDraft;
import eu.urbact.infocus.portal.shell.services.Problem;

/** Why an application was not taken as it was sent, as far as the address of the page with all answers says it. */
enum Refusal {

    /** Nothing has been sent yet. */
    NONE,
    /** The privacy notice has not been accepted. */
    PRIVACY,
    /** It has, and entries are not right; the page says which. */
    ENTRIES,
    /** Another window has saved something else since the answers were looked at. */
    CHANGED,
    /** Something else. */
    OTHER;

    /** What stands in an address; anything else says nothing. */
    static Refusal of(String mark) {
        return Arrays.stream(values())
                .filter(refusal -> refusal.mark().equals(mark))
                .findFirst()
                .orElse(NONE);
    }

    static Refusal of(Problem problem, ApplicationDraft draft) {
        if (Explanation.isPrivacyMissed(problem.errors())) {
            return PRIVACY;
        }
        return draft.errors().isEmpty() ? OTHER : ENTRIES;
    }

    /** How it stands in an address. */
    private String mark() {
        return name().toLowerCase(Locale.ROOT);
    }

    /** Whether the box was ticked, so that nobody has to tick it again. */
    boolean isAccepted() {
        return this == ENTRIES || this == OTHER;
    }

    /** The page that says it, beside what is kept now. */
    String page(String slug) {
        return UriBuilder.fromUri(Step.check(slug))
                .queryParam(Step.CHECKED, mark())
                .build()
                .toString();
    }

    FormErrors errors() {
        return switch (this) {
            case PRIVACY -> Explanation.privacy();
            case OTHER -> FormErrors.general("The application could not be accepted as it is.");
            case CHANGED ->
                FormErrors.general(
                        "Another window or tab of this browser has changed what is kept for you since you opened this page. Nothing was"
                                + " sent and nothing deleted. Below is what is kept now: please read it before you go on.");
            case NONE, ENTRIES -> FormErrors.NONE;
        };
    }
}
