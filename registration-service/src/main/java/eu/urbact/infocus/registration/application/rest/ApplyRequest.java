package eu.urbact.infocus.registration.application.rest;

import java.util.Map;
import java.util.UUID;
import jakarta.validation.constraints.AssertTrue;
import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Pattern;
import jakarta.validation.constraints.Size;

import eu.urbact.infocus.chassis.validation.PersonName;
import eu.urbact.infocus.chassis.validation.SafeText;
import eu.urbact.infocus.registration.application.EmailAddress;
import eu.urbact.infocus.registration.application.Person;
import eu.urbact.infocus.registration.application.Profile;

/**
 * What a person sends in. What is not needed to decide is not asked.
 *
 * @param answers to the call's own questions, by their keys: text, one of the choices or a day as text, several choices as a list, yes or no
 *     as a truth value
 * @param clusterId the cluster of the directory that the person speaks for
 */
public record ApplyRequest(
        @NotNull UUID callId,
        @NotBlank @Size(max = 100) @PersonName String givenName,
        @NotBlank @Size(max = 100) @PersonName String familyName,
        @NotBlank @Size(max = 254) @MailAddress String email,
        @NotBlank @Size(max = 200) @SafeText String organisation,
        @Size(max = 200) @SafeText String position,

        @Pattern(regexp = "[a-z]+(-[a-z]+)*", message = "must be a partner city's id") @Size(max = 50)
        String cityId,

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

    /** The id of a cluster, or nothing. Whether there is such a cluster is for the directory to know. */
    public static final String CLUSTER = "|[a-z0-9]+(-[a-z0-9]+)*";

    /** Completes what was left out. */
    public ApplyRequest {
        answers = answers == null ? Map.of() : answers;
    }

    /** Who applies. */
    public Person person() {
        return new Person(
                givenName.strip(),
                familyName.strip(),
                new EmailAddress(email),
                organisation.strip(),
                position == null || position.isBlank() ? null : position.strip(),
                cityId,
                country,
                profile,
                Boolean.TRUE.equals(contributor),
                motivation.strip(),
                language == null ? "en" : language,
                orNull(clusterId));
    }

    /** Nothing for an empty choice. */
    public static String orNull(String chosen) {
        return chosen == null || chosen.isEmpty() ? null : chosen;
    }
}
