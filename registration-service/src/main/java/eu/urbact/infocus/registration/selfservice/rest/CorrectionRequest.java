package eu.urbact.infocus.registration.selfservice.rest;

import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.Size;

import eu.urbact.infocus.chassis.validation.NameLetters;
import eu.urbact.infocus.chassis.validation.SafeText;
import eu.urbact.infocus.registration.application.Called;

/** How a person and their organisation are really called. */
public record CorrectionRequest(
        @NotBlank @Size(max = 100) @NameLetters String givenName,
        @NotBlank @Size(max = 100) @NameLetters String familyName,
        @NotBlank @Size(max = 200) @SafeText String organisation,
        @Size(max = 200) @SafeText String position) {

    Called called() {
        return new Called(
                givenName.strip(),
                familyName.strip(),
                organisation.strip(),
                position == null || position.isBlank() ? null : position.strip());
    }
}
