package eu.urbact.infocus.registration.question;

import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.function.Function;
import jakarta.enterprise.context.ApplicationScoped;

import eu.urbact.infocus.registration.application.AnswerBook;
import eu.urbact.infocus.registration.privacy.PersonalDataHolder;
import eu.urbact.infocus.registration.privacy.PersonalField;
import eu.urbact.infocus.registration.privacy.Retention;

/** What somebody has answered. Each question has days of its own, after which {@link ForgetAnswers} deletes its answers. */
@ApplicationScoped
class AnswersPersonalData implements PersonalDataHolder {

    /** One answered question. */
    record AnswerData(String question, List<String> answer) {}

    private final AnswerBook book;
    private final Answers answers;

    AnswersPersonalData(AnswerBook book, Answers answers) {
        this.book = book;
        this.answers = answers;
    }

    @Override
    public String section() {
        return "answers";
    }

    @Override
    public List<PersonalField> fields() {
        return List.of(new PersonalField(
                "answer",
                "What the question says",
                Retention.EVIDENCE,
                "As many days after the workshop as the question says"));
    }

    /** The last answer to go; each says for itself how long it stays. */
    @Override
    public Map<String, Instant> ownTimes(UUID applicationId, Function<Duration, Instant> erasedAfter) {
        return answers.longestKept(applicationId)
                .map(days -> Map.of("answer", erasedAfter.apply(Duration.ofDays(days))))
                .orElse(Map.of());
    }

    @Override
    public Optional<?> export(UUID applicationId) {
        List<AnswerData> given = book.of(applicationId).stream()
                .map(answered -> new AnswerData(answered.label(), answered.values()))
                .toList();
        return given.isEmpty() ? Optional.empty() : Optional.of(given);
    }

    @Override
    public void erase(UUID applicationId) {
        answers.eraseOf(applicationId);
    }
}
