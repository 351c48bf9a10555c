package eu.urbact.infocus.registration.question;

import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.transaction.Transactional;

import eu.urbact.infocus.chassis.outcome.Verdict;
import eu.urbact.infocus.registration.call.CallForParticipation;
import eu.urbact.infocus.registration.call.CallQuestion;
import eu.urbact.infocus.registration.call.CallQuestions;

/**
 * Which call asks what. Every application needs to know it, so it is remembered under the version of the call, which rises with every
 * change of a question: what is remembered under the current version is current, in every instance.
 */
@ApplicationScoped
class AskedOfCalls implements CallQuestions {

    private record Remembered(long version, List<AnswerSheet.Asked> questions) {}

    private final Map<UUID, Remembered> remembered = new ConcurrentHashMap<>();
    private final Questions questions;
    private final Answers answers;

    AskedOfCalls(Questions questions, Answers answers) {
        this.questions = questions;
        this.answers = answers;
    }

    @Override
    public List<CallQuestion> asked(CallForParticipation call) {
        return withIds(call).stream()
                .map(AnswerSheet.Asked::content)
                .filter(question -> !question.retired())
                .toList();
    }

    /** Never remembered: whoever changes questions looks at them in the same transaction, which may yet be rolled back. */
    @Override
    public List<CallQuestion> all(CallForParticipation call) {
        return questions.of(call.id()).stream().map(Question::content).toList();
    }

    @Override
    @Transactional(Transactional.TxType.MANDATORY)
    public void lock(CallForParticipation call) {
        questions.lock(call.id());
    }

    @Override
    @Transactional(Transactional.TxType.MANDATORY)
    public Verdict replace(CallForParticipation call, List<CallQuestion> wanted) {
        Map<String, Question> before =
                questions.toChange(call.id()).stream().collect(Collectors.toMap(Question::key, Function.identity()));
        Map<String, CallQuestion> after =
                wanted.stream().collect(Collectors.toMap(CallQuestion::key, Function.identity()));
        for (Question question : before.values()) {
            CallQuestion content = question.content();
            CallQuestion change = after.get(question.key());
            if (content.equals(change)) {
                continue;
            }
            long count = answers.to(question.id());
            Verdict verdict = change == null
                    ? QuestionChangePolicy.removal(content, count)
                    : QuestionChangePolicy.change(content, change, count);
            if (verdict instanceof Verdict.Refused) {
                return verdict;
            }
        }
        before.values().stream()
                .filter(question -> !after.containsKey(question.key()))
                .forEach(questions::delete);
        IntStream.range(0, wanted.size()).forEach(position -> {
            CallQuestion content = wanted.get(position);
            Question question = before.get(content.key());
            if (question == null) {
                questions.persist(new Question(call.id(), content, position));
            } else {
                question.become(content, position);
            }
        });
        questions.flush();
        return Verdict.allowed();
    }

    List<AnswerSheet.Asked> withIds(CallForParticipation call) {
        Remembered known = remembered.get(call.id());
        if (known == null || known.version() != call.version()) {
            known = new Remembered(
                    call.version(),
                    questions.of(call.id()).stream()
                            .map(question ->
                                    new AnswerSheet.Asked(question.id(), question.version(), question.content()))
                            .toList());
            remembered.put(call.id(), known);
        }
        return known.questions();
    }
}
