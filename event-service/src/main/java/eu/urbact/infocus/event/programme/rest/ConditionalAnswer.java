package eu.urbact.infocus.event.programme.rest;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.ws.rs.core.EntityTag;
import jakarta.ws.rs.core.HttpHeaders;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;

import eu.urbact.infocus.chassis.identity.Fingerprint;
import eu.urbact.infocus.chassis.rest.EntityTags;

/**
 * Answers a GET whose content depends on the reader. The entity tag is made of what this reader gets and of nothing
 * else: a change that somebody may not see does not show in the tag either, because not even the number of the release
 * changes for them ({@link eu.urbact.infocus.event.programme.ReadProgramme#latest}).
 */
@ApplicationScoped
class ConditionalAnswer {

    private static final int TAG_BYTES = 16;

    private final ObjectMapper json;

    ConditionalAnswer(ObjectMapper json) {
        this.json = json;
    }

    /**
     * The view, or 304 when the caller already has exactly this one.
     *
     * @param known the request's {@code If-None-Match}
     */
    Response of(String known, boolean anonymous, Object view) {
        String body = write(view);
        // weak: the same whether the answer is packed on the way or not
        EntityTag tag = new EntityTag(Fingerprint.of(body, TAG_BYTES), true);
        Response.ResponseBuilder answer = EntityTags.isKnown(known, "\"" + tag.getValue() + "\"")
                ? Response.notModified()
                : Response.ok(body, MediaType.APPLICATION_JSON_TYPE);
        return answer.tag(tag)
                .header(HttpHeaders.VARY, HttpHeaders.AUTHORIZATION + ", " + HttpHeaders.ACCEPT_ENCODING)
                // everybody may keep the public one, but asks each time whether it is still true
                .header(HttpHeaders.CACHE_CONTROL, anonymous ? "no-cache" : "private, no-cache")
                .build();
    }

    private String write(Object view) {
        try {
            return json.writeValueAsString(view);
        } catch (JsonProcessingException e) {
            throw new IllegalStateException("a view that is no JSON", e);
        }
    }
}
