package eu.urbact.infocus.portal.desk;

import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.stream.Stream;
import jakarta.ws.rs.core.MultivaluedMap;

import eu.urbact.infocus.portal.shell.SeenVersion;
import eu.urbact.infocus.portal.shell.security.SignInAgain;
import eu.urbact.infocus.portal.shell.services.Application;
import eu.urbact.infocus.portal.shell.services.Decision;

import static eu.urbact.infocus.portal.shell.Sent.given;
import static eu.urbact.infocus.portal.shell.Sent.text;

/**
 * A decision as it was entered.
 *
 * @param version version of the application that the organiser had in front of them
 */
public record DecisionForm(String decision, String reasonCode, String note, String bucket, String version) {

    /** Nothing entered yet. */
    static final DecisionForm BLANK = new DecisionForm("", "", "", "", "");

    private static final Map<String, String> DECISIONS =
            Map.of("ADMIT", "Admit", "WAITLIST", "Put on the waiting list", "DECLINE", "Decline");

    private static final Map<String, String> STATES =
            Map.of("ADMIT", "ADMITTED", "WAITLIST", "WAITLISTED", "DECLINE", "DECLINED");

    static DecisionForm of(MultivaluedMap<String, String> sent) {
        return new DecisionForm(
                text(sent, "decision"),
                text(sent, "reasonCode"),
                text(sent, "note"),
                text(sent, "bucket"),
                text(sent, "version"));
    }

    Decision toDecision() {
        return new Decision(given(decision), given(reasonCode), given(note), given(bucket));
    }

    /** Whether the application is as this decision makes it. */
    boolean isDone(Application now) {
        return Objects.equals(STATES.get(decision), now.state());
    }

    /** What was entered, for people; empty lines are left out. */
    List<SignInAgain.Line> lines() {
        return Stream.of(
                        new SignInAgain.Line("Decision", DECISIONS.getOrDefault(decision, decision)),
                        new SignInAgain.Line("Note to the person", note))
                .filter(line -> !line.text().isBlank())
                .toList();
    }

    /** As an entity tag for {@code If-Match}. */
    String etag() {
        return SeenVersion.etag(version);
    }
}
