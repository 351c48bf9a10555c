package eu.urbact.infocus.portal.shell.services;

import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;

/**
 * The own answers to the questions of a call.
 *
 * @param mayAnswer whether any of them can be answered or changed now
 * @param over whether the workshop is over
 */
public record OwnAnswers(
        String workshopSlug, String workshopTitle, boolean mayAnswer, boolean over, List<Item> questions) {

    /** Completes what a service left out. */
    public OwnAnswers {
        questions = questions == null ? List.of() : List.copyOf(questions);
    }

    /** Which questions can be answered now, in one word for each, as the form that asks them carries it along. */
    public String asked() {
        return questions.stream()
                .filter(Item::changeable)
                .map(Item::key)
                .sorted()
                .collect(Collectors.joining(" "));
    }

    /**
     * A question with the own answer.
     *
     * @param changeable whether it can be answered or changed now
     * @param values empty when it is open
     */
    public record Item(
            String key,
            String label,
            String type,
            String moment,
            String help,
            boolean required,
            List<String> choices,
            String purpose,
            Integer retentionDays,
            boolean changeable,
            List<String> values) {

        /** Completes what a service left out. */
        public Item {
            values = values == null ? List.of() : List.copyOf(values);
        }

        /** The question. */
        public Question question() {
            return new Question(key, type, label, help, required, choices, purpose, retentionDays, moment, false);
        }

        /** The answer. */
        public GivenAnswer answer() {
            return new GivenAnswer(key, label, type, moment, values);
        }
    }

    /** Answers by the keys of their questions. */
    public record Given(Map<String, Object> answers) {

        @Override
        public String toString() {
            return "Given";
        }
    }
}
