package eu.urbact.infocus.registration.delegation.rest;

import java.util.Map;
import jakarta.validation.constraints.AssertTrue;
import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Pattern;
import jakarta.validation.constraints.Size;

import eu.urbact.infocus.chassis.validation.PersonName;
import eu.urbact.infocus.chassis.validation.SafeText;
import eu.urbact.infocus.registration.application.Person;
import eu.urbact.infocus.registration.application.Profile;
import eu.urbact.infocus.registration.application.rest.ApplyRequest;
import eu.urbact.infocus.registration.application.rest.Country;
import eu.urbact.infocus.registration.delegation.Invitation;

/**
 * What an invited person sends in. Call, city and mail address are the invitation's.
 *
 * @param answers to the call's own questions, by their keys: text, one of the choices or a day as text, several choices as a list, yes or no
 *     as a truth value
 * @param clusterId the cluster of the directory that the person speaks for
 */
public record AcceptanceRequest(
        @NotBlank @Size(max = 100) @PersonName String givenName,
        @NotBlank @Size(max = 100) @PersonName String familyName,
        @NotBlank @Size(max = 200) @SafeText String organisation,
        @Size(max = 200) @SafeText String position,
        @NotBlank @Country String country,
        @NotNull Profile profile,
        Boolean contributor,

        @NotBlank @Size(max = 2_000) @SafeText(multiline = true)
        String motivation,

        @Pattern(regexp = "en|es|eu|fr|de|it|pt|pl|cs|ro", message = "must be a language of the network, e.g. en")
        String language,

        @NotNull @AssertTrue(message = "must be accepted, we cannot handle an application otherwise")
        Boolean privacyAccepted,

        @Size(max = 50) Map<String, Object> answers,

        @Pattern(regexp = ApplyRequest.CLUSTER, message = "must be a cluster's id") @Size(max = 100)
        String clusterId) {

    /** Completes what was left out. */
    public AcceptanceRequest {
        answers = answers == null ? Map.of() : answers;
    }

    Person person(Invitation invitation) {
        return new Person(
                givenName.strip(),
                familyName.strip(),
                invitation.email(),
                organisation.strip(),
                position == null || position.isBlank() ? null : position.strip(),
                invitation.cityId(),
                country,
                profile,
                Boolean.TRUE.equals(contributor),
                motivation.strip(),
                language == null ? "en" : language,
                ApplyRequest.orNull(clusterId));
    }
}
