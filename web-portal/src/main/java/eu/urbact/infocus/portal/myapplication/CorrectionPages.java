package eu.urbact.infocus.portal.myapplication;

import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.MultivaluedMap;

import io.quarkus.qute.CheckedTemplate;
import io.quarkus.qute.TemplateInstance;
import io.smallrye.common.annotation.Blocking;
import io.vertx.core.http.HttpServerRequest;
import org.jboss.resteasy.reactive.RestResponse;

import eu.urbact.infocus.portal.shell.FormErrors;
import eu.urbact.infocus.portal.shell.HtmlPage;
import eu.urbact.infocus.portal.shell.Meanwhile;
import eu.urbact.infocus.portal.shell.PersonalLinks;
import eu.urbact.infocus.portal.shell.services.OwnApplication;
import eu.urbact.infocus.portal.shell.services.Services;

/**
 * Putting right how one is called, until the workshop is over: badges, lists and certificates are printed from it. Whatever is refused, the
 * input is kept.
 */
@Path("/en/my/{token}/correct")
@Blocking
@Produces(MediaType.TEXT_HTML)
public class CorrectionPages extends ChangePages<CorrectionForm> {

    private final Services services;

    CorrectionPages(Services services, OwnApplications applications) {
        super(applications);
        this.services = services;
    }

    /** The form with what has been said so far, or why it is too late. */
    @GET
    public RestResponse<String> form(@PathParam("token") String token, HttpServerRequest request) {
        return show(token, request);
    }

    /** Corrects it, and goes back to the application; or shows the form again with what is wrong. */
    @POST
    @Consumes(MediaType.APPLICATION_FORM_URLENCODED)
    public RestResponse<String> correct(
            @PathParam("token") String token, MultivaluedMap<String, String> sent, HttpServerRequest request) {
        CorrectionForm form = CorrectionForm.of(sent);
        String address = PersonalLinks.address(request);
        return send(
                token,
                request,
                form,
                () -> services.selfService(client -> client.correct(token, address, form.etag(), form.toCorrection())));
    }

    @Override
    CorrectionForm filled(OwnApplication own) {
        return CorrectionForm.of(own);
    }

    @Override
    boolean isOpen(OwnApplication own) {
        return own.canCorrect();
    }

    @Override
    Meanwhile meanwhile(CorrectionForm form, OwnApplication own) {
        return form.meanwhile(own);
    }

    @Override
    RestResponse<String> form(int status, String token, OwnApplication own, CorrectionForm form, FormErrors errors) {
        return HtmlPage.of(status, Templates.correct(token, own, form, errors));
    }

    @Override
    RestResponse<String> tooLate(String token, OwnApplication own, CorrectionForm form) {
        return HtmlPage.of(409, Templates.tooLate(token, own, form));
    }

    @CheckedTemplate(basePath = "myapplication")
    static class Templates {
        private Templates() {}

        static native TemplateInstance correct(
                String token, OwnApplication application, CorrectionForm form, FormErrors errors);

        static native TemplateInstance tooLate(String token, OwnApplication application, CorrectionForm form);
    }
}
