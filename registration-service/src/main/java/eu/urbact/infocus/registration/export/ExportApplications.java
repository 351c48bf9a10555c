package eu.urbact.infocus.registration.export;

import java.io.IOException;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.util.Map;
import java.util.UUID;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.transaction.Transactional;

import io.quarkus.narayana.jta.runtime.TransactionConfiguration;

import eu.urbact.infocus.chassis.audit.AuditTrail;
import eu.urbact.infocus.chassis.table.TableFormat;
import eu.urbact.infocus.chassis.table.TableWriter;
import eu.urbact.infocus.registration.application.ApplicationFilter;
import eu.urbact.infocus.registration.application.Applications;

/** Hands the applications that a filter shows to an organiser, as a file. */
@ApplicationScoped
public class ExportApplications {

    /** How long the reader may take: a table of a hundred thousand rows over a slow line. */
    private static final int SECONDS = 300;

    private static final String SHEET = "Applications";

    private final Applications applications;
    private final AuditTrail audit;

    ExportApplications(Applications applications, AuditTrail audit) {
        this.applications = applications;
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

    /** Writes the table, row by row as the database gives them. */
    @Transactional
    @TransactionConfiguration(timeout = SECONDS)
    public void write(ApplicationFilter filter, TableFormat format, OutputStream out) throws IOException {
        try (TableWriter table = format.open(out, SHEET, ApplicationColumns.keys())) {
            applications.each(filter, application -> {
                try {
                    table.row(ApplicationColumns.of(application));
                } catch (IOException e) {
                    throw new UncheckedIOException(e);
                }
            });
        }
    }
}
