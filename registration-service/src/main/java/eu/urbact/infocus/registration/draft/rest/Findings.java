package eu.urbact.infocus.registration.draft.rest;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.validation.Validator;

import eu.urbact.infocus.chassis.problem.FieldError;
import eu.urbact.infocus.chassis.problem.Problems;
import eu.urbact.infocus.chassis.validation.TextLength;
import eu.urbact.infocus.registration.application.AnswerBook;
import eu.urbact.infocus.registration.application.Profile;
import eu.urbact.infocus.registration.application.rest.ApplyChecks;
import eu.urbact.infocus.registration.application.rest.ApplyRequest;
import eu.urbact.infocus.registration.call.Calls;
import eu.urbact.infocus.registration.draft.Draft;
import eu.urbact.infocus.registration.draft.DraftEntries;

/** What is wrong with what was entered: what cannot even be kept, and what cannot be sent, by the very rules for applications. */
@ApplicationScoped
class Findings {

    private static final String ANSWERS = "answers";
    private static final String PROFILE = "profile";
    private static final Pattern KEY = Pattern.compile("[a-z][a-z0-9-]{0,39}");
    private static final int MOST_CHOICES = 50;

    private final Validator validator;
    private final ApplyChecks applyChecks;
    private final Calls calls;
    private final AnswerBook answers;

    Findings(Validator validator, ApplyChecks applyChecks, Calls calls, AnswerBook answers) {
        this.validator = validator;
        this.applyChecks = applyChecks;
        this.calls = calls;
        this.answers = answers;
    }

    /** Nothing happens, or the problem with all answers that cannot be kept. */
    static void requireCanBeKept(DraftEntries entries) {
        List<FieldError> errors = ofKeeping(entries);
        if (!errors.isEmpty()) {
            throw Problems.invalid(errors);
        }
    }

    /** Why answers cannot be kept: only text, a truth value and lists of texts are, and only as much as a person would write. */
    private static List<FieldError> ofKeeping(DraftEntries entries) {
        Map<String, Object> answers = entries.answers() == null ? Map.of() : entries.answers();
        return answers.entrySet().stream()
                .filter(answer -> !KEY.matcher(answer.getKey()).matches() || !canBeKept(answer.getValue()))
                .map(answer -> KEY.matcher(answer.getKey()).matches()
                        ? new FieldError(
                                ANSWERS + "." + answer.getKey(),
                                answer.getValue() instanceof String
                                        ? "size must be between 0 and 2000"
                                        : "is no answer to a question")
                        : new FieldError(ANSWERS, "is not asked"))
                .distinct()
                .toList();
    }

    private static boolean canBeKept(Object answer) {
        if (answer instanceof List<?> list) {
            return list.size() <= MOST_CHOICES
                    && list.stream().allMatch(item -> item instanceof String text && TextLength.of(text) <= 200);
        }
        return answer instanceof Boolean
                || (answer instanceof String text && TextLength.of(text) <= DraftEntries.LONGEST);
    }

    /**
     * What a draft holds of what its call asks now. Organisers may change the questions while somebody writes, and nobody is stopped by an
     * answer to what they cannot see any more.
     */
    DraftEntries stillAsked(Draft draft) {
        DraftEntries entries = draft.entries();
        return entries.answers() == null
                ? entries
                : entries.withAnswers(
                        answers.stillAsked(calls.current(draft.callId()).orElseThrow(), entries.answers()));
    }

    /** All that stands in the way of sending. */
    List<FieldError> ofSending(UUID callId, DraftEntries entries, boolean privacyAccepted) {
        ApplyRequest request = request(callId, entries, privacyAccepted);
        boolean oddProfile = request.profile() == null && given(entries.profile()) != null;
        List<FieldError> errors = new ArrayList<>();
        if (oddProfile) {
            errors.add(new FieldError(PROFILE, "must be one of the list"));
        }
        validator.validate(request).stream()
                .map(violation -> new FieldError(violation.getPropertyPath().toString(), violation.getMessage()))
                .filter(error -> !(oddProfile && error.field().equals(PROFILE)))
                .forEach(errors::add);
        Stream<FieldError> more = applyChecks.errors(request).stream();
        more.filter(error -> errors.stream().noneMatch(known -> known.field().equals(error.field())))
                .toList()
                .forEach(errors::add);
        return errors;
    }

    /** The entries as an application. */
    ApplyRequest request(UUID callId, DraftEntries entries, boolean privacyAccepted) {
        Profile profile = Arrays.stream(Profile.values())
                .filter(known -> known.name().equals(entries.profile()))
                .findFirst()
                .orElse(null);
        return new ApplyRequest(
                callId,
                given(entries.givenName()),
                given(entries.familyName()),
                given(entries.email()),
                given(entries.organisation()),
                given(entries.position()),
                given(entries.cityId()),
                given(entries.country()),
                profile,
                entries.contributor(),
                given(entries.motivation()),
                "en",
                privacyAccepted,
                entries.answers(),
                given(entries.clusterId()));
    }

    /** A field that was left empty is absent. */
    private static String given(String entered) {
        return entered == null || entered.isBlank() ? null : entered;
    }
}
