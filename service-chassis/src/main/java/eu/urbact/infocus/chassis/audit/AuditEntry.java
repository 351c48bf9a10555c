package eu.urbact.infocus.chassis.audit;

import java.time.Instant;
import java.util.UUID;

import com.fasterxml.jackson.databind.JsonNode;

/**
 * Who did what, when, to which object.
 *
 * @param actor {@code user:<subject>}, {@code client:<id>}, {@code applicant}, {@code public} or {@code system}
 * @param details states, counts and codes, before and after where that says more
 */
public record AuditEntry(
        UUID id, Instant at, String actor, String action, String objectType, String objectId, JsonNode details) {}
