package eu.urbact.infocus.portal.myapplication;

import java.util.List;
import java.util.Objects;
import jakarta.ws.rs.core.MultivaluedMap;

import eu.urbact.infocus.portal.shell.FormErrors;
import eu.urbact.infocus.portal.shell.Meanwhile;
import eu.urbact.infocus.portal.shell.PersonFields;
import eu.urbact.infocus.portal.shell.SeenVersion;
import eu.urbact.infocus.portal.shell.services.ApplicationCorrection;
import eu.urbact.infocus.portal.shell.services.OwnApplication;
import eu.urbact.infocus.portal.shell.services.Problem;

import static eu.urbact.infocus.portal.shell.Sent.given;

/**
 * The form for putting right how one is called, kept letter by letter so that it can be shown again.
 *
 * @param version of the application that the person has seen
 */
public record CorrectionForm(String version, String givenName, String familyName, String organisation, String position)
        implements ChangePages.Form<CorrectionForm> {

    /** In the order of the page. */
    private static final List<String> FIELDS = List.of("givenName", "familyName", "organisation", "position");

    /** What the person is called so far. */
    static CorrectionForm of(OwnApplication application) {
        return new CorrectionForm(
                String.valueOf(application.version()),
                text(application.givenName()),
                text(application.familyName()),
                text(application.organisation()),
                text(application.position()));
    }

    /** What a browser has sent. */
    static CorrectionForm of(MultivaluedMap<String, String> sent) {
        return new CorrectionForm(
                text(sent.getFirst("version")),
                text(sent.getFirst("givenName")),
                text(sent.getFirst("familyName")),
                text(sent.getFirst("organisation")),
                text(sent.getFirst("position")));
    }

    @Override
    public CorrectionForm on(OwnApplication application) {
        return new CorrectionForm(String.valueOf(application.version()), givenName, familyName, organisation, position);
    }

    /** The entity tag of the application that the person has seen. */
    String etag() {
        return SeenVersion.etag(version);
    }

    ApplicationCorrection toCorrection() {
        return new ApplicationCorrection(given(givenName), given(familyName), given(organisation), given(position));
    }

    /** Where the application as it is now differs from what was entered. */
    Meanwhile meanwhile(OwnApplication application) {
        CorrectionForm saved = of(application);
        Meanwhile meanwhile = new Meanwhile();
        FIELDS.forEach(field -> meanwhile.text(field, PersonFields.label(field), entered(field), saved.entered(field)));
        return meanwhile;
    }

    @Override
    public FormErrors explain(Problem problem) {
        return PersonFields.explain(problem, FIELDS, this::entered, "The correction could not be accepted as it is.");
    }

    private String entered(String field) {
        return switch (field) {
            case "givenName" -> givenName;
            case "familyName" -> familyName;
            case "organisation" -> organisation;
            default -> position;
        };
    }

    @Override
    public String toString() {
        return "CorrectionForm[" + version + "]";
    }

    private static String text(String value) {
        return Objects.requireNonNullElse(value, "");
    }
}
