package eu.urbact.infocus.registration.logistics;

import java.time.Instant;

/**
 * Something that a person with a place still has to say.
 *
 * @param code stable, e.g. {@code TRAVEL}; pages know where each is answered
 * @param answered whether it is done
 * @param dueAt until when it is wanted
 */
public record PersonalTask(String code, boolean answered, Instant dueAt) {}
