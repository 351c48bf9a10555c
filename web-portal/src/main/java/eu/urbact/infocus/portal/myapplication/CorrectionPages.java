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
import eu.urbact.infocus.portal.shell.services.Answer;
import eu.urbact.infocus.portal.shell.services.OwnApplication;
import eu.urbact.infocus.portal.shell.services.Services;

/**
 * Putting right how one is called, until the workshop is over: badges, lists and certificates are printed from it. Whatever is refused, the
 * input is kept.
 */
@Path("/en/my/{token}/correct")
@Blocking
@Produces(MediaType.TEXT_HTML)
public class CorrectionPages {

    private final Services services;
    private final PersonalLinks links;

    CorrectionPages(Services services, PersonalLinks links) {
        this.services = services;
        this.links = links;
    }

    /** The form with what has been said so far, or why it is too late. */
    @GET
    public RestResponse<String> form(@PathParam("token") String token, HttpServerRequest request) {
        Answer<OwnApplication> answer = links.find(token, request);
        if (answer.isMissing()) {
            return MyApplicationPages.unknown();
        }
        OwnApplication own = answer.orThrow();
        return own.canCorrect()
                ? HtmlPage.of(200, Templates.correct(token, own, CorrectionForm.of(own), FormErrors.NONE))
                : HtmlPage.of(409, Templates.tooLate(token, own, null));
    }

    /** Corrects it, and goes back to the application; or shows the form again with what is wrong. */
    @POST
    @Consumes(MediaType.APPLICATION_FORM_URLENCODED)
    public RestResponse<String> correct(
            @PathParam("token") String token, MultivaluedMap<String, String> sent, HttpServerRequest request) {
        CorrectionForm form = CorrectionForm.of(sent);
        String address = PersonalLinks.address(request);
        Answer<OwnApplication> corrected = links.ask(
                token,
                () -> services.selfService(client -> client.correct(token, address, form.etag(), form.toCorrection())));
        if (corrected.isFound()) {
            return MyApplicationPages.back(token, "edited");
        }
        Answer<OwnApplication> now = corrected.isMissing() ? corrected : links.find(token, request);
        if (now.isMissing()) {
            return MyApplicationPages.unknown();
        }
        OwnApplication own = now.orThrow();
        if (!(corrected instanceof Answer.Refused<OwnApplication> refused)) {
            return HtmlPage.of(
                    503,
                    Templates.correct(
                            token,
                            own,
                            form,
                            FormErrors.general(
                                    "Your correction could not be sent, because our registration does not answer at the moment. Nothing"
                                            + " you entered is lost: please send it again in a few minutes.")));
        }
        if (!own.canCorrect()) {
            return HtmlPage.of(409, Templates.tooLate(token, own, form));
        }
        int status = refused.problem().status();
        return status == 412 || status == 428
                ? HtmlPage.of(
                        412,
                        Templates.correct(
                                token,
                                own,
                                form.on(own),
                                FormErrors.general(
                                        "Your application has been changed since you opened this form. Nothing is saved yet. What you"
                                                + " entered is kept below: look at it and send it again.")))
                : HtmlPage.of(
                        status == 400 ? 422 : status,
                        Templates.correct(token, own, form, form.explain(refused.problem())));
    }

    @CheckedTemplate(basePath = "myapplication")
    static class Templates {
        private Templates() {}

        static native TemplateInstance correct(
                String token, OwnApplication application, CorrectionForm form, FormErrors errors);

        static native TemplateInstance tooLate(String token, OwnApplication application, CorrectionForm form);
    }
}
