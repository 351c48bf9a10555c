package eu.urbact.infocus.portal.cooperation;

import java.time.DateTimeException;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import jakarta.ws.rs.core.MultivaluedMap;

import eu.urbact.infocus.portal.shell.FormErrors;
import eu.urbact.infocus.portal.shell.services.Cooperation;
import eu.urbact.infocus.portal.shell.text.Lengths;

import static eu.urbact.infocus.portal.shell.Sent.stripped;

/** The next step as it is being written. */
public record StepForm(String text, String cityId, String dueOn, String submission) {

    private static final int LONGEST = 500;

    static StepForm empty() {
        return new StepForm("", "", "", UUID.randomUUID().toString());
    }

    static StepForm of(MultivaluedMap<String, String> sent) {
        return new StepForm(
                stripped(sent, "text"),
                stripped(sent, "cityId"),
                stripped(sent, "dueOn"),
                stripped(sent, "submission"));
    }

    FormErrors check() {
        List<FormErrors.Entry> errors = new ArrayList<>();
        if (text.isEmpty() || Lengths.of(text) > LONGEST) {
            errors.add(new FormErrors.Entry("text", "Say in at most 500 characters what is to be done."));
        }
        if (cityId.isEmpty()) {
            errors.add(new FormErrors.Entry("cityId", "Choose the city that does it."));
        }
        if (day() == null) {
            errors.add(new FormErrors.Entry("dueOn", "Until: enter a day as year, month and day, such as 2017-01-31."));
        }
        return new FormErrors(errors);
    }

    private LocalDate day() {
        try {
            return LocalDate.parse(dueOn);
        } catch (DateTimeException e) {
            return null;
        }
    }

    Cooperation.NewStep step() {
        return new Cooperation.NewStep(text, cityId, day());
    }
}
