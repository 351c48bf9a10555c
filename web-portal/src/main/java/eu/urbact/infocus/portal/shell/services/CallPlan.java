package eu.urbact.infocus.portal.shell.services;

import java.util.List;

import com.fasterxml.jackson.annotation.JsonInclude;

/**
 * What a call shall be; registration-service checks it.
 *
 * @param opensAt with an offset, as {@code closesAt}
 * @param questions all of them, in their order
 * @param decidesBy a day; null for none
 */
@JsonInclude(JsonInclude.Include.NON_NULL)
public record CallPlan(
        String workshopSlug,
        String opensAt,
        String closesAt,
        String zone,
        Integer capacity,
        String eligibility,
        List<String> offered,
        List<String> notOffered,
        List<Bucket> buckets,
        boolean skipModerationForDelegations,
        List<Question> questions,
        String decidesBy) {

    /** Some of the room's seats. */
    @JsonInclude(JsonInclude.Include.NON_NULL)
    public record Bucket(String code, String label, Integer limit, String handBackOn) {}

    /** A question as it shall be asked. */
    @JsonInclude(JsonInclude.Include.NON_NULL)
    public record Question(
            String key,
            String type,
            String label,
            String help,
            boolean required,
            List<String> choices,
            String purpose,
            Integer retentionDays,
            String moment,
            boolean retired) {}

    /** What is different about a call that is taken over from an earlier one. */
    @JsonInclude(JsonInclude.Include.NON_NULL)
    public record Clone(String workshopSlug, String opensAt, String closesAt, String zone) {}
}
