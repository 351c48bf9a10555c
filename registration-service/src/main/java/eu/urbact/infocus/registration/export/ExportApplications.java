package eu.urbact.infocus.registration.export;

import java.io.IOException;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.transaction.Transactional;

import io.quarkus.narayana.jta.runtime.TransactionConfiguration;

import eu.urbact.infocus.chassis.audit.AuditTrail;
import eu.urbact.infocus.chassis.table.TableFormat;
import eu.urbact.infocus.chassis.table.TableWriter;
import eu.urbact.infocus.registration.application.Application;
import eu.urbact.infocus.registration.application.ApplicationFilter;
import eu.urbact.infocus.registration.application.Applications;
import eu.urbact.infocus.registration.question.TabulateAnswers;

/** Hands the applications that a filter shows to an organiser, as a file. */
@ApplicationScoped
public class ExportApplications {

    /** How long the reader may take: a table of a hundred thousand rows over a slow line. */
    private static final int SECONDS = 300;

    /** Rows whose answers are fetched with one statement, and which are kept until then. */
    private static final int ROWS_AT_ONCE = 200;

    private static final String SHEET = "Applications";

    private final Applications applications;
    private final TabulateAnswers tabulateAnswers;
    private final DescribeRows describeRows;
    private final AuditTrail audit;

    ExportApplications(
            Applications applications, TabulateAnswers tabulateAnswers, DescribeRows describeRows, AuditTrail audit) {
        this.applications = applications;
        this.tabulateAnswers = tabulateAnswers;
        this.describeRows = describeRows;
        this.audit = audit;
    }

    /** Writes down who takes how many applications with them, before the first one leaves. */
    @Transactional
    public void announce(ApplicationFilter filter, TableFormat format) {
        UUID callId = filter.callId();
        audit.record(
                "applications-exported",
                callId == null ? "applications" : "call",
                callId == null ? "all" : callId.toString(),
                Map.of("count", applications.count(filter), "format", format));
    }

    /** Writes the table, some rows at a time as the database gives them; of one call with what people have answered. */
    @Transactional
    @TransactionConfiguration(timeout = SECONDS)
    public void write(ApplicationFilter filter, TableFormat format, OutputStream out) throws IOException {
        // what different calls ask has nothing to do with each other, even under the same key
        List<TabulateAnswers.Column> asked =
                filter.callId() == null ? List.of() : tabulateAnswers.columns(filter.callId());
        try (TableWriter table = format.open(out, SHEET, ApplicationColumns.keys(asked))) {
            List<Application> rows = new ArrayList<>(ROWS_AT_ONCE);
            applications.each(filter, application -> {
                rows.add(application);
                if (rows.size() == ROWS_AT_ONCE) {
                    pass(rows, asked, table);
                }
            });
            pass(rows, asked, table);
        }
    }

    /** Completes the rows, passes them on and forgets them. */
    private void pass(List<Application> rows, List<TabulateAnswers.Column> asked, TableWriter table) {
        Set<UUID> ids = rows.stream().map(Application::id).collect(Collectors.toSet());
        Map<UUID, Map<UUID, String>> answers = asked.isEmpty() || ids.isEmpty() ? Map.of() : tabulateAnswers.cells(ids);
        describeRows.of(rows).forEach(row -> {
            Map<UUID, String> given = answers.getOrDefault(row.application().id(), Map.of());
            Stream<Object> answered = asked.stream().map(question -> given.get(question.questionId()));
            try {
                table.row(Stream.concat(ApplicationColumns.of(row).stream(), answered)
                        .toList());
            } catch (IOException e) {
                throw new UncheckedIOException(e);
            }
        });
        rows.clear();
    }
}
