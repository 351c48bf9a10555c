package eu.urbact.infocus.registration.question;

import java.time.Clock;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.stream.Collectors;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.transaction.Transactional;

import eu.urbact.infocus.chassis.audit.AuditTrail;
import eu.urbact.infocus.chassis.outcome.Outcome;
import eu.urbact.infocus.chassis.problem.FieldError;
import eu.urbact.infocus.registration.application.Application;
import eu.urbact.infocus.registration.application.Applications;
import eu.urbact.infocus.registration.call.CallForParticipation;
import eu.urbact.infocus.registration.call.Calls;
import eu.urbact.infocus.registration.call.QuestionMoment;
import eu.urbact.infocus.registration.problem.RegistrationProblem;
import eu.urbact.infocus.registration.programmeview.Workshops;

/** A person changes the answers of the application, or answers what is asked of people who have a place. */
@ApplicationScoped
public class ChangeAnswers {

    private final Applications applications;
    private final Calls calls;
    private final Workshops workshops;
    private final AskedOfCalls asked;
    private final Answers answers;
    private final AuditTrail audit;
    private final Clock clock;

    ChangeAnswers(
            Applications applications,
            Calls calls,
            Workshops workshops,
            AskedOfCalls asked,
            Answers answers,
            AuditTrail audit,
            Clock clock) {
        this.applications = applications;
        this.calls = calls;
        this.workshops = workshops;
        this.asked = asked;
        this.answers = answers;
        this.audit = audit;
        this.clock = clock;
    }

    /** Which questions the person may answer now; empty for none. */
    public Optional<QuestionMoment> askedNow(Application application, CallForParticipation call) {
        return check(application, call, clock.instant()) instanceof Outcome.Done<QuestionMoment> done
                ? Optional.of(done.value())
                : Optional.empty();
    }

    /**
     * Puts these answers in the place of earlier ones; saying the same of the application again changes nothing. Refused when nothing can be
     * answered now, and once the person has been forgotten.
     *
     * @return what is wrong with the answers; nothing is kept unless it is empty
     */
    @Transactional
    public Outcome<List<FieldError>> change(UUID applicationId, Map<String, Object> given) {
        Application application = applications.toChange(applicationId);
        if (application.isErased()) {
            return Outcome.refused(RegistrationProblem.PERSON_ERASED, "Nothing is asked of them any more.");
        }
        CallForParticipation call = calls.findById(application.callId());
        Instant now = clock.instant();
        return check(application, call, now).map(moment -> {
            AnswerSheet sheet = AnswerSheet.of(asked.withIds(call), moment, given);
            if (sheet.errors().isEmpty()) {
                keep(application, moment, sheet, now);
            }
            return sheet.errors();
        });
    }

    private void keep(Application application, QuestionMoment moment, AnswerSheet sheet, Instant now) {
        if (moment == QuestionMoment.AFTER_ADMISSION) {
            answers.put(application.id(), sheet.values(), now);
            applications.questionsSent(application.id(), now);
            noted("questions-answered", application, sheet, moment);
        } else if (answers.differ(application.id(), sheet.values())) {
            answers.put(application.id(), sheet.values(), now);
            // the answers are what is decided on: whoever has seen the earlier ones looks again
            applications.raiseVersion(application);
            noted("application-answers-changed", application, sheet, moment);
        }
    }

    private void noted(String action, Application application, AnswerSheet sheet, QuestionMoment moment) {
        audit.record(
                "applicant",
                action,
                "application",
                application.id().toString(),
                Map.of("moment", moment, "answers", count(sheet)));
    }

    private Outcome<QuestionMoment> check(Application application, CallForParticipation call, Instant now) {
        return AnsweringPolicy.check(application.state(), call, workshops.findById(application.workshopId()), now);
    }

    private static long count(AnswerSheet sheet) {
        return sheet.values().values().stream()
                .filter(values -> !values.isEmpty())
                .collect(Collectors.counting());
    }
}
