package eu.urbact.infocus.registration.call.rest;

import java.time.Instant;
import java.time.LocalDate;
import java.util.Collection;
import java.util.List;
import java.util.UUID;

import com.fasterxml.jackson.annotation.JsonInclude;

import eu.urbact.infocus.chassis.outcome.Verdict;
import eu.urbact.infocus.registration.call.CallForParticipation;
import eu.urbact.infocus.registration.call.CallQuestion;
import eu.urbact.infocus.registration.call.CallState;
import eu.urbact.infocus.registration.call.QuestionMoment;
import eu.urbact.infocus.registration.call.QuestionType;

/**
 * A call as everybody may see it.
 *
 * @param closesAt when applications end, unless organisers close it before
 * @param plannedClosesAt the closing time that organisers have chosen, where the workshop was moved to before it and begins at {@code closesAt};
 *     absent otherwise
 * @param closedEarlyAt when organisers have closed it before {@code closesAt}; absent for one that stays open until then
 * @param decidesBy the day, in the zone of the call, by which organisers mean to have decided about all applications; absent when they name none
 * @param cityIds the partner cities with seats of their own, for which somebody can apply; absent where organisers read the buckets
 */
public record CallResponse(
        UUID id,
        UUID workshopId,
        String workshopSlug,
        String title,
        CallState state,
        Instant opensAt,
        Instant closesAt,
        @JsonInclude(JsonInclude.Include.NON_NULL) Instant plannedClosesAt,
        @JsonInclude(JsonInclude.Include.NON_NULL) Instant closedEarlyAt,
        String zone,
        int capacity,
        String eligibility,
        List<String> offered,
        List<String> notOffered,
        boolean acceptsApplications,
        boolean skipModerationForDelegations,
        List<Question> questions,
        @JsonInclude(JsonInclude.Include.NON_NULL) List<String> cityIds,
        long version,
        @JsonInclude(JsonInclude.Include.NON_NULL) LocalDate decidesBy) {

    /** What is asked, why, and for how long the answer is kept. */
    public record Question(
            String key,
            QuestionType type,
            String label,
            String help,
            boolean required,
            List<String> choices,
            String purpose,
            int retentionDays,
            QuestionMoment moment,
            boolean retired) {

        static Question of(CallQuestion question) {
            return new Question(
                    question.key(),
                    question.type(),
                    question.label(),
                    question.help(),
                    question.required(),
                    question.choices(),
                    question.purpose(),
                    question.retentionDays(),
                    question.moment(),
                    question.retired());
        }
    }

    /**
     * The call.
     *
     * @param questions those that the reader may know of
     */
    public static CallResponse of(CallForParticipation call, List<CallQuestion> questions, Instant now) {
        return of(call, questions, null, now);
    }

    /** The call with the cities for which somebody can apply. */
    static CallResponse of(
            CallForParticipation call, List<CallQuestion> questions, Collection<String> cityIds, Instant now) {
        return new CallResponse(
                call.id(),
                call.workshopId(),
                call.workshopSlug(),
                call.title(),
                call.state(),
                call.opensAt(),
                call.closesAt(),
                call.plannedClosesAt().equals(call.closesAt()) ? null : call.plannedClosesAt(),
                call.closedEarlyAt().orElse(null),
                call.zone().getId(),
                call.capacity(),
                call.eligibility(),
                call.offered(),
                call.notOffered(),
                call.accepts(now) instanceof Verdict.Allowed,
                call.skipModerationForDelegations(),
                questions.stream().map(Question::of).toList(),
                cityIds == null ? null : cityIds.stream().sorted().toList(),
                call.version(),
                call.decidesBy().orElse(null));
    }
}
