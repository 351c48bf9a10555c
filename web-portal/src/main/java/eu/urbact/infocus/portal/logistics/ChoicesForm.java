package eu.urbact.infocus.portal.logistics;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import jakarta.ws.rs.core.MultivaluedMap;

import eu.urbact.infocus.portal.shell.FormErrors;
import eu.urbact.infocus.portal.shell.services.NewLogistics;
import eu.urbact.infocus.portal.shell.services.OwnLogistics;

import static eu.urbact.infocus.portal.shell.Sent.given;
import static eu.urbact.infocus.portal.shell.Sent.stripped;

/**
 * What somebody comes along to as it was entered.
 *
 * @param companions by the id of each chosen option
 * @param message to the organisers, for a request
 */
public record ChoicesForm(Map<String, String> companions, String message) {

    private static final int MOST_COMPANIONS = 4;
    private static final int MOST_OPTIONS = 100;

    static ChoicesForm of(OwnLogistics own) {
        Map<String, String> companions = new LinkedHashMap<>();
        if (own.request() != null && own.request().isOpen()) {
            own.request()
                    .wanted()
                    .forEach(choice -> companions.put(choice.optionId(), String.valueOf(choice.companions())));
            return new ChoicesForm(
                    companions, Objects.requireNonNullElse(own.request().message(), ""));
        }
        own.chosen().forEach(option -> companions.put(option.id(), String.valueOf(option.companions())));
        return new ChoicesForm(companions, "");
    }

    static ChoicesForm of(MultivaluedMap<String, String> sent) {
        Map<String, String> companions = new LinkedHashMap<>();
        Entered.all(sent, "option").stream()
                .limit(MOST_OPTIONS)
                .forEach(option -> companions.put(option, stripped(sent, "companions-" + option)));
        return new ChoicesForm(companions, stripped(sent, "message"));
    }

    /** Whether the option is chosen. */
    public boolean chosen(String option) {
        return companions.containsKey(option);
    }

    /** Whether so many come with the person. */
    public boolean with(String option, int count) {
        return companions.getOrDefault(option, "").equals(String.valueOf(count));
    }

    /** What cannot be sent. */
    FormErrors check() {
        List<FormErrors.Entry> errors = new ArrayList<>();
        companions.forEach((option, count) -> {
            if (!count.isEmpty() && Entered.number(count, MOST_COMPANIONS).isEmpty()) {
                errors.add(new FormErrors.Entry(
                        "companions-" + option,
                        "Enter a number from 0 to " + MOST_COMPANIONS + " for your companions"));
            }
        });
        return new FormErrors(errors);
    }

    List<NewLogistics.Choice> toChoices() {
        return companions.entrySet().stream()
                .map(choice -> new NewLogistics.Choice(
                        choice.getKey(),
                        Entered.number(choice.getValue(), MOST_COMPANIONS).orElse(0)))
                .toList();
    }

    NewLogistics.Change toChange() {
        return new NewLogistics.Change(toChoices(), given(message));
    }

    /** The page's name for a field of the request. */
    static String field(String path) {
        return FormErrors.field(path).equals("message") ? "message" : "";
    }

    @Override
    public String toString() {
        return "ChoicesForm";
    }
}
