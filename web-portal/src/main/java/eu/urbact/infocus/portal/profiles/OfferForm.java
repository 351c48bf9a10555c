package eu.urbact.infocus.portal.profiles;

import java.nio.charset.StandardCharsets;
import java.time.DateTimeException;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import jakarta.ws.rs.core.MultivaluedMap;

import eu.urbact.infocus.portal.shell.FormErrors;
import eu.urbact.infocus.portal.shell.Sent;
import eu.urbact.infocus.portal.shell.services.Offer;
import eu.urbact.infocus.portal.shell.services.Problem;

/**
 * The form for an offer or a need, letter by letter.
 *
 * @param submission random id of this form; keeps a double click from adding twice
 * @param id the offer that is changed; empty for a new one
 * @param version the version of it that the editor had in front of them
 */
public record OfferForm(
        String submission,
        String id,
        String version,
        String kind,
        String text,
        String competence,
        String activity,
        String expiresOn) {

    private static final Map<String, String> LABELS = Map.of(
            "kind", "Kind",
            "text", "Text",
            "competence", "Competence",
            "activity", "Economic activity",
            "expiresOn", "Last day");

    static OfferForm blank(LocalDate today) {
        return new OfferForm(
                UUID.randomUUID().toString(),
                "",
                "",
                "OFFER",
                "",
                "",
                "",
                today.plusMonths(6).toString());
    }

    static OfferForm of(Offer.Own offer) {
        return new OfferForm(
                "",
                offer.id(),
                Long.toString(offer.version()),
                offer.kind(),
                offer.text(),
                offer.competence() == null ? "" : offer.competence().code(),
                offer.activity() == null ? "" : offer.activity().code(),
                offer.expiresOn().toString());
    }

    static OfferForm of(MultivaluedMap<String, String> sent) {
        return new OfferForm(
                Sent.text(sent, "submission"),
                Sent.text(sent, "id"),
                Sent.text(sent, "version"),
                Sent.text(sent, "kind"),
                Sent.text(sent, "text"),
                Sent.text(sent, "competence"),
                Sent.text(sent, "activity"),
                Sent.text(sent, "expiresOn"));
    }

    /** The same about the version that is in the list now. */
    OfferForm on(List<Offer.Own> offers) {
        return offers.stream()
                .filter(offer -> offer.id().equals(id))
                .map(offer -> new OfferForm(
                        submission, id, Long.toString(offer.version()), kind, text, competence, activity, expiresOn))
                .findFirst()
                .orElse(this);
    }

    Offer.New toOffer() {
        return new Offer.New(kind, text, given(competence), given(activity), given(expiresOn));
    }

    /** The same for every repetition of this submission, another one once anything in it has been changed. */
    String idempotencyKey() {
        String content = String.join("\u001f", submission, kind, text, competence, activity, expiresOn);
        return UUID.nameUUIDFromBytes(content.getBytes(StandardCharsets.UTF_8)).toString();
    }

    /** What cannot be sent. */
    FormErrors check() {
        try {
            if (!expiresOn.isBlank()) {
                LocalDate.parse(expiresOn.strip());
            }
        } catch (DateTimeException e) {
            return new FormErrors(List.of(new FormErrors.Entry("expiresOn", "Last day: enter it as year-month-day")));
        }
        return kind.equals("OFFER") || kind.equals("NEED")
                ? FormErrors.NONE
                : new FormErrors(List.of(new FormErrors.Entry("kind", "Kind: choose an offer or a need")));
    }

    /** The service's refusal in the words of this form. */
    FormErrors explain(Problem problem) {
        List<FormErrors.Entry> entries = problem.errors().stream()
                .map(error -> LABELS.containsKey(error.field())
                        ? new FormErrors.Entry(error.field(), LABELS.get(error.field()) + ": " + error.message())
                        : new FormErrors.Entry("", error.message()))
                .toList();
        return entries.isEmpty()
                ? FormErrors.general(problem.sentence().isBlank() ? "It was refused." : problem.sentence())
                : new FormErrors(entries);
    }

    private static String given(String value) {
        return value.isBlank() ? null : value.strip();
    }
}
