package eu.urbact.infocus.registration.question;

import java.time.Clock;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.stream.Collectors;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.transaction.Transactional;

import eu.urbact.infocus.chassis.audit.AuditTrail;
import eu.urbact.infocus.chassis.outcome.Outcome;
import eu.urbact.infocus.chassis.problem.FieldError;
import eu.urbact.infocus.registration.application.Application;
import eu.urbact.infocus.registration.application.ApplicationState;
import eu.urbact.infocus.registration.application.Applications;
import eu.urbact.infocus.registration.call.CallForParticipation;
import eu.urbact.infocus.registration.call.Calls;
import eu.urbact.infocus.registration.call.QuestionMoment;
import eu.urbact.infocus.registration.problem.RegistrationProblem;

/** A person who has a place answers what is asked only then. */
@ApplicationScoped
public class AnswerAfterAdmission {

    private final Applications applications;
    private final Calls calls;
    private final AskedOfCalls asked;
    private final Answers answers;
    private final AuditTrail audit;
    private final Clock clock;

    AnswerAfterAdmission(
            Applications applications,
            Calls calls,
            AskedOfCalls asked,
            Answers answers,
            AuditTrail audit,
            Clock clock) {
        this.applications = applications;
        this.calls = calls;
        this.asked = asked;
        this.answers = answers;
        this.audit = audit;
        this.clock = clock;
    }

    /**
     * Puts these answers in the place of earlier ones. Refused without a place.
     *
     * @return what is wrong with the answers; nothing is kept unless it is empty
     */
    @Transactional
    public Outcome<List<FieldError>> answer(UUID applicationId, Map<String, Object> given) {
        Application application = applications.findById(applicationId);
        if (application.state() != ApplicationState.ADMITTED) {
            return Outcome.refused(
                    RegistrationProblem.NOT_ADMITTED, "These questions are for people who have a place.");
        }
        CallForParticipation call = calls.findById(application.callId());
        AnswerSheet sheet = AnswerSheet.of(asked.withIds(call), QuestionMoment.AFTER_ADMISSION, given);
        if (sheet.errors().isEmpty()) {
            answers.put(applicationId, sheet.values(), clock.instant());
            audit.record(
                    "applicant",
                    "questions-answered",
                    "application",
                    applicationId.toString(),
                    Map.of(
                            "answers",
                            sheet.values().values().stream()
                                    .filter(values -> !values.isEmpty())
                                    .collect(Collectors.counting())));
        }
        return Outcome.done(sheet.errors());
    }
}
