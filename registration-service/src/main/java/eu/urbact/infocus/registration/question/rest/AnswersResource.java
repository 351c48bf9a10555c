package eu.urbact.infocus.registration.question.rest;

import java.time.Clock;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;
import jakarta.annotation.security.PermitAll;
import jakarta.transaction.Transactional;
import jakarta.validation.Valid;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Size;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.HeaderParam;
import jakarta.ws.rs.PUT;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;

import com.fasterxml.jackson.annotation.JsonInclude;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.media.Content;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;

import eu.urbact.infocus.chassis.problem.FieldError;
import eu.urbact.infocus.chassis.problem.Problems;
import eu.urbact.infocus.registration.application.AnswerBook;
import eu.urbact.infocus.registration.application.Application;
import eu.urbact.infocus.registration.call.CallQuestion;
import eu.urbact.infocus.registration.call.CallQuestions;
import eu.urbact.infocus.registration.call.Calls;
import eu.urbact.infocus.registration.call.QuestionMoment;
import eu.urbact.infocus.registration.call.QuestionType;
import eu.urbact.infocus.registration.programmeview.Workshop;
import eu.urbact.infocus.registration.programmeview.Workshops;
import eu.urbact.infocus.registration.question.ChangeAnswers;
import eu.urbact.infocus.registration.selfservice.rest.OwnApplications;

/** The own answers: those of the application, changeable before the decision, and what is asked of people who have a place. */
@Path("/api/v1/self-service/answers")
@Produces(MediaType.APPLICATION_JSON)
@PermitAll
@Tag(name = "Public")
public class AnswersResource {

    /** Answers by the keys of their questions; what is left out is open again. */
    public record AnswersRequest(@NotNull @Size(max = 50) Map<String, Object> answers) {}

    /**
     * The own answers.
     *
     * @param mayAnswer whether any of them can be answered or changed now
     * @param over whether the workshop is over
     * @param questions those of the application that were answered or can be, then what is asked after admission
     */
    public record OwnAnswers(
            String workshopSlug, String workshopTitle, boolean mayAnswer, boolean over, List<OwnAnswer> questions) {}

    /** One question with the own answer; {@code values} is empty when it is open, {@code changeable} says whether it can be answered now. */
    @JsonInclude(JsonInclude.Include.NON_NULL)
    public record OwnAnswer(
            String key,
            String label,
            QuestionType type,
            QuestionMoment moment,
            String help,
            boolean required,
            List<String> choices,
            String purpose,
            int retentionDays,
            boolean changeable,
            List<String> values) {}

    private final OwnApplications ownApplications;
    private final Calls calls;
    private final CallQuestions questions;
    private final AnswerBook answers;
    private final ChangeAnswers changeAnswers;
    private final Workshops workshops;
    private final Clock clock;

    AnswersResource(
            OwnApplications ownApplications,
            Calls calls,
            CallQuestions questions,
            AnswerBook answers,
            ChangeAnswers changeAnswers,
            Workshops workshops,
            Clock clock) {
        this.ownApplications = ownApplications;
        this.calls = calls;
        this.questions = questions;
        this.answers = answers;
        this.changeAnswers = changeAnswers;
        this.workshops = workshops;
        this.clock = clock;
    }

    @GET
    @Operation(summary = "Show the own answers, and what can be answered now")
    @APIResponse(
            responseCode = "200",
            description = "The questions with the own answers",
            content = @Content(schema = @Schema(implementation = OwnAnswers.class)))
    public Response show(@HeaderParam(OwnApplications.LINK_HEADER) String token) {
        return answer(ownApplications.find(token));
    }

    @PUT
    @Transactional
    @Operation(summary = "Change the answers of the application, or answer what is asked of people who have a place")
    @APIResponse(
            responseCode = "200",
            description = "The questions with the own answers",
            content = @Content(schema = @Schema(implementation = OwnAnswers.class)))
    @APIResponse(responseCode = "409", description = "Nothing can be answered now, or the workshop is over")
    @APIResponse(responseCode = "412", description = "A question has been changed at this moment; read them again")
    @APIResponse(responseCode = "422", description = "Answers that do not fit, each under answers.<key>")
    public Response put(
            @HeaderParam(OwnApplications.LINK_HEADER) String token, @Valid @NotNull AnswersRequest request) {
        Application application = ownApplications.find(token);
        List<FieldError> errors = Problems.orThrow(changeAnswers.change(application.id(), request.answers()));
        if (!errors.isEmpty()) {
            throw Problems.invalid(errors);
        }
        return answer(application);
    }

    private Response answer(Application application) {
        var call = calls.findById(application.callId());
        Optional<QuestionMoment> now = changeAnswers.askedNow(application, call);
        Map<String, List<String>> values = answers.of(application.id()).stream()
                .collect(Collectors.toMap(AnswerBook.Answered::key, AnswerBook.Answered::values));
        List<OwnAnswer> own = questions.all(call).stream()
                .filter(question -> values.containsKey(question.key())
                        || now.filter(question::isAskedWhen).isPresent())
                .map(question -> own(
                        question,
                        now.filter(question::isAskedWhen).isPresent(),
                        values.getOrDefault(question.key(), List.of())))
                .toList();
        Workshop workshop = workshops.findById(application.workshopId());
        return OwnApplications.answer(new OwnAnswers(
                        call.workshopSlug(),
                        workshop.title(),
                        own.stream().anyMatch(OwnAnswer::changeable),
                        workshop.isOver(clock.instant()),
                        own))
                .build();
    }

    private static OwnAnswer own(CallQuestion question, boolean changeable, List<String> values) {
        return new OwnAnswer(
                question.key(),
                question.label(),
                question.type(),
                question.moment(),
                question.help(),
                question.required(),
                question.choices(),
                question.purpose(),
                question.retentionDays(),
                changeable,
                values);
    }
}
