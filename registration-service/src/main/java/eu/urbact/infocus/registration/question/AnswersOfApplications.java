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
import eu.urbact.infocus.registration.call.CallForParticipation;
import eu.urbact.infocus.registration.call.CallQuestion;
import eu.urbact.infocus.registration.call.QuestionMoment;

/** The answers that come with applications. */
@ApplicationScoped
class AnswersOfApplications implements AnswerBook {

    private final AskedOfCalls asked;
    private final Questions questions;
    private final Answers answers;
    private final Clock clock;

    AnswersOfApplications(AskedOfCalls asked, Questions questions, Answers answers, Clock clock) {
        this.asked = asked;
        this.questions = questions;
        this.answers = answers;
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
