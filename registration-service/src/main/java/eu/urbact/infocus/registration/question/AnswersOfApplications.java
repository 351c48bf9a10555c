package eu.urbact.infocus.registration.question;

import java.time.Clock;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.function.Function;
import java.util.stream.Collectors;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.transaction.Transactional;

import eu.urbact.infocus.chassis.problem.FieldError;
import eu.urbact.infocus.registration.application.AnswerBook;
import eu.urbact.infocus.registration.application.Application;
import eu.urbact.infocus.registration.call.CallForParticipation;
import eu.urbact.infocus.registration.call.CallQuestion;
import eu.urbact.infocus.registration.call.Calls;
import eu.urbact.infocus.registration.call.QuestionMoment;
import eu.urbact.infocus.registration.programmeview.Workshops;

/** The answers that come with applications. */
@ApplicationScoped
class AnswersOfApplications implements AnswerBook {

    private final AskedOfCalls asked;
    private final Questions questions;
    private final Answers answers;
    private final Calls calls;
    private final Workshops workshops;
    private final Clock clock;

    AnswersOfApplications(
            AskedOfCalls asked, Questions questions, Answers answers, Calls calls, Workshops workshops, Clock clock) {
        this.asked = asked;
        this.questions = questions;
        this.answers = answers;
        this.calls = calls;
        this.workshops = workshops;
        this.clock = clock;
    }

    @Override
    public Map<String, Object> stillAsked(CallForParticipation call, Map<String, Object> given) {
        return AnswerSheet.stillAsked(asked.withIds(call), QuestionMoment.APPLICATION, given);
    }

    @Override
    public List<FieldError> check(CallForParticipation call, Map<String, Object> given) {
        return sheet(call, given).errors();
    }

    @Override
    @Transactional(Transactional.TxType.MANDATORY)
    public void keep(CallForParticipation call, UUID applicationId, Map<String, Object> given) {
        answers.add(applicationId, sheet(call, given).values(), clock.instant());
    }

    @Override
    public List<Answered> of(UUID applicationId) {
        Map<UUID, Answer> byQuestion =
                answers.of(applicationId).stream().collect(Collectors.toMap(Answer::questionId, Function.identity()));
        return questions.all(byQuestion.keySet()).stream()
                .map(question -> answered(
                        question.content(), byQuestion.get(question.id()).given()))
                .toList();
    }

    @Override
    public List<Open> openOf(Application application) {
        if (!application.state().isLive()
                || workshops.findById(application.workshopId()).isOver(clock.instant())) {
            return List.of();
        }
        List<AnswerSheet.Asked> required = asked.withIds(calls.findById(application.callId())).stream()
                .filter(question -> question.content().isAskedWhen(QuestionMoment.APPLICATION))
                .filter(question -> question.content().required())
                .toList();
        List<AnswerSheet.Asked> answered = answers.answered(application.id(), required);
        return required.stream()
                .filter(question -> !answered.contains(question))
                .map(AnswerSheet.Asked::content)
                .map(question -> new Open(question.key(), question.label()))
                .toList();
    }

    private AnswerSheet sheet(CallForParticipation call, Map<String, Object> given) {
        return AnswerSheet.of(asked.withIds(call), QuestionMoment.APPLICATION, given);
    }

    private static Answered answered(CallQuestion question, List<String> values) {
        return new Answered(
                question.key(),
                question.label(),
                question.type().name(),
                question.moment().name(),
                values);
    }
}
