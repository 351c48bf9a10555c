package eu.urbact.infocus.portal.door;

import java.util.Objects;
import java.util.Set;
import java.util.UUID;
import jakarta.ws.rs.core.MultivaluedMap;

import eu.urbact.infocus.portal.shell.FormAgain;
import eu.urbact.infocus.portal.shell.services.Answer;
import eu.urbact.infocus.portal.shell.services.NewWalkIn;

import static eu.urbact.infocus.portal.shell.Sent.given;
import static eu.urbact.infocus.portal.shell.Sent.text;

/**
 * A walk-in as it was entered.
 *
 * @param applicationId of the person, when they were found among those who have applied; otherwise empty
 * @param somebodyElse whether it is another person than the one of the same name who has applied or walked in already
 * @param asksWhetherSomebodyElse whether that has to be asked
 * @param key made with the form: the same for every click on its button
 */
public record WalkInForm(
        String givenName,
        String familyName,
        String organisation,
        String cityId,
        String country,
        String applicationId,
        boolean somebodyElse,
        boolean asksWhetherSomebodyElse,
        String key) {

    private static final String KNOWN = "walk-in-known";

    /** What a walk-in is refused with until the desk says that it is another person. */
    private static final Set<String> ASKED = Set.of(KNOWN, "walk-in-recorded");

    static WalkInForm blank() {
        return new WalkInForm(
                "", "", "", "", "", "", false, false, UUID.randomUUID().toString());
    }

    static WalkInForm of(MultivaluedMap<String, String> sent) {
        return new WalkInForm(
                text(sent, "givenName"),
                text(sent, "familyName"),
                text(sent, "organisation"),
                text(sent, "cityId"),
                text(sent, "country"),
                text(sent, "applicationId"),
                !text(sent, "somebodyElse").isEmpty(),
                false,
                text(sent, "key"));
    }

    /**
     * The form to show when it was refused. Whoever was found among the applicants is found again; the form is for those who are not.
     *
     * @param answer one that has brought nothing
     */
    WalkInForm again(Answer<?> answer) {
        if (!applicationId.isEmpty()) {
            return blank();
        }
        boolean asked = answer instanceof Answer.Refused<?> refused
                && ASKED.contains(refused.problem().code());
        return new WalkInForm(
                givenName,
                familyName,
                organisation,
                cityId,
                country,
                applicationId,
                somebodyElse,
                somebodyElse || asked,
                FormAgain.id(answer, key));
    }

    /**
     * The name to look up at once when it is one of somebody who has applied; otherwise empty.
     *
     * @param longest as many characters as can be looked up
     */
    String known(Answer<?> answer, int longest) {
        if (answer instanceof Answer.Refused<?> refused
                && refused.problem().code().equals(KNOWN)) {
            String whole = (givenName + " " + familyName).strip();
            return whole.length() <= longest ? whole : familyName;
        }
        return "";
    }

    /** The key for the service: another content is another walk-in. */
    String idempotencyKey() {
        return key.replaceAll("[^A-Za-z0-9-]", "") + "-"
                + Integer.toHexString(Objects.hash(
                        givenName, familyName, organisation, cityId, country, applicationId, somebodyElse));
    }

    NewWalkIn toWalkIn() {
        return new NewWalkIn(
                givenName,
                familyName,
                organisation,
                given(cityId),
                given(country),
                given(applicationId),
                somebodyElse ? true : null);
    }

    @Override
    public String toString() {
        return "WalkInForm";
    }
}
