package eu.urbact.infocus.portal.suggestion;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import jakarta.ws.rs.core.MultivaluedMap;

import io.quarkus.qute.i18n.MessageBundles;

import eu.urbact.infocus.portal.shell.FormErrors;
import eu.urbact.infocus.portal.shell.Meanwhile;
import eu.urbact.infocus.portal.shell.Quicker;
import eu.urbact.infocus.portal.shell.SeenVersion;
import eu.urbact.infocus.portal.shell.services.BalanceGoals;
import eu.urbact.infocus.portal.shell.services.Problem;
import eu.urbact.infocus.portal.shell.text.Choices;
import eu.urbact.infocus.portal.shell.text.Messages;

import static eu.urbact.infocus.portal.shell.Sent.stripped;

/**
 * The balance goals as they were entered.
 *
 * @param minimums by profile
 * @param version version of the goals that the organiser had in front of them
 */
public record GoalsForm(String maxPerCity, String newcomers, Map<String, String> minimums, String version) {

    private static final String MINIMUM = "minimum-";
    private static final int MOST = 10_000;

    /** One field for the minimum of a profile. */
    public record Minimum(String profile, String field, String value) {}

    /** The minimums, as fields of the form. */
    public List<Minimum> fields() {
        return minimums.entrySet().stream()
                .map(minimum -> new Minimum(minimum.getKey(), MINIMUM + minimum.getKey(), minimum.getValue()))
                .toList();
    }

    static GoalsForm of(BalanceGoals goals, long version) {
        Map<String, String> minimums = new LinkedHashMap<>();
        Choices.profiles()
                .forEach(profile -> minimums.put(
                        profile, String.valueOf(goals.minimumPerProfile().getOrDefault(profile, 0))));
        return new GoalsForm(
                goals.maxPerCityInOpenPool() == null
                        ? ""
                        : goals.maxPerCityInOpenPool().toString(),
                String.valueOf(goals.newcomersPercent()),
                minimums,
                String.valueOf(version));
    }

    static GoalsForm of(MultivaluedMap<String, String> sent) {
        Map<String, String> minimums = new LinkedHashMap<>();
        Choices.profiles().forEach(profile -> minimums.put(profile, stripped(sent, MINIMUM + profile)));
        return new GoalsForm(
                stripped(sent, "maxPerCity"), stripped(sent, "newcomers"), minimums, stripped(sent, "version"));
    }

    /** The same entries on top of the goals as they are now, for somebody who has been told that they were changed. */
    GoalsForm on(long current, int status) {
        return status == 422 ? this : new GoalsForm(maxPerCity, newcomers, minimums, String.valueOf(current));
    }

    /** Where the goals as they are saved now differ from these entries. */
    Meanwhile meanwhile(GoalsForm saved) {
        Meanwhile meanwhile = new Meanwhile()
                .text("maxPerCity", "Most open seats for one partner city", maxPerCity, saved.maxPerCity)
                .text("newcomers", "Share of newcomers in the room", newcomers, saved.newcomers);
        minimums.forEach((profile, minimum) -> meanwhile.text(
                MINIMUM + profile,
                MessageBundles.get(Messages.class).profile(profile),
                // nothing is no minimum, which is saved as zero
                minimum.isEmpty() ? "0" : minimum,
                saved.minimums.get(profile)));
        return meanwhile;
    }

    /** What cannot be sent, because it is no number. */
    FormErrors check() {
        List<FormErrors.Entry> errors = new ArrayList<>();
        if (!maxPerCity.isEmpty() && !isNumber(maxPerCity, MOST)) {
            errors.add(new FormErrors.Entry(
                    "maxPerCity",
                    "Most open seats for one city: enter a whole number up to 10,000, or nothing for no limit."));
        }
        if (!isNumber(newcomers, 100)) {
            errors.add(new FormErrors.Entry("newcomers", "Share of newcomers: enter a whole number from 0 to 100."));
        }
        minimums.forEach((profile, minimum) -> {
            if (!minimum.isEmpty() && !isNumber(minimum, MOST)) {
                errors.add(new FormErrors.Entry(
                        MINIMUM + profile,
                        MessageBundles.get(Messages.class).profile(profile)
                                + ": enter a whole number up to 10,000, or nothing for no minimum."));
            }
        });
        return new FormErrors(errors);
    }

    BalanceGoals toGoals() {
        Map<String, Integer> wanted = new LinkedHashMap<>();
        minimums.forEach((profile, minimum) -> {
            if (!minimum.isEmpty()) {
                wanted.put(profile, Integer.valueOf(minimum));
            }
        });
        return new BalanceGoals(
                maxPerCity.isEmpty() ? null : Integer.valueOf(maxPerCity), Integer.valueOf(newcomers), wanted);
    }

    /** As an entity tag for {@code If-Match}. */
    String etag() {
        return SeenVersion.etag(version);
    }

    static FormErrors explain(Problem problem, String zone) {
        if (problem.status() == 412 && problem.by() != null) {
            return FormErrors.general(
                    (problem.isOwnRepetition() ? "" : "Nothing was saved. ") + Quicker.words(problem, zone));
        }
        if (problem.status() == 412) {
            return FormErrors.general(
                    "Somebody else has changed the goals since you opened this page. Nothing was saved. Look at the"
                            + " goals now, then change them.");
        }
        String sentence = problem.sentence();
        return FormErrors.general(sentence.isBlank() ? "The goals were refused." : sentence);
    }

    private static boolean isNumber(String text, int most) {
        return text.matches("\\d{1,5}") && Integer.parseInt(text) <= most;
    }
}
