package eu.urbact.infocus.chassis.outbox;

/**
 * A fact to be told to others.
 *
 * @param topic the context's topic, e.g. {@code infocus.registration.v1}
 * @param key the aggregate's id; facts of one key arrive in the order of their commits
 * @param type the CloudEvents type, e.g. {@code eu.urbact.infocus.registration.application-admitted.v1}
 * @param data the wire record; written as JSON. Ids, states and public facts only, never personal data
 */
public record OutgoingEvent(String topic, String key, String type, Object data) {}
