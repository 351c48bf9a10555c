package eu.urbact.infocus.portal.apply;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Predicate;
import jakarta.ws.rs.core.MultivaluedMap;

import eu.urbact.infocus.portal.shell.services.ApplicationDraft;
import eu.urbact.infocus.portal.shell.services.City;
import eu.urbact.infocus.portal.shell.services.DraftEntries;
import eu.urbact.infocus.portal.shell.services.Question;
import eu.urbact.infocus.portal.shell.text.Choices;

import static eu.urbact.infocus.portal.shell.Sent.text;

/**
 * What was entered, letter by letter, so that it can be shown again.
 *
 * @param values by field
 * @param answers to the call's questions, by their key; several for one where several can be chosen
 */
public record ApplyForm(Map<String, String> values, Map<String, List<String>> answers) {

    /** How the service begins the name of a field that is a question of the call. */
    static final String ANSWERS = "answers";

    /** What a text takes beside its characters, about. */
    private static final int PER_FIELD = 100;

    /** The field that carries along which state of the draft was looked at. */
    private static final String SEEN = "seen";

    /** What a ticked box sends. */
    private static final String YES = "yes";

    private static final String NO = "no";

    /** A form that nobody has filled in yet. */
    static final ApplyForm BLANK = new ApplyForm(Map.of(), Map.of());

    /** What a browser has sent. */
    static ApplyForm of(MultivaluedMap<String, String> sent) {
        Map<String, String> values = new LinkedHashMap<>();
        Map<String, List<String>> answers = new LinkedHashMap<>();
        sent.forEach((field, entered) -> {
            if (field.startsWith(Question.FIELD)) {
                answers.put(field.substring(Question.FIELD.length()), List.copyOf(entered));
            } else {
                values.put(field, text(sent, field));
            }
        });
        return new ApplyForm(values, answers);
    }

    /** What a draft holds. */
    static ApplyForm of(DraftEntries entries) {
        Map<String, String> values = new LinkedHashMap<>();
        put(values, "givenName", entries.givenName());
        put(values, "familyName", entries.familyName());
        put(values, "email", entries.email());
        put(values, "organisation", entries.organisation());
        put(values, "position", entries.position());
        put(values, "country", entries.country());
        put(values, "cityId", entries.cityId());
        put(values, "clusterId", entries.clusterId());
        put(values, "profile", entries.profile());
        put(values, "contributor", Boolean.TRUE.equals(entries.contributor()) ? YES : "");
        put(values, "motivation", entries.motivation());
        Map<String, List<String>> answers = new LinkedHashMap<>();
        if (entries.answers() != null) {
            entries.answers().forEach((key, answer) -> answers.put(key, words(answer)));
        }
        return new ApplyForm(values, answers);
    }

    /** These entries, and of others what is not among them. */
    ApplyForm over(ApplyForm others) {
        Map<String, String> all = new LinkedHashMap<>(others.values);
        all.putAll(values);
        Map<String, List<String>> allAnswers = new LinkedHashMap<>(others.answers);
        allAnswers.putAll(answers);
        return new ApplyForm(all, allAnswers);
    }

    private static void put(Map<String, String> values, String field, String entered) {
        if (entered != null) {
            values.put(field, entered);
        }
    }

    private static List<String> words(Object answer) {
        if (answer instanceof Boolean yes) {
            return List.of(yes ? YES : NO);
        }
        return answer instanceof List<?> list
                ? list.stream().map(String::valueOf).toList()
                : List.of(String.valueOf(answer));
    }

    /** What a draft holds, and which state of it that is. */
    static ApplyForm of(ApplicationDraft draft) {
        return of(draft.entries()).seeing(draft.seen());
    }

    /** The same entries beside another state of the draft. */
    ApplyForm seeing(String state) {
        return new ApplyForm(Map.of(SEEN, state), Map.of()).over(this);
    }

    /**
     * The state of the draft that was looked at, for {@code If-Match}; one that no draft has when nothing was kept yet. What no such state has
     * in it is left out: the field can be tampered with, and becomes part of a header.
     */
    String seen() {
        return "\"" + of(SEEN).replaceAll("[^A-Za-z0-9-]", "") + "\"";
    }

    /** Whether this state of the draft was looked at; the empty one when nothing was kept yet. */
    boolean hasSeen(String state) {
        return of(SEEN).equals(state);
    }

    /** Whether both belong to the same state of the draft. */
    boolean hasSeenSameAs(ApplyForm other) {
        return hasSeen(other.of(SEEN));
    }

    /**
     * Whether this is the first page, opened before anything was kept, about the same person: somebody who has gone back with the browser to
     * the page as they had filled it in, and mends it.
     */
    boolean isEarlierOf(Step step, ApplyForm kept) {
        return step == Step.YOU
                && of(SEEN).isEmpty()
                && (isSame(kept, "email") || (isSame(kept, "givenName") && isSame(kept, "familyName")));
    }

    private boolean isSame(ApplyForm kept, String field) {
        return !of(field).isBlank()
                && of(field).strip().equalsIgnoreCase(kept.of(field).strip());
    }

    /** What it takes to remember all that was sent, the names of its fields included; in characters. */
    int length() {
        int inFields = values.entrySet().stream()
                .mapToInt(field ->
                        PER_FIELD + field.getKey().length() + field.getValue().length())
                .sum();
        int inAnswers = answers.entrySet().stream()
                .mapToInt(answer -> PER_FIELD
                        + answer.getKey().length()
                        + answer.getValue().stream()
                                .mapToInt(text -> PER_FIELD + text.length())
                                .sum())
                .sum();
        return inFields + inAnswers;
    }

    /** What was entered in a field; empty when nothing was. */
    public String of(String field) {
        return values.getOrDefault(field, "");
    }

    /** Whether a box is ticked. */
    public boolean isTicked(String field) {
        return YES.equals(of(field));
    }

    /** Whether the country is none that the list offers; it is shown all the same, as whatever else was sent. */
    public boolean isOddCountry() {
        return !of("country").isEmpty()
                && Choices.countries().stream().noneMatch(known -> known.code().equals(of("country")));
    }

    /** Whether the profile is none that the form offers. */
    public boolean isOddProfile() {
        return !of("profile").isEmpty() && !Choices.profiles().contains(of("profile"));
    }

    /** Whether the city is none that the list offers, or the list is not there. */
    boolean isOddCity(List<City> cities) {
        return !of("cityId").isEmpty()
                && cities.stream().noneMatch(known -> of("cityId").equals(known.id()));
    }

    /** The text that answers a question; empty when nothing does. */
    public String answer(Question question) {
        List<String> given = answers.getOrDefault(question.key(), List.of());
        return given.isEmpty() ? "" : given.get(0);
    }

    /** Whether this choice is among the answers. */
    public boolean isChosen(Question question, String choice) {
        return answers.getOrDefault(question.key(), List.of()).contains(choice);
    }

    /** All answers to a question that are not empty. */
    public List<String> chosen(Question question) {
        return answers.getOrDefault(question.key(), List.of()).stream()
                .filter(Predicate.not(String::isBlank))
                .toList();
    }

    /** Answers that cannot be shown as fields, because the questions are not known at the moment; they travel along unseen. */
    public List<Map.Entry<String, String>> unasked(List<Question> questions) {
        return Question.unasked(answers, questions);
    }

    /** What one page says to the service: all its fields, the empty ones too. */
    DraftEntries entries(Step step, List<Question> questions) {
        return switch (step) {
            case YOU ->
                new DraftEntries(
                        of("givenName"),
                        of("familyName"),
                        of("email"),
                        of("organisation"),
                        of("position"),
                        of("country"),
                        null,
                        null,
                        null,
                        null,
                        null,
                        null);
            case TAKING_PART ->
                new DraftEntries(
                        null,
                        null,
                        null,
                        null,
                        null,
                        null,
                        of("cityId"),
                        of("profile"),
                        isTicked("contributor"),
                        null,
                        null,
                        of("clusterId"));
            case MOTIVATION ->
                new DraftEntries(
                        null, null, null, null, null, null, null, null, null, of("motivation"), given(questions), null);
        };
    }

    private Map<String, Object> given(List<Question> questions) {
        Map<String, Object> given = new LinkedHashMap<>();
        for (Question question : questions) {
            List<String> chosen = chosen(question);
            if (!chosen.isEmpty()) {
                given.put(question.key(), question.value(chosen));
            }
        }
        return given;
    }

    @Override
    public String toString() {
        return "ApplyForm";
    }
}
