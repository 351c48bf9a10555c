package eu.urbact.infocus.portal.profiles;

import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.UUID;
import jakarta.ws.rs.core.MultivaluedMap;

import eu.urbact.infocus.portal.shell.FormErrors;
import eu.urbact.infocus.portal.shell.services.OwnProfile;
import eu.urbact.infocus.portal.shell.services.Problem;

import static eu.urbact.infocus.portal.shell.Sent.text;

/**
 * The form for beginning a profile, as it was entered.
 *
 * @param submission random id of this form; keeps a double click from beginning twice
 * @param clusterId a cluster of the directory, or empty for a new one
 */
public record NewProfileForm(String submission, String cityId, String name, boolean forming, String clusterId) {

    static NewProfileForm blank(List<String> cities) {
        return new NewProfileForm(UUID.randomUUID().toString(), cities.isEmpty() ? "" : cities.get(0), "", false, "");
    }

    static NewProfileForm of(MultivaluedMap<String, String> sent) {
        return new NewProfileForm(
                text(sent, "submission"),
                text(sent, "cityId"),
                text(sent, "name"),
                !text(sent, "forming").isEmpty(),
                text(sent, "clusterId"));
    }

    OwnProfile.Beginning toBeginning() {
        return clusterId.isEmpty()
                ? new OwnProfile.Beginning(cityId, name, forming, null)
                : new OwnProfile.Beginning(null, null, null, clusterId);
    }

    String idempotencyKey() {
        String content = String.join("\u001f", submission, cityId, name, Boolean.toString(forming), clusterId);
        return UUID.nameUUIDFromBytes(content.getBytes(StandardCharsets.UTF_8)).toString();
    }

    FormErrors explain(Problem problem) {
        List<FormErrors.Entry> entries = problem.errors().stream()
                .map(error -> new FormErrors.Entry("name", "Name: " + error.message()))
                .toList();
        return entries.isEmpty() ? FormErrors.general(problem.sentence()) : new FormErrors(entries);
    }
}
