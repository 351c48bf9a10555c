package eu.urbact.infocus.chassis.inbox;

import java.time.Instant;
import java.util.UUID;

import com.fasterxml.jackson.databind.JsonNode;

/**
 * A fact of another service, read but not yet in effect.
 *
 * @param id the CloudEvents id, the same on every delivery
 * @param key the aggregate's id
 * @param type the CloudEvents type
 * @param version the how-manieth fact of its key this is, from 1
 * @param time when it became true, by the producer's clock
 * @param data the wire record; read only the fields that are needed and tolerate others
 */
public record IncomingEvent(
        UUID id, String topic, String key, String type, long version, Instant time, JsonNode data) {}
