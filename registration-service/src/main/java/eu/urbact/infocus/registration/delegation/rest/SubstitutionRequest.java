package eu.urbact.infocus.registration.delegation.rest;

import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.Size;

import eu.urbact.infocus.chassis.validation.PersonName;
import eu.urbact.infocus.chassis.validation.SafeText;
import eu.urbact.infocus.registration.application.rest.MailAddress;
import eu.urbact.infocus.registration.delegation.Nomination;

/** Whom a city sends instead. */
public record SubstitutionRequest(
        @NotBlank @Size(max = 254) @MailAddress String email,
        @Size(max = 100) @PersonName String givenName,
        @Size(max = 100) @PersonName String familyName,
        @Size(max = 1_000) @SafeText(multiline = true) String message) {

    Nomination nomination() {
        return new InvitationRequest(null, email, givenName, familyName, message).nomination();
    }
}
