package eu.urbact.infocus.registration.application.rest;

import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.Size;

/**
 * Where somebody is written to.
 *
 * @param email the address as it should have been
 */
public record AddressRequest(
        @NotBlank @Size(max = 254) @MailAddress String email) {}
