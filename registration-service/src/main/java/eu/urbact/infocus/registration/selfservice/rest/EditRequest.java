package eu.urbact.infocus.registration.selfservice.rest;

import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Pattern;
import jakarta.validation.constraints.Size;

import eu.urbact.infocus.chassis.validation.NameLetters;
import eu.urbact.infocus.chassis.validation.SafeText;
import eu.urbact.infocus.registration.application.Application;
import eu.urbact.infocus.registration.application.EmailAddress;
import eu.urbact.infocus.registration.application.Person;
import eu.urbact.infocus.registration.application.Profile;
import eu.urbact.infocus.registration.application.rest.ApplyRequest;
import eu.urbact.infocus.registration.application.rest.Country;

/** What a person says instead of what they said when applying. The mail address stays. */
public record EditRequest(
        @NotBlank @Size(max = 100) @NameLetters String givenName,
        @NotBlank @Size(max = 100) @NameLetters String familyName,
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

        @Pattern(regexp = ApplyRequest.CLUSTER, message = "must be a cluster's id") @Size(max = 100)
        String clusterId) {

    Person person(Application application) {
        return new Person(
                givenName.strip(),
                familyName.strip(),
                new EmailAddress(application.email()),
                organisation.strip(),
                position == null || position.isBlank() ? null : position.strip(),
                cityId,
                country,
                profile,
                Boolean.TRUE.equals(contributor),
                motivation.strip(),
                language == null ? application.language() : language,
                ApplyRequest.orNull(clusterId));
    }
}
