package eu.urbact.infocus.portal.waitinglist;

import java.util.ArrayList;
import java.util.List;
import jakarta.ws.rs.core.MultivaluedMap;

import eu.urbact.infocus.portal.shell.FormErrors;
import eu.urbact.infocus.portal.shell.services.WaitingList;

import static eu.urbact.infocus.portal.shell.Sent.stripped;

/**
 * How the list works, as it was entered.
 *
 * @param running {@code true} or {@code false}: what the pressed button asks for
 * @param version version of the settings that the organiser had in front of them
 */
public record SettingsForm(boolean running, String offerHours, String cutOffHours, String version) {

    private static final int MOST = 2_000;

    static SettingsForm of(WaitingList list) {
        return new SettingsForm(
                list.settings().running(),
                String.valueOf(list.settings().offerHours()),
                String.valueOf(list.settings().cutOffHours()),
                String.valueOf(list.settingsVersion()));
    }

    static SettingsForm of(MultivaluedMap<String, String> sent) {
        return new SettingsForm(
                "true".equals(sent.getFirst("running")),
                stripped(sent, "offerHours"),
                stripped(sent, "cutOffHours"),
                stripped(sent, "version"));
    }

    SettingsForm withVersionOf(WaitingList list) {
        return new SettingsForm(running, offerHours, cutOffHours, String.valueOf(list.settingsVersion()));
    }

    /** What cannot be sent, because it is no number of hours. */
    FormErrors check() {
        List<FormErrors.Entry> errors = new ArrayList<>();
        if (!isNumber(offerHours) || Integer.parseInt(offerHours) == 0) {
            errors.add(
                    new FormErrors.Entry("offerHours", "Hours to answer an offer: enter whole hours, from 1 to 2000."));
        }
        if (!isNumber(cutOffHours)) {
            errors.add(new FormErrors.Entry("cutOffHours", "Last offers: enter whole hours, from 0 to 2000."));
        }
        return new FormErrors(errors);
    }

    WaitingList.Settings toSettings() {
        return new WaitingList.Settings(running, Integer.parseInt(offerHours), Integer.parseInt(cutOffHours));
    }

    private static boolean isNumber(String text) {
        return text.matches("\\d{1,4}") && Integer.parseInt(text) <= MOST;
    }
}
