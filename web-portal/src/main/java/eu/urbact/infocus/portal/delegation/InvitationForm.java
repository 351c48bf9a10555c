package eu.urbact.infocus.portal.delegation;

import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import jakarta.ws.rs.core.MultivaluedMap;

import eu.urbact.infocus.portal.shell.FormAgain;
import eu.urbact.infocus.portal.shell.FormErrors;
import eu.urbact.infocus.portal.shell.security.SignInAgain;
import eu.urbact.infocus.portal.shell.services.Answer;
import eu.urbact.infocus.portal.shell.services.NewInvitation;
import eu.urbact.infocus.portal.shell.services.Problem;
import eu.urbact.infocus.portal.shell.text.Lengths;

import static eu.urbact.infocus.portal.shell.Sent.given;
import static eu.urbact.infocus.portal.shell.Sent.text;

/**
 * The form for inviting, kept letter by letter so that it can be shown again.
 *
 * @param submission random id of this form, which keeps a double click from inviting twice
 */
public record InvitationForm(
        String submission, String cityId, String email, String givenName, String familyName, String message) {

    private static final List<String> FIELDS = List.of("email", "givenName", "familyName", "message");

    private static final Map<String, String> LABELS = Map.of(
            "email", "E-mail address", "givenName", "Given name", "familyName", "Family name", "message", "Message");

    static InvitationForm blank() {
        return new InvitationForm(UUID.randomUUID().toString(), "", "", "", "", "");
    }

    static InvitationForm of(MultivaluedMap<String, String> sent) {
        return new InvitationForm(
                text(sent, "submission"),
                text(sent, "cityId"),
                text(sent, "email"),
                text(sent, "givenName"),
                text(sent, "familyName"),
                text(sent, "message"));
    }

    /** The form to show after an answer that has brought nothing. */
    InvitationForm again(Answer<?> answer) {
        return new InvitationForm(FormAgain.id(answer, submission), cityId, email, givenName, familyName, message);
    }

    /** Whether a browser has sent it: the page names a city in each. */
    public boolean isSent() {
        return !cityId.isEmpty();
    }

    NewInvitation toInvitation(String city) {
        return new NewInvitation(city, given(email), given(givenName), given(familyName), given(message));
    }

    /** What was entered, to be read. */
    List<SignInAgain.Line> lines() {
        return FIELDS.stream()
                .map(field -> new SignInAgain.Line(LABELS.get(field), entered(field)))
                .filter(line -> !line.text().isBlank())
                .toList();
    }

    /** The same for every repetition of this submission, another one once anything in it has been changed. */
    String idempotencyKey() {
        String content = String.join("\u001f", submission, cityId, email, givenName, familyName, message);
        return UUID.nameUUIDFromBytes(content.getBytes(StandardCharsets.UTF_8)).toString();
    }

    /** The refusal in the words of this form. */
    FormErrors explain(Problem problem) {
        List<FormErrors.Entry> entries = problem.errors().stream()
                .map(error -> entry(error.field(), error.message()))
                .distinct()
                .toList();
        if (!entries.isEmpty()) {
            return new FormErrors(entries);
        }
        return FormErrors.general(problem.sentence().isBlank() ? "It was refused." : problem.sentence());
    }

    private FormErrors.Entry entry(String path, String wrong) {
        String field = FormErrors.field(path);
        if (!FIELDS.contains(field)) {
            return new FormErrors.Entry("", wrong);
        }
        if (field.equals("email") && email.isBlank()) {
            return new FormErrors.Entry(field, "Enter the person's e-mail address");
        }
        return new FormErrors.Entry(field, LABELS.get(field) + ": " + Lengths.plain(wrong, entered(field)));
    }

    private String entered(String field) {
        return switch (field) {
            case "email" -> email;
            case "givenName" -> givenName;
            case "familyName" -> familyName;
            default -> message;
        };
    }

    @Override
    public String toString() {
        return "InvitationForm[" + submission + "]";
    }
}
