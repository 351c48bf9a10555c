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

    /** The same as a table, with a row for each day; a key of a column is never renamed, a new one comes last. */
    @Transactional
    public byte[] table(List<Doors.Day> days, TableFormat format) {
        UUID callId = days.get(0).call().id();
        OverAllDays figures = overAll(days);
        Map<?, DayCount> counts = doors.counts(days);
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        try (TableWriter table = format.open(out, "Attendance in figures", COLUMNS)) {
            write(table, "total", List.of(new OverAllDays.Group("all", figures.admitted(), figures.came())));
            for (Doors.Day day : days) {
                DayCount count = counts.get(day.date());
                table.row(List.of(
                        "day",
                        day.date(),
                        count.expected(),
                        count.checkedIn(),
                        count.expected() - count.checkedIn(),
                        count.walkIns()));
            }
            write(table, "city", figures.cities());
            write(table, "profile", figures.profiles());
            write(table, "newcomer", figures.newcomers());
            write(table, "country", figures.countries());
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        audit.record("attendance-figures-exported", "call", callId.toString(), Map.of("format", format.extension()));
        return out.toByteArray();
    }

    private static void write(TableWriter table, String kind, List<OverAllDays.Group> groups) throws IOException {
        for (OverAllDays.Group group : groups) {
            table.row(Arrays.asList(
                    kind,
                    Objects.requireNonNullElse(group.key(), "none"),
                    group.admitted(),
                    group.came(),
                    group.neverCame(),
                    null));
        }
    }
}
