package eu.urbact.infocus.registration.logistics.rest;

import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import jakarta.validation.constraints.Max;
import jakarta.validation.constraints.Min;
import jakarta.validation.constraints.NotNull;

import eu.urbact.infocus.chassis.problem.FieldError;
import eu.urbact.infocus.chassis.problem.Problems;

/** Something that somebody comes along to, with how many companions. */
public record Choice(
        @NotNull UUID optionId, @NotNull @Min(0) @Max(4) Integer companions) {

    static List<Choice> of(Map<UUID, Integer> choices) {
        return choices.entrySet().stream()
                .map(choice -> new Choice(choice.getKey(), choice.getValue()))
                .sorted(Comparator.comparing(Choice::optionId))
                .toList();
    }

    /** By option; each may be there once. */
    static Map<UUID, Integer> byOption(List<Choice> choices) {
        Map<UUID, Integer> byOption = new HashMap<>();
        for (int i = 0; i < choices.size(); i++) {
            if (byOption.put(choices.get(i).optionId(), choices.get(i).companions()) != null) {
                throw Problems.invalid(List.of(new FieldError("choices[" + i + "].optionId", "is there twice")));
            }
        }
        return byOption;
    }
}
