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

import eu.urbact.infocus.portal.shell.FieldWords;
import eu.urbact.infocus.portal.shell.FormErrors;
import eu.urbact.infocus.portal.shell.HtmlPage;
import eu.urbact.infocus.portal.shell.Meanwhile;
import eu.urbact.infocus.portal.shell.PersonalLinks;
import eu.urbact.infocus.portal.shell.security.SignInAgain;
import eu.urbact.infocus.portal.shell.services.City;
import eu.urbact.infocus.portal.shell.services.ClusterNames;
import eu.urbact.infocus.portal.shell.services.OwnApplication;
import eu.urbact.infocus.portal.shell.services.Page;
import eu.urbact.infocus.portal.shell.services.Services;

/** Changing what was sent in, as long as the call is open and nobody has decided. Whatever is refused, the input is kept. */
@Path("/en/my/{token}/edit")
@Blocking
@Produces(MediaType.TEXT_HTML)
public class EditPages extends ChangePages<EditForm> {

    private final Services services;
    private final ClusterNames clusters;
    private final FieldWords words;

    EditPages(Services services, ClusterNames clusters, FieldWords words, OwnApplications applications) {
        super(applications);
        this.services = services;
        this.clusters = clusters;
        this.words = words;
    }

    /** The form with what has been said so far, or why it cannot be changed. */
    @GET
    public RestResponse<String> form(@PathParam("token") String token, HttpServerRequest request) {
        return show(token, request);
    }

    /** Changes it, and goes back to the application; or shows the form again with what is wrong. */
    @POST
    @Consumes(MediaType.APPLICATION_FORM_URLENCODED)
    public RestResponse<String> edit(
            @PathParam("token") String token, MultivaluedMap<String, String> sent, HttpServerRequest request) {
        EditForm form = EditForm.of(sent);
        if (clusters.isLookedFor(sent)) {
            return again(token, request, form);
        }
        String address = PersonalLinks.address(request);
        return send(
                token,
                request,
                form,
                () -> services.selfService(client -> client.edit(token, address, form.etag(), form.toEdit())));
    }

    @Override
    EditForm filled(OwnApplication own) {
        return EditForm.of(own);
    }

    @Override
    boolean isOpen(OwnApplication own) {
        return own.canEdit();
    }

    @Override
    Meanwhile meanwhile(EditForm form, OwnApplication own) {
        return form.meanwhile(own, words::of);
    }

    @Override
    RestResponse<String> form(int status, String token, OwnApplication own, EditForm form, FormErrors errors) {
        List<City> cities = services.cities().or(Page.empty()).items();
        List<City> offered = own.workshopSlug() == null
                ? cities
                : services.callOf(own.workshopSlug())
                        .map(call -> call.citiesOf(cities))
                        .or(cities);
        return HtmlPage.of(status, Templates.edit(token, own, cities, offered, form, errors));
    }

    @Override
    RestResponse<String> tooLate(String token, OwnApplication own, EditForm form) {
        return HtmlPage.of(
                409, Templates.fixed(token, own, form != null, form == null ? List.of() : form.lines(words::of)));
    }

    @CheckedTemplate(basePath = "myapplication")
    static class Templates {
        private Templates() {}

        static native TemplateInstance edit(
                String token,
                OwnApplication application,
                List<City> cities,
                List<City> offered,
                EditForm form,
                FormErrors errors);

        /**
         * Why it is too late.
         *
         * @param sent whether a change was sent, which is not saved
         * @param entered what was in it
         */
        static native TemplateInstance fixed(
                String token, OwnApplication application, boolean sent, List<SignInAgain.Line> entered);
    }
}
