package eu.urbact.infocus.registration.question;

import java.util.List;
import jakarta.enterprise.context.ApplicationScoped;

import eu.urbact.infocus.registration.application.Application;
import eu.urbact.infocus.registration.application.ApplicationState;
import eu.urbact.infocus.registration.call.CallForParticipation;
import eu.urbact.infocus.registration.call.Calls;
import eu.urbact.infocus.registration.call.QuestionMoment;
import eu.urbact.infocus.registration.logistics.LogisticsSettings;
import eu.urbact.infocus.registration.logistics.PersonalTask;
import eu.urbact.infocus.registration.logistics.PersonalTasks;
import eu.urbact.infocus.registration.programmeview.Workshop;
import eu.urbact.infocus.registration.programmeview.Workshops;

/**
 * Asks people with a place what the call asks only of them. It is done when everything that must be answered is; when nothing must, with the
 * first answer.
 */
@ApplicationScoped
public class AnswerTasks implements PersonalTasks {

    private final Calls calls;
    private final AskedOfCalls asked;
    private final Answers answers;
    private final Workshops workshops;
    private final LogisticsSettings settings;

    AnswerTasks(Calls calls, AskedOfCalls asked, Answers answers, Workshops workshops, LogisticsSettings settings) {
        this.calls = calls;
        this.asked = asked;
        this.answers = answers;
        this.workshops = workshops;
        this.settings = settings;
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
        boolean done = !answered.isEmpty()
                && questions.stream()
                        .filter(question -> question.content().required())
                        .allMatch(answered::contains);
        Workshop workshop = workshops.findById(application.workshopId());
        return List.of(
                new PersonalTask("QUESTIONS", done, settings.freezeAt(call.id()).orElse(workshop.startsAt())));
    }
}
