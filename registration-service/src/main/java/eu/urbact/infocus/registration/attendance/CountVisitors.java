package eu.urbact.infocus.registration.attendance;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.UUID;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.transaction.Transactional;

import eu.urbact.infocus.chassis.audit.AuditTrail;
import eu.urbact.infocus.chassis.outcome.Outcome;
import eu.urbact.infocus.chassis.table.TableFormat;
import eu.urbact.infocus.chassis.table.TableWriter;
import eu.urbact.infocus.registration.desk.Acquaintances;

/** Counts who had a place and who came, over all days of a workshop. */
@ApplicationScoped
public class CountVisitors {

    private static final List<String> COLUMNS = List.of("kind", "key", "had_place", "came", "never_came", "walk_ins");

    private final CheckIns checkIns;
    private final Doors doors;
    private final Acquaintances acquaintances;
    private final AuditTrail audit;

    CountVisitors(CheckIns checkIns, Doors doors, Acquaintances acquaintances, AuditTrail audit) {
        this.checkIns = checkIns;
        this.doors = doors;
        this.acquaintances = acquaintances;
        this.audit = audit;
    }

    /** The figures of the workshop to which these days belong; there is at least one. */
    public OverAllDays overAll(List<Doors.Day> days) {
        List<Visitor> visitors = checkIns.visitors(
                days.get(0).call().id(),
                days.stream()
                        .map(Doors.Day::day)
                        .filter(WorkshopDay::isOfWorkshop)
                        .toList());
        return OverAllDays.of(
                visitors,
                acquaintances.returning(visitors.stream().map(Visitor::id).toList()));
    }

    /**
     * The same as a table, with a row for each day; a key of a column is never renamed, a new one comes last. Who never came is left empty until it
     * is known: of a day when it is over, of the rest when all are.
     */
    @Transactional
    public byte[] table(List<Doors.Day> days, TableFormat format) {
        UUID callId = days.get(0).call().id();
        OverAllDays figures = overAll(days);
        Map<?, DayCount> counts = doors.counts(days);
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        // whoever has not come yet may still
        boolean over = days.stream().allMatch(day -> day.whenOver() instanceof Outcome.Done);
        try (TableWriter table = format.open(out, "Attendance in figures", COLUMNS)) {
            write(table, "total", List.of(new OverAllDays.Group("all", figures.admitted(), figures.came())), over);
            for (Doors.Day day : days) {
                DayCount count = counts.get(day.date());
                table.row(Arrays.asList(
                        "day",
                        day.date(),
                        count.expected(),
                        count.checkedIn(),
                        day.whenOver() instanceof Outcome.Done ? count.expected() - count.checkedIn() : null,
                        count.walkIns()));
            }
            write(table, "city", figures.cities(), over);
            write(table, "profile", figures.profiles(), over);
            write(table, "newcomer", figures.newcomers(), over);
            write(table, "country", figures.countries(), over);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        audit.record("attendance-figures-exported", "call", callId.toString(), Map.of("format", format.extension()));
        return out.toByteArray();
    }

    private static void write(TableWriter table, String kind, List<OverAllDays.Group> groups, boolean over)
            throws IOException {
        for (OverAllDays.Group group : groups) {
            table.row(Arrays.asList(
                    kind,
                    Objects.requireNonNullElse(group.key(), "none"),
                    group.admitted(),
                    group.came(),
                    over ? group.neverCame() : null,
                    null));
        }
    }
}
