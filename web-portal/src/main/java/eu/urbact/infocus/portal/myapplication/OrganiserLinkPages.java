package eu.urbact.infocus.portal.myapplication;

import jakarta.annotation.security.RolesAllowed;
import jakarta.ws.rs.FormParam;
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
import eu.urbact.infocus.portal.shell.services.Problem;
import eu.urbact.infocus.portal.shell.services.Services;

/** An organiser makes somebody's links worthless, because that person says that one has got into wrong hands. */
@Path("/org/applications/{id}/new-link")
@RolesAllowed(Visitor.ORGANISER)
@Blocking
@Produces(MediaType.TEXT_HTML)
public class OrganiserLinkPages {

    private final Services services;
    private final Shell shell;

    OrganiserLinkPages(Services services, Shell shell) {
        this.services = services;
        this.shell = shell;
    }

    /** Asks whether to do it, and says what it means. */
    @GET
    public RestResponse<String> confirm(@PathParam("id") String id) {
        return HtmlPage.of(200, Templates.renewOf(load(id), FormErrors.NONE));
    }

    /** Does it. */
    @POST
    public RestResponse<String> renew(@PathParam("id") String id, @FormParam("version") String version) {
        String bearer = shell.getVisitor().bearer();
        String etag = SeenVersion.etag(version);
        Answer<Boolean> answer = services.selfService(client -> {
            client.renewLinkOf(bearer, id, etag);
            return true;
        });
        if (answer.isFound()) {
            return done(id);
        }
        Problem problem = answer.refusal().orElseThrow();
        Application application = load(id);
        // a second click: the first one has made the link, and another one would make that worthless
        return problem.isOwnRepetition() && application.hasLast("application-link-renewed", problem.at())
                ? done(id)
                : HtmlPage.of(
                        problem.status(),
                        Templates.renewOf(application, FormErrors.general(explain(problem, application))));
    }

    private String explain(Problem problem, Application application) {
        if (problem.by() == null) {
            return problem.status() == 412
                    ? "Somebody has changed this application in the meantime. Look at it, then try again."
                    : problem.sentence();
        }
        String zone = services.registration(client -> client.call(application.callId()))
                .map(Call::zone)
                .or(null);
        return (problem.isOwnRepetition() ? "" : "Nothing was done. ") + Quicker.words(problem, zone);
    }

    private static RestResponse<String> done(String id) {
        return RestResponse.seeOther(UriBuilder.fromPath("/org/applications/{id}")
                .queryParam("done", "LINK")
                .build(id));
    }

    private Application load(String id) {
        return services.registration(
                        client -> client.application(shell.getVisitor().bearer(), id))
                .orThrow();
    }

    @CheckedTemplate(basePath = "myapplication")
    static class Templates {
        private Templates() {}

        static native TemplateInstance renewOf(Application application, FormErrors errors);
    }
}
