package eu.urbact.infocus.event.programme;

import java.time.LocalDate;
import java.util.List;

/** The days of a programme are days of its workshop, each there once and one after the other. */
final class DayRule implements ProgrammeRules.Rule {

    private final LocalDate firstDay;
    private final LocalDate lastDay;

    DayRule(LocalDate firstDay, LocalDate lastDay) {
        this.firstDay = firstDay;
        this.lastDay = lastDay;
    }

    @Override
    public void check(Programme programme, List<Finding> findings) {
        LocalDate before = null;
        for (int d = 0; d < programme.days().size(); d++) {
            LocalDate date = programme.days().get(d).date();
            String field = "days[" + d + "].date";
            if (date == null) {
                continue;
            }
            if ((firstDay != null && date.isBefore(firstDay)) || (lastDay != null && date.isAfter(lastDay))) {
                findings.add(Finding.error(
                        field, date + " is no day of the workshop, which goes from " + firstDay + " to " + lastDay));
            }
            if (before != null && !date.isAfter(before)) {
                findings.add(Finding.error(field, date + " does not come after the day above it, " + before));
            }
            before = date;
        }
    }
}
