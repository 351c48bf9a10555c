package eu.urbact.infocus.portal.myapplication;

import java.util.List;
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
import eu.urbact.infocus.portal.shell.services.City;
import eu.urbact.infocus.portal.shell.services.OwnApplication;
import eu.urbact.infocus.portal.shell.services.Page;
import eu.urbact.infocus.portal.shell.services.Services;

/** Changing what was sent in, as long as the call is open and nobody has decided. Whatever is refused, the input is kept. */
@Path("/en/my/{token}/edit")
@Blocking
@Produces(MediaType.TEXT_HTML)
public class EditPages {

    private final Services services;
    private final PersonalLinks links;

    EditPages(Services services, PersonalLinks links) {
        this.services = services;
        this.links = links;
    }

    /** The form with what has been said so far, or why it cannot be changed. */
    @GET
    public RestResponse<String> form(@PathParam("token") String token, HttpServerRequest request) {
        Answer<OwnApplication> answer = links.find(token, request);
        if (answer.isMissing()) {
            return MyApplicationPages.unknown();
        }
        OwnApplication own = answer.orThrow();
        return own.canEdit()
                ? form(200, token, own, EditForm.of(own), FormErrors.NONE)
                : HtmlPage.of(409, Templates.fixed(token, own, null));
    }

    /** Changes it, and goes back to the application; or shows the form again with what is wrong. */
    @POST
    @Consumes(MediaType.APPLICATION_FORM_URLENCODED)
    public RestResponse<String> edit(
            @PathParam("token") String token, MultivaluedMap<String, String> sent, HttpServerRequest request) {
        EditForm form = EditForm.of(sent);
        String address = PersonalLinks.address(request);
        Answer<OwnApplication> changed = links.ask(
                token, () -> services.selfService(client -> client.edit(token, address, form.etag(), form.toEdit())));
        if (changed.isFound()) {
            return MyApplicationPages.back(token, "edited");
        }
        Answer<OwnApplication> now = changed.isMissing() ? changed : links.find(token, request);
        if (now.isMissing()) {
            return MyApplicationPages.unknown();
        }
        OwnApplication own = now.orThrow();
        if (!(changed instanceof Answer.Refused<OwnApplication> refused)) {
            return form(
                    503,
                    token,
                    own,
                    form,
                    FormErrors.general(
                            "Your change could not be sent, because our registration does not answer at the moment. Nothing you"
                                    + " entered is lost: please send it again in a few minutes."));
        }
        if (!own.canEdit()) {
            return HtmlPage.of(409, Templates.fixed(token, own, form));
        }
        int status = refused.problem().status();
        return status == 412 || status == 428
                ? form(
                        412,
                        token,
                        own,
                        form.on(own),
                        FormErrors.general(
                                "Your application has been changed since you opened this form, perhaps by you in another window."
                                        + " Nothing is saved yet. What you entered is kept below: look at it and send it again."))
                : form(status == 400 ? 422 : status, token, own, form, form.explain(refused.problem()));
    }

    private RestResponse<String> form(int status, String token, OwnApplication own, EditForm form, FormErrors errors) {
        Answer<Page<City>> cities = services.cities();
        return HtmlPage.of(
                status, Templates.edit(token, own, cities.or(Page.empty()).items(), form, errors));
    }

    @CheckedTemplate(basePath = "myapplication")
    static class Templates {
        private Templates() {}

        static native TemplateInstance edit(
                String token, OwnApplication application, List<City> cities, EditForm form, FormErrors errors);

        static native TemplateInstance fixed(String token, OwnApplication application, EditForm form);
    }
}
