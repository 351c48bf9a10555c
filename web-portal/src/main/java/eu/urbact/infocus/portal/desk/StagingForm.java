package eu.urbact.infocus.portal.desk;

import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import jakarta.ws.rs.core.MultivaluedMap;

import eu.urbact.infocus.portal.shell.FormErrors;
import eu.urbact.infocus.portal.shell.services.DeskClient;

import static eu.urbact.infocus.portal.shell.Sent.given;
import static eu.urbact.infocus.portal.shell.Sent.text;

/**
 * A decision to be staged, as it was entered.
 *
 * @param choices those who were ticked, each with what was seen of them
 * @param all how many the list has shown, when all of them are meant; otherwise empty
 */
public record StagingForm(
        String decision, String reasonCode, String note, String bucket, List<String> choices, String all) {

    /** Nothing entered yet; no reason either, because a person who is declined is told one that somebody has chosen. */
    static final StagingForm BLANK = new StagingForm("", "", "", "", List.of(), "");

    /** Nothing entered yet, after somebody was declined for this reason. */
    static StagingForm after(String reason) {
        return reason.isEmpty() ? BLANK : new StagingForm("", reason, "", "", List.of(), "");
    }

    static StagingForm of(MultivaluedMap<String, String> sent) {
        return new StagingForm(
                text(sent, "decision"),
                text(sent, "reasonCode"),
                text(sent, "note"),
                text(sent, "bucket"),
                Objects.requireNonNullElse(sent.get("choice"), List.of()),
                text(sent, "all"));
    }

    /** Whether nobody was ticked, nor all of them, and nothing written. */
    boolean isBlank() {
        return choices.isEmpty() && all.isEmpty() && note.isBlank();
    }

    /** Whether a person was ticked. */
    public boolean has(String id) {
        return choices.stream().anyMatch(choice -> choice.startsWith(id + " "));
    }

    /** Whether everybody in the list is meant. */
    public boolean isForAll() {
        return all.matches("\\d{1,9}");
    }

    /** What is missing before anything can be asked of the service. */
    FormErrors check() {
        List<FormErrors.Entry> errors = new ArrayList<>();
        if (choices.isEmpty() && !isForAll()) {
            errors.add(new FormErrors.Entry(
                    "applications-title", "Applications: tick at least one person, or choose all of them."));
        }
        if (decision.equals("DECLINE") && reasonCode.isEmpty()) {
            errors.add(new FormErrors.Entry("reasonCode", "Choose a reason for declining."));
        }
        return new FormErrors(errors);
    }

    List<String> ids() {
        return choices.stream().map(choice -> choice.split(" ", 2)[0]).toList();
    }

    /** The same, for the service. */
    DeskClient.NewStagingStep toStep(PlanFilter filter) {
        return new DeskClient.NewStagingStep(
                given(decision),
                reason(),
                given(note.strip()),
                isForAll() ? null : choices.stream().map(StagingForm::chosen).toList(),
                isForAll() ? filter.matching() : null,
                isForAll() ? Long.valueOf(all) : null);
    }

    /** For one person. */
    DeskClient.NewStaged toStaged(boolean replace) {
        return new DeskClient.NewStaged(
                given(decision),
                reason(),
                given(note.strip()),
                decision.equals("ADMIT") ? given(bucket) : null,
                replace);
    }

    private String reason() {
        return decision.equals("DECLINE") ? given(reasonCode) : null;
    }

    private static DeskClient.Chosen chosen(String choice) {
        String[] parts = choice.split(" ", 2);
        return new DeskClient.Chosen(parts[0], parts.length > 1 ? parts[1] : "");
    }
}
