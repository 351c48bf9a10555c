package eu.urbact.infocus.registration.logistics;

import java.time.Instant;

import com.fasterxml.jackson.annotation.JsonInclude;

/**
 * Something that a person with a place still has to say.
 *
 * @param code stable, e.g. {@code TRAVEL}; pages know where each is answered
 * @param answered whether it is done, as far as the person can
 * @param waiting whether what they have said is a request to which an answer can still come, and they have nothing until then
 * @param dueAt until when it is wanted; null when organisers have to be asked, because the lists are with whoever cooks and drives
 */
@JsonInclude(JsonInclude.Include.NON_NULL)
public record PersonalTask(String code, boolean answered, boolean waiting, Instant dueAt) {

    /** One about which nobody else has anything to decide. */
    public PersonalTask(String code, boolean answered, Instant dueAt) {
        this(code, answered, false, dueAt);
    }
}
