package eu.urbact.infocus.portal.applicationimport;

import java.io.File;
import java.io.FileInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import jakarta.annotation.security.PermitAll;
import jakarta.annotation.security.RolesAllowed;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.ForbiddenException;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.MultivaluedHashMap;
import jakarta.ws.rs.core.MultivaluedMap;

import io.quarkus.qute.CheckedTemplate;
import io.quarkus.qute.TemplateInstance;
import io.smallrye.common.annotation.Blocking;
import org.jboss.resteasy.reactive.RestForm;
import org.jboss.resteasy.reactive.RestResponse;

import eu.urbact.infocus.portal.shell.FormErrors;
import eu.urbact.infocus.portal.shell.HtmlPage;
import eu.urbact.infocus.portal.shell.Shell;
import eu.urbact.infocus.portal.shell.Utf8;
import eu.urbact.infocus.portal.shell.security.SignInAgain;
import eu.urbact.infocus.portal.shell.security.Visitor;
import eu.urbact.infocus.portal.shell.services.Answer;
import eu.urbact.infocus.portal.shell.services.Call;
import eu.urbact.infocus.portal.shell.services.ImportReport;
import eu.urbact.infocus.portal.shell.services.Problem;
import eu.urbact.infocus.portal.shell.services.Services;

/**
 * Bringing in applications. No browser fills in a file a second time, so what was in it comes back as text that can be mended on the page.
 */
@Path("/org/w/{slug}/import")
@Blocking
@Produces(MediaType.TEXT_HTML)
public class ImportPages {

    private static final String LINES = "lines";
    private static final String WHOLE = "whole";
    /** More would be a list that nobody reads. */
    private static final int SHOWN = 50;

    private final Services services;
    private final Shell shell;

    ImportPages(Services services, Shell shell) {
        this.services = services;
        this.shell = shell;
    }

    /** The form. */
    @GET
    @RolesAllowed(Visitor.ORGANISER)
    public TemplateInstance form(@PathParam("slug") String slug) {
        Call call = services.callOf(slug).orThrow();
        return Templates.form(slug, call, "", WHOLE, null, FormErrors.NONE);
    }

    /**
     * Brings in the file, or else the text; answers with the report. Sending it again changes nothing. Open to everybody at first, so that the
     * input of an organiser whose session has ended is not lost.
     */
    @POST
    @PermitAll
    @Consumes({MediaType.MULTIPART_FORM_DATA, MediaType.APPLICATION_FORM_URLENCODED})
    public RestResponse<String> bringIn(
            @PathParam("slug") String slug,
            @RestForm("file") File file,
            @RestForm("table") String entered,
            @RestForm("mode") String entry) {
        String mode = LINES.equals(entry) ? LINES : WHOLE;
        byte[] csv = file != null && file.length() > 0
                ? bytes(file)
                : Objects.requireNonNullElse(entered, "").getBytes(StandardCharsets.UTF_8);
        Optional<String> text = Utf8.text(csv);
        String table = text.orElse("");
        if (!shell.getVisitor().isSignedIn()) {
            if (table.isBlank()) {
                // nothing to keep, or a file that cannot be shown
                return SignInAgain.page(shell.getPath());
            }
            MultivaluedMap<String, String> sent = new MultivaluedHashMap<>();
            sent.putSingle("table", table);
            sent.putSingle("mode", mode);
            return SignInAgain.page(shell.getPath(), sent, List.of(new SignInAgain.Line("Applications for", slug)));
        }
        if (!shell.getVisitor().isOrganiser()) {
            throw new ForbiddenException();
        }
        Answer<Call> call = services.callOf(slug);
        if (call.isDown()) {
            return unreachable(slug, null, table, mode);
        }
        if (table.isBlank()) {
            FormErrors nothing = new FormErrors(List.of(new FormErrors.Entry(
                    "file",
                    text.isPresent()
                            ? "Choose a file, or paste a table into the field below."
                            : "The file is not in UTF-8. Save it as CSV in UTF-8, and choose it again.")));
            return HtmlPage.of(422, Templates.form(slug, call.orThrow(), "", mode, null, nothing));
        }
        String callId = call.orThrow().id();
        Answer<ImportReport> answer =
                services.imports(client -> client.bringIn(shell.getVisitor().bearer(), callId, mode, csv));
        if (answer.isDown()) {
            return unreachable(slug, call.value(), table, mode);
        }
        return answer.refusal()
                .map(problem -> HtmlPage.of(
                        problem.status(), Templates.form(slug, call.value(), table, mode, null, explain(problem))))
                .orElseGet(() -> {
                    ImportReport report = answer.value();
                    String left = report.refused() == 0 ? "" : table;
                    return HtmlPage.of(200, Templates.form(slug, call.value(), left, mode, report, FormErrors.NONE));
                });
    }

    private static RestResponse<String> unreachable(String slug, Call call, String table, String mode) {
        FormErrors errors = FormErrors.general("The applications could not be brought in just now, or it is not known"
                + " whether they were. Send the table again: nobody is entered twice.");
        return HtmlPage.of(503, Templates.form(slug, call, table, mode, null, errors));
    }

    private static FormErrors explain(Problem problem) {
        List<FormErrors.Entry> entries = new ArrayList<>(problem.errors().stream()
                .limit(SHOWN)
                .map(error -> new FormErrors.Entry("table", sentence(error)))
                .toList());
        if (entries.isEmpty()) {
            String sentence = problem.sentence();
            return FormErrors.general(sentence.isBlank() ? "The file was refused." : sentence);
        }
        int more = problem.errors().size() - entries.size();
        if (more > 0) {
            entries.add(new FormErrors.Entry("", "And " + more + " more."));
        }
        return new FormErrors(entries);
    }

    private static String sentence(Problem.FieldError error) {
        String place = error.field().isEmpty() || error.field().equals("file") ? "" : ", " + error.field();
        return "Table" + place + ": " + error.message();
    }

    /** The server has put it aside for this request, and deletes it with the request. */
    private static byte[] bytes(File file) {
        try (InputStream content = new FileInputStream(file)) {
            return content.readAllBytes();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    @CheckedTemplate(basePath = "applicationimport")
    static class Templates {
        private Templates() {}

        static native TemplateInstance form(
                String slug, Call call, String table, String mode, ImportReport report, FormErrors errors);
    }
}
