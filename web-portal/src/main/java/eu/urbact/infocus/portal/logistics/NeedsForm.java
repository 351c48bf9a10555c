package eu.urbact.infocus.portal.logistics;

import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Objects;
import java.util.Set;
import jakarta.ws.rs.core.MultivaluedMap;

import eu.urbact.infocus.portal.shell.FormErrors;
import eu.urbact.infocus.portal.shell.services.NewLogistics;
import eu.urbact.infocus.portal.shell.services.OwnLogistics;

import static eu.urbact.infocus.portal.shell.Sent.given;
import static eu.urbact.infocus.portal.shell.Sent.stripped;

/** Diet and access needs as they were entered. */
public record NeedsForm(
        Set<String> diets, String dietNote, Set<String> accessNeeds, String accessNote, boolean consent) {

    /** Something that is only in the note. */
    private static final String OTHER = "OTHER";

    static NeedsForm of(OwnLogistics own) {
        return new NeedsForm(
                new LinkedHashSet<>(own.diets()),
                Objects.requireNonNullElse(own.dietNote(), ""),
                new LinkedHashSet<>(own.accessNeeds()),
                Objects.requireNonNullElse(own.accessNote(), ""),
                own.hasNeeds());
    }

    static NeedsForm of(MultivaluedMap<String, String> sent) {
        return new NeedsForm(
                Entered.all(sent, "diet"),
                stripped(sent, "dietNote"),
                Entered.all(sent, "need"),
                stripped(sent, "accessNote"),
                "yes".equals(sent.getFirst("consent")));
    }

    /** What cannot be sent. */
    FormErrors check() {
        List<FormErrors.Entry> missing = new ArrayList<>();
        if (diets.contains(OTHER) && dietNote.isBlank()) {
            missing.add(new FormErrors.Entry("dietNote", "Say what else you eat or do not eat"));
        }
        if (accessNeeds.contains(OTHER) && accessNote.isBlank()) {
            missing.add(new FormErrors.Entry("accessNote", "Say what else you need"));
        }
        boolean something = !diets.isEmpty() || !accessNeeds.isEmpty() || !dietNote.isBlank() || !accessNote.isBlank();
        if (something && !consent) {
            missing.add(new FormErrors.Entry(
                    "consent", "Confirm that we may use this; without it we cannot tell the kitchen and the venue"));
        }
        return new FormErrors(missing);
    }

    NewLogistics.Needs toNeeds() {
        return new NewLogistics.Needs(diets, given(dietNote), accessNeeds, given(accessNote), consent);
    }

    /** The page's name for a field of the request. */
    static String field(String path) {
        String field = FormErrors.field(path);
        return List.of("dietNote", "accessNote", "consent").contains(field) ? field : "";
    }

    @Override
    public String toString() {
        return "NeedsForm";
    }
}
