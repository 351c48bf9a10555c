package eu.urbact.infocus.portal.calleditor;

import java.text.Normalizer;
import java.util.List;
import java.util.Locale;
import java.util.Objects;
import java.util.Set;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import jakarta.ws.rs.core.MultivaluedMap;

import io.quarkus.qute.i18n.MessageBundles;

import eu.urbact.infocus.portal.shell.FormErrors;
import eu.urbact.infocus.portal.shell.Meanwhile;
import eu.urbact.infocus.portal.shell.services.CallPlan;
import eu.urbact.infocus.portal.shell.services.Question;
import eu.urbact.infocus.portal.shell.text.Messages;

import static eu.urbact.infocus.portal.shell.Sent.text;

/**
 * A question, as it was entered.
 *
 * @param at begin of the ids of its fields
 * @param choices one to a line
 */
public record QuestionRow(
        String at,
        String key,
        String type,
        String label,
        String help,
        boolean required,
        String choices,
        String purpose,
        String retentionDays,
        String moment,
        boolean retired) {

    /** Begin of the ids of the fields of all rows. */
    static final String PREFIX = "question-";

    /** What a new row begins with. */
    static final QuestionRow BLANK = new QuestionRow("", "TEXT", "", "", false, "", "", "30", "APPLICATION", false);

    private static final int LONGEST_KEY = 40;

    QuestionRow(
            String key,
            String type,
            String label,
            String help,
            boolean required,
            String choices,
            String purpose,
            String retentionDays,
            String moment,
            boolean retired) {
        this("", key, type, label, help, required, choices, purpose, retentionDays, moment, retired);
    }

    static QuestionRow of(Question question) {
        return new QuestionRow(
                question.key(),
                question.type(),
                question.label(),
                Objects.requireNonNullElse(question.help(), ""),
                question.required(),
                String.join("\n", question.choices()),
                Objects.requireNonNullElse(question.purpose(), ""),
                question.retentionDays() == null ? "" : question.retentionDays().toString(),
                question.moment(),
                question.retired());
    }

    static QuestionRow of(MultivaluedMap<String, String> sent, String at) {
        return new QuestionRow(
                text(sent, at + "key"),
                text(sent, at + "type"),
                text(sent, at + "label"),
                text(sent, at + "help"),
                CallForm.isTicked(sent, at + "required"),
                text(sent, at + "choices"),
                text(sent, at + "purpose"),
                text(sent, at + "retentionDays"),
                text(sent, at + "moment"),
                CallForm.isTicked(sent, at + "retired"));
    }

    /** How the form calls it. */
    public String title() {
        return "Question " + CallForm.number(at);
    }

    QuestionRow at(int row) {
        return new QuestionRow(
                PREFIX + row + "-", key, type, label, help, required, choices, purpose, retentionDays, moment, retired);
    }

    /** Name and id of one of its fields. */
    public String name(String field) {
        return at + field;
    }

    /** Where the same question as it is saved now differs. */
    void meanwhile(QuestionRow saved, Meanwhile meanwhile) {
        meanwhile
                .text(name("label"), title(), label, saved.label)
                .text(name("help"), title() + " – Help for answering it", help, saved.help)
                .text(name("purpose"), title() + " – Why it is asked", purpose, saved.purpose)
                .choice(
                        name("type"),
                        title() + " – Kind of answer",
                        type,
                        saved.type,
                        MessageBundles.get(Messages.class).questionType(saved.type))
                .list(
                        name("choices"),
                        title() + " – " + CallRefusal.label("choices"),
                        CallForm.lines(choices),
                        CallForm.lines(saved.choices))
                .choice(name("moment"), title() + " – When it is asked", moment, saved.moment, saved.momentWords())
                .text(
                        name("retentionDays"),
                        title() + " – Answers are deleted so many days after the workshop",
                        retentionDays,
                        saved.retentionDays)
                .tick(name("required"), title() + " – Must be answered", required, saved.required)
                .tick(name("retired"), title() + " – Retired", retired, saved.retired);
    }

    private String momentWords() {
        return moment.equals("AFTER_ADMISSION")
                ? "After admission, of people who have a place"
                : "With the application";
    }

    void check(List<FormErrors.Entry> errors) {
        if (label.isBlank()) {
            errors.add(new FormErrors.Entry(name("label"), "Write the question, or remove it."));
        }
        if (type.endsWith("CHOICE") && CallForm.lines(choices).size() < 2) {
            errors.add(new FormErrors.Entry(name("choices"), "Write at least two choices, one to a line."));
        }
        if (purpose.isBlank()) {
            errors.add(new FormErrors.Entry(name("purpose"), "Say why it is asked."));
        }
        if (!CallForm.isNumber(retentionDays)) {
            errors.add(new FormErrors.Entry(name("retentionDays"), "Enter for how many days answers are kept."));
        }
    }

    /**
     * The same as a part of the request; only after {@link #check} has found nothing.
     *
     * @param taken the keys of all questions; a new one's is added
     */
    CallPlan.Question plan(Set<String> taken) {
        return new CallPlan.Question(
                key.isBlank() ? newKey(taken) : key,
                type,
                label,
                help.isBlank() ? null : help,
                required,
                CallForm.lines(choices),
                purpose,
                Integer.valueOf(retentionDays.strip()),
                moment,
                retired);
    }

    /** Made of the question's words, with a number where another one has it; afterwards it stays what it is. */
    private String newKey(Set<String> taken) {
        String words = Normalizer.normalize(label, Normalizer.Form.NFD)
                .toLowerCase(Locale.ROOT)
                .replaceAll("\\p{M}", "")
                .replaceAll("[^a-z0-9]+", "-")
                .replaceAll("^[^a-z]+|-+$", "");
        String first = shortened(words.isEmpty() ? "question" : words, LONGEST_KEY);
        return Stream.concat(
                        Stream.of(first),
                        IntStream.iterate(2, number -> number + 1)
                                .mapToObj(number -> shortened(first, LONGEST_KEY - 4) + "-" + number))
                .filter(taken::add)
                .findFirst()
                .orElseThrow();
    }

    private static String shortened(String key, int length) {
        return key.length() > length ? key.substring(0, length).replaceAll("-+$", "") : key;
    }
}
