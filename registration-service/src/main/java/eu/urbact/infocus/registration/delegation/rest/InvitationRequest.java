package eu.urbact.infocus.registration.delegation.rest;

import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.Pattern;
import jakarta.validation.constraints.Size;

import eu.urbact.infocus.chassis.validation.PersonName;
import eu.urbact.infocus.chassis.validation.SafeText;
import eu.urbact.infocus.registration.application.EmailAddress;
import eu.urbact.infocus.registration.application.rest.MailAddress;
import eu.urbact.infocus.registration.delegation.Nomination;

/** Whom a city invites. */
public record InvitationRequest(
        @NotBlank @Pattern(regexp = "[a-z]+(-[a-z]+)*", message = "must be a partner city's id") @Size(max = 50)
        String cityId,

        @NotBlank @Size(max = 254) @MailAddress String email,
        @Size(max = 100) @PersonName String givenName,
        @Size(max = 100) @PersonName String familyName,
        @Size(max = 1_000) @SafeText(multiline = true) String message) {

    Nomination nomination() {
        return new Nomination(new EmailAddress(email), given(givenName), given(familyName), given(message));
    }

    private static String given(String text) {
        return text == null || text.isBlank() ? null : text.strip();
    }
}
