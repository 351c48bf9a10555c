package eu.urbact.infocus.portal.logistics;

import java.util.ArrayList;
import java.util.List;
import jakarta.ws.rs.core.MultivaluedMap;

import eu.urbact.infocus.portal.shell.EnteredTimes;
import eu.urbact.infocus.portal.shell.FormErrors;
import eu.urbact.infocus.portal.shell.Meanwhile;
import eu.urbact.infocus.portal.shell.services.LogisticsSetting;
import eu.urbact.infocus.portal.shell.services.NewLogistics;

import static eu.urbact.infocus.portal.shell.Sent.stripped;

/**
 * The freeze time as it was entered, in the venue's time; day and time empty to ask nothing.
 *
 * @param exactly the freeze time there is, which a local time to the minute may not tell; empty for none
 * @param zone the venue's, as the form was filled
 */
public record FreezeForm(String date, String time, String exactly, String zone, String version) {

    static FreezeForm of(LogisticsSetting setting) {
        return new FreezeForm(
                Entered.date(setting.freezeAt(), setting.zone()),
                Entered.time(setting.freezeAt(), setting.zone()),
                EnteredTimes.exactly(setting.freezeAt()),
                setting.zone(),
                String.valueOf(setting.version()));
    }

    static FreezeForm of(MultivaluedMap<String, String> sent) {
        return new FreezeForm(
                stripped(sent, "freezeDate"),
                stripped(sent, "freezeTime"),
                stripped(sent, "freezeExactly"),
                stripped(sent, "zone"),
                stripped(sent, "version"));
    }

    /** The same entries on top of what is laid down now, after somebody else has changed it. */
    FreezeForm on(LogisticsSetting now) {
        return new FreezeForm(date, time, exactly, zone, String.valueOf(now.version()));
    }

    /** Where what is laid down now differs from these entries. */
    Meanwhile meanwhile(FreezeForm saved) {
        return new Meanwhile()
                .choice("freezeDate", "Day", date, saved.date, Entered.words(saved.date))
                .text("freezeTime", "Time", time, saved.time);
    }

    /** What cannot be sent. */
    FormErrors check() {
        List<FormErrors.Entry> errors = new ArrayList<>();
        if (date.isEmpty() ? !time.isEmpty() : Entered.date(date).isEmpty()) {
            errors.add(new FormErrors.Entry("freezeDate", "Enter the day, or leave day and time empty to ask nothing"));
        }
        if (!date.isEmpty()) {
            Entered.checkTime(date, time, zone, "freezeTime", "Enter the time, such as 18:00", errors);
        }
        if (!Entered.isZone(zone)) {
            errors.add(Entered.zoneMissing());
        }
        return new FormErrors(errors);
    }

    NewLogistics.Freeze toFreeze() {
        return new NewLogistics.Freeze(date.isEmpty() ? null : Entered.at(date, time, zone, exactly));
    }
}
