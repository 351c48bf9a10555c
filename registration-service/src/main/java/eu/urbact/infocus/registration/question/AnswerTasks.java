package eu.urbact.infocus.registration.question;

import java.time.Clock;
import java.time.Instant;
import java.util.List;
import jakarta.enterprise.context.ApplicationScoped;

import eu.urbact.infocus.registration.application.Application;
import eu.urbact.infocus.registration.application.ApplicationState;
import eu.urbact.infocus.registration.application.Applications;
import eu.urbact.infocus.registration.call.CallForParticipation;
import eu.urbact.infocus.registration.call.Calls;
import eu.urbact.infocus.registration.call.QuestionMoment;
import eu.urbact.infocus.registration.logistics.DueTimes;
import eu.urbact.infocus.registration.logistics.LogisticsSettings;
import eu.urbact.infocus.registration.logistics.PersonalTask;
import eu.urbact.infocus.registration.logistics.PersonalTasks;
import eu.urbact.infocus.registration.programmeview.Workshop;
import eu.urbact.infocus.registration.programmeview.Workshops;

/**
 * Asks people with a place what the call asks only of them. It is done when everything that must be answered is; when nothing must, once the
 * person has looked at the questions and sent them, with answers or without. Until the lists are frozen, then until the workshop begins, then until it ends; afterwards nobody is asked any more.
 */
@ApplicationScoped
public class AnswerTasks implements PersonalTasks {

    private final Applications applications;
    private final Calls calls;
    private final AskedOfCalls asked;
    private final Answers answers;
    private final Workshops workshops;
    private final LogisticsSettings settings;
    private final Clock clock;

    AnswerTasks(
            Applications applications,
            Calls calls,
            AskedOfCalls asked,
            Answers answers,
            Workshops workshops,
            LogisticsSettings settings,
            Clock clock) {
        this.applications = applications;
        this.calls = calls;
        this.asked = asked;
        this.answers = answers;
        this.workshops = workshops;
        this.settings = settings;
        this.clock = clock;
    }

    @Override
    public List<PersonalTask> of(Application application) {
        if (application.state() != ApplicationState.ADMITTED) {
            return List.of();
        }
        CallForParticipation call = calls.findById(application.callId());
        List<AnswerSheet.Asked> questions = asked.withIds(call).stream()
                .filter(question -> question.content().isAskedWhen(QuestionMoment.AFTER_ADMISSION))
                .toList();
        if (questions.isEmpty()) {
            return List.of();
        }
        List<AnswerSheet.Asked> answered = answers.answered(application.id(), questions);
        boolean done = (!answered.isEmpty() || applications.hasSentQuestions(application.id()))
                && questions.stream()
                        .filter(question -> question.content().required())
                        .allMatch(answered::contains);
        Workshop workshop = workshops.findById(application.workshopId());
        Instant now = clock.instant();
        Instant due = DueTimes.next(now, settings.freezeAt(call.id()).orElse(null), workshop);
        return done || now.isBefore(due) ? List.of(new PersonalTask("QUESTIONS", done, due)) : List.of();
    }
}
