package eu.urbact.infocus.registration.application.rest;

import jakarta.validation.constraints.Size;

import eu.urbact.infocus.chassis.validation.SafeText;

/**
 * A withdrawal that organisers enter for somebody.
 *
 * @param note told to the person with it
 */
public record WithdrawalRequest(
        @Size(max = 1_000) @SafeText(multiline = true) String note) {}
