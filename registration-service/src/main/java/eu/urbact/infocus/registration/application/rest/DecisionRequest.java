package eu.urbact.infocus.registration.application.rest;

import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Pattern;
import jakarta.validation.constraints.Size;

import eu.urbact.infocus.chassis.validation.SafeText;
import eu.urbact.infocus.registration.application.Decision;
import eu.urbact.infocus.registration.application.ReasonCode;

/**
 * A decision about one application.
 *
 * @param reasonCode needed for declining
 * @param note told to the person with the decision
 * @param bucket where the seat is taken; without it the contributor's, the city's, then the open bucket is tried
 */
public record DecisionRequest(
        @NotNull Decision decision,
        ReasonCode reasonCode,
        @Size(max = 1_000) @SafeText(multiline = true) String note,

        @Pattern(
                regexp = "OPEN|CONTRIBUTORS|CITY:[a-z]+(-[a-z]+)*",
                message = "must be OPEN, CONTRIBUTORS or CITY: and a city's id")
        String bucket) {}
