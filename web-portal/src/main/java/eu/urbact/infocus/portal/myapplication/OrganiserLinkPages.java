package eu.urbact.infocus.portal.myapplication;

import jakarta.annotation.security.RolesAllowed;
import jakarta.ws.rs.FormParam;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.NotFoundException;
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
import eu.urbact.infocus.portal.shell.SeenVersion;
import eu.urbact.infocus.portal.shell.Shell;
import eu.urbact.infocus.portal.shell.security.Visitor;
import eu.urbact.infocus.portal.shell.services.Answer;
import eu.urbact.infocus.portal.shell.services.Application;
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
        return page(200, id, FormErrors.NONE);
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
            return RestResponse.seeOther(UriBuilder.fromPath("/org/applications/{id}")
                    .queryParam("done", "LINK")
                    .build(id));
        }
        if (answer.isMissing()) {
            throw new NotFoundException();
        }
        if (answer instanceof Answer.Refused<Boolean> refused
                && refused.problem().status() == 412) {
            return page(
                    412,
                    id,
                    FormErrors.general(
                            "Somebody has changed this application in the meantime. Look at it, then try again."));
        }
        answer.orThrow();
        throw new IllegalStateException("an answer that was found is dealt with above");
    }

    private RestResponse<String> page(int status, String id, FormErrors errors) {
        String bearer = shell.getVisitor().bearer();
        Application application =
                services.registration(client -> client.application(bearer, id)).orThrow();
        return HtmlPage.of(status, Templates.renewOf(application, errors));
    }

    @CheckedTemplate(basePath = "myapplication")
    static class Templates {
        private Templates() {}

        static native TemplateInstance renewOf(Application application, FormErrors errors);
    }
}
