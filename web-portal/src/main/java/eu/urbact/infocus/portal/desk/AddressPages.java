package eu.urbact.infocus.portal.desk;

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
import jakarta.ws.rs.core.MultivaluedMap;
import jakarta.ws.rs.core.UriBuilder;

import io.quarkus.qute.CheckedTemplate;
import io.quarkus.qute.TemplateInstance;
import io.smallrye.common.annotation.Blocking;
import org.jboss.resteasy.reactive.RestResponse;

import eu.urbact.infocus.portal.shell.FormErrors;
import eu.urbact.infocus.portal.shell.HtmlPage;
import eu.urbact.infocus.portal.shell.Quicker;
import eu.urbact.infocus.portal.shell.SeenVersion;
import eu.urbact.infocus.portal.shell.Shell;
import eu.urbact.infocus.portal.shell.security.Visitor;
import eu.urbact.infocus.portal.shell.services.Answer;
import eu.urbact.infocus.portal.shell.services.Application;
import eu.urbact.infocus.portal.shell.services.Call;
import eu.urbact.infocus.portal.shell.services.DeskClient;
import eu.urbact.infocus.portal.shell.services.Problem;
import eu.urbact.infocus.portal.shell.services.Services;

import static eu.urbact.infocus.portal.shell.Sent.stripped;
import static eu.urbact.infocus.portal.shell.Sent.text;

/** An organiser puts right the address of somebody whom no mail reaches. */
@Path("/org/applications/{id}/address")
@RolesAllowed(Visitor.ORGANISER)
@Blocking
@Produces(MediaType.TEXT_HTML)
public class AddressPages {

    /**
     * The form.
     *
     * @param version of the application that the organiser has seen
     * @param email what stands in the field
     */
    public record Form(Long version, String email) {}

    private final Services services;
    private final Shell shell;

    AddressPages(Services services, Shell shell) {
        this.services = services;
        this.shell = shell;
    }

    /** The form, and what it means. */
    @GET
    public RestResponse<String> show(@PathParam("id") String id) {
        Application application = load(id);
        return HtmlPage.of(
                200,
                Templates.address(
                        application,
                        new Form(application.version(), Objects.requireNonNullElse(application.email(), "")),
                        FormErrors.NONE));
    }

    /** Corrects it. */
    @POST
    @Consumes(MediaType.APPLICATION_FORM_URLENCODED)
    public RestResponse<String> correct(@PathParam("id") String id, MultivaluedMap<String, String> sent) {
        String email = stripped(sent, "email");
        Application seen = load(id);
        if (email.equalsIgnoreCase(seen.email()) && text(sent, "version").equals(String.valueOf(seen.version()))) {
            // otherwise it would be said to be corrected, and no mail would go
            return HtmlPage.of(
                    422,
                    Templates.address(
                            seen,
                            new Form(seen.version(), email),
                            new FormErrors(
                                    List.of(new FormErrors.Entry("email", "This is the address it has already.")))));
        }
        Answer<Boolean> answer = services.change(client -> client.correctAddress(
                shell.getVisitor().bearer(),
                id,
                SeenVersion.etag(text(sent, "version")),
                new DeskClient.NewAddress(email)));
        if (answer.isFound()) {
            return done(id);
        }
        Problem problem = answer.refusal().orElseThrow();
        Application now = load(id);
        if (problem.isOwnRepetition() && now.hasLast("application-address-corrected", problem.at())) {
            // a second click: the first one has done it, and the mail is on its way
            return done(id);
        }
        return HtmlPage.of(
                problem.formStatus(),
                Templates.address(now, new Form(now.version(), email), explain(problem, now, email)));
    }

    private FormErrors explain(Problem problem, Application now, String email) {
        if (problem.by() != null) {
            String zone = services.registration(client -> client.call(now.callId()))
                    .map(Call::zone)
                    .or(null);
            return FormErrors.general(
                    (problem.isOwnRepetition() ? "" : "Nothing was changed. ") + Quicker.words(problem, zone));
        }
        if (problem.status() == 412) {
            return FormErrors.general(
                    "Somebody has changed this application in the meantime. Nothing was changed. Look at it, then try again.");
        }
        return problem.code().equals("address-taken")
                ? new FormErrors(List.of(new FormErrors.Entry("email", problem.sentence())))
                : Refusals.of(problem, field -> email);
    }

    private static RestResponse<String> done(String id) {
        return RestResponse.seeOther(UriBuilder.fromPath("/org/applications/{id}")
                .queryParam("done", "ADDRESS")
                .build(id));
    }

    private Application load(String id) {
        return services.registration(
                        client -> client.application(shell.getVisitor().bearer(), id))
                .orThrow();
    }

    @CheckedTemplate(basePath = "desk")
    static class Templates {
        private Templates() {}

        static native TemplateInstance address(Application application, Form form, FormErrors errors);
    }
}
