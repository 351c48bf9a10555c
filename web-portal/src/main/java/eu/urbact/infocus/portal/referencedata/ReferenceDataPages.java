package eu.urbact.infocus.portal.referencedata;

import java.io.File;
import java.io.FileInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Objects;
import jakarta.annotation.security.RolesAllowed;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.UriBuilder;

import io.quarkus.qute.CheckedTemplate;
import io.quarkus.qute.TemplateInstance;
import io.smallrye.common.annotation.Blocking;
import org.jboss.resteasy.reactive.RestForm;
import org.jboss.resteasy.reactive.RestResponse;

import eu.urbact.infocus.portal.shell.FormErrors;
import eu.urbact.infocus.portal.shell.HtmlPage;
import eu.urbact.infocus.portal.shell.Shell;
import eu.urbact.infocus.portal.shell.Utf8;
import eu.urbact.infocus.portal.shell.security.Visitor;
import eu.urbact.infocus.portal.shell.services.Answer;
import eu.urbact.infocus.portal.shell.services.Problem;
import eu.urbact.infocus.portal.shell.services.Problem.FieldError;
import eu.urbact.infocus.portal.shell.services.ReferenceReport;
import eu.urbact.infocus.portal.shell.services.Services;

/** Reference data of the directory, brought in as a file. */
@Path("/org/reference-data")
@RolesAllowed(Visitor.ORGANISER)
@Blocking
@Produces(MediaType.TEXT_HTML)
public class ReferenceDataPages {

    /** Bytes as a browser sends them; within {@code quarkus.http.limits.max-form-attribute-size}. */
    private static final int MOST_IN_THE_FIELD = 1_000_000;

    private final Services services;
    private final Shell shell;

    ReferenceDataPages(Services services, Shell shell) {
        this.services = services;
        this.shell = shell;
    }

    /** Where a file is chosen or pasted. */
    @GET
    public TemplateInstance ask() {
        return Templates.ask("", FormErrors.NONE, List.of());
    }

    /**
     * Brings the file in, and goes to the report; or shows what is wrong where, with the input. A file is passed on byte by byte, so that the
     * service can say where one belongs to no character.
     */
    @POST
    @Consumes({MediaType.MULTIPART_FORM_DATA, MediaType.APPLICATION_FORM_URLENCODED})
    public RestResponse<String> bringIn(@RestForm("file") File upload, @RestForm("text") String text) {
        boolean uploaded = upload != null && upload.length() > 0;
        if (!uploaded && Objects.requireNonNullElse(text, "").isBlank()) {
            return HtmlPage.of(
                    422, Templates.ask("", wrong("file", "Choose a file, or paste its content."), List.of()));
        }
        byte[] content = uploaded ? read(upload) : text.getBytes(StandardCharsets.UTF_8);
        Answer<ReferenceReport> answer = services.referenceData(
                client -> client.bringIn(shell.getVisitor().bearer(), content));
        if (answer.isFound()) {
            return RestResponse.seeOther(UriBuilder.fromPath("/org/reference-data/{id}")
                    .build(answer.value().id()));
        }
        Problem problem = answer.refusal().orElseThrow();
        String sentence =
                problem.errors().isEmpty() ? problem.sentence() : problem.sentence() + " Nothing was brought in.";
        return HtmlPage.of(
                problem.status(),
                Templates.ask(
                        again(content),
                        uploaded ? wrong("file", "File: " + sentence) : wrong("text", "Content: " + sentence),
                        problem.errors()));
    }

    /** What an import brought, entry by entry. */
    @GET
    @Path("{id: [0-9a-f-]{36}}")
    public TemplateInstance report(@PathParam("id") String id) {
        return Templates.report(services.referenceData(
                        client -> client.report(shell.getVisitor().bearer(), id))
                .orThrow());
    }

    private static FormErrors wrong(String field, String message) {
        return new FormErrors(List.of(new FormErrors.Entry(field, message)));
    }

    /** What the field shows again: nothing that it could not send, and no letters in the place of bytes that are none. */
    private static String again(byte[] content) {
        return Utf8.text(content)
                // browsers send two bytes for each end of a line
                .filter(text -> content.length + text.lines().count() <= MOST_IN_THE_FIELD)
                .orElse("");
    }

    private static byte[] read(File upload) {
        try (InputStream content = new FileInputStream(upload)) {
            return content.readAllBytes();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    @CheckedTemplate(basePath = "referencedata")
    static class Templates {
        private Templates() {}

        static native TemplateInstance ask(String text, FormErrors errors, List<FieldError> faults);

        static native TemplateInstance report(ReferenceReport report);
    }
}
