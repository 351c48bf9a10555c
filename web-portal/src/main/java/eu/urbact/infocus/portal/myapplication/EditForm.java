package eu.urbact.infocus.portal.myapplication;

import java.util.List;
import java.util.Objects;
import java.util.Set;
import java.util.function.BinaryOperator;
import java.util.stream.Stream;
import jakarta.ws.rs.core.MultivaluedMap;

import eu.urbact.infocus.portal.shell.FormErrors;
import eu.urbact.infocus.portal.shell.HadEntered;
import eu.urbact.infocus.portal.shell.Meanwhile;
import eu.urbact.infocus.portal.shell.PersonFields;
import eu.urbact.infocus.portal.shell.SeenVersion;
import eu.urbact.infocus.portal.shell.security.SignInAgain;
import eu.urbact.infocus.portal.shell.services.ApplicationEdit;
import eu.urbact.infocus.portal.shell.services.City;
import eu.urbact.infocus.portal.shell.services.OwnApplication;
import eu.urbact.infocus.portal.shell.services.Problem;

import static eu.urbact.infocus.portal.shell.Sent.given;

/**
 * The form for changing an application, kept letter by letter so that it can be shown again.
 *
 * @param version of the application that the person has seen
 */
public record EditForm(
        String version,
        String givenName,
        String familyName,
        String organisation,
        String position,
        String cityId,
        String country,
        String profile,
        boolean contributor,
        String motivation,
        String clusterId)
        implements ChangePages.Form<EditForm> {

    private static final String TICKED = "yes";

    /** In the order of the page. */
    private static final List<String> FIELDS = List.of(
            "givenName",
            "familyName",
            "organisation",
            "position",
            "country",
            "cityId",
            "clusterId",
            "profile",
            "motivation");

    /** Of which a code is sent that is not what the page shows. */
    private static final Set<String> CHOICES = Set.of("country", "cityId", "clusterId", "profile");

    /** What the person has said so far. */
    static EditForm of(OwnApplication application) {
        return new EditForm(
                String.valueOf(application.version()),
                text(application.givenName()),
                text(application.familyName()),
                text(application.organisation()),
                text(application.position()),
                text(application.cityId()),
                text(application.country()),
                text(application.profile()),
                Boolean.TRUE.equals(application.contributor()),
                text(application.motivation()),
                text(application.clusterId()));
    }

    /** What a browser has sent. */
    static EditForm of(MultivaluedMap<String, String> sent) {
        return new EditForm(
                text(sent.getFirst("version")),
                text(sent.getFirst("givenName")),
                text(sent.getFirst("familyName")),
                text(sent.getFirst("organisation")),
                text(sent.getFirst("position")),
                text(sent.getFirst("cityId")),
                text(sent.getFirst("country")),
                text(sent.getFirst("profile")),
                TICKED.equals(sent.getFirst("contributor")),
                text(sent.getFirst("motivation")),
                text(sent.getFirst("clusterId")));
    }

    @Override
    public EditForm on(OwnApplication application) {
        return new EditForm(
                String.valueOf(application.version()),
                givenName,
                familyName,
                organisation,
                position,
                cityId,
                country,
                profile,
                contributor,
                motivation,
                clusterId);
    }

    /** Whether the city is none that the list offers, or the list is not there. */
    public boolean isOddCity(List<City> cities) {
        return !cityId.isEmpty() && cities.stream().noneMatch(known -> cityId.equals(known.id()));
    }

    /** The entity tag of the application that the person has seen. */
    String etag() {
        return SeenVersion.etag(version);
    }

    ApplicationEdit toEdit() {
        return new ApplicationEdit(
                given(givenName),
                given(familyName),
                given(organisation),
                given(position),
                given(cityId),
                given(country),
                given(profile),
                contributor,
                given(motivation),
                given(clusterId));
    }

    /**
     * Where the application as it is now differs from what was entered.
     *
     * @param words what people read for the code that stands in a field
     */
    Meanwhile meanwhile(OwnApplication application, BinaryOperator<String> words) {
        EditForm saved = of(application);
        Meanwhile meanwhile = new Meanwhile();
        for (String field : FIELDS) {
            if (CHOICES.contains(field)) {
                String code = saved.entered(field);
                meanwhile.choice(field, PersonFields.label(field), entered(field), code, words.apply(field, code));
            } else {
                meanwhile.text(field, PersonFields.label(field), entered(field), saved.entered(field));
            }
        }
        return meanwhile.tick(
                "contributor", "I contribute to the programme, or offer to", contributor, saved.contributor);
    }

    /**
     * Everything that was entered, to be read and copied.
     *
     * @param words what people read for what stands in a field
     */
    List<SignInAgain.Line> lines(BinaryOperator<String> words) {
        List<String> fields =
                Stream.concat(FIELDS.stream(), Stream.of("contributor")).toList();
        return HadEntered.fields(fields, this::entered, words);
    }

    @Override
    public FormErrors explain(Problem problem) {
        return PersonFields.explain(problem, FIELDS, this::entered, "The change could not be accepted as it is.");
    }

    private String entered(String field) {
        return switch (field) {
            case "givenName" -> givenName;
            case "familyName" -> familyName;
            case "organisation" -> organisation;
            case "position" -> position;
            case "cityId" -> cityId;
            case "clusterId" -> clusterId;
            case "country" -> country;
            case "profile" -> profile;
            case "contributor" -> contributor ? TICKED : "no";
            default -> motivation;
        };
    }

    @Override
    public String toString() {
        return "EditForm[" + version + "]";
    }

    private static String text(String value) {
        return Objects.requireNonNullElse(value, "");
    }
}
