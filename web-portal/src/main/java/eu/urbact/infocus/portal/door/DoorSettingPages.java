package eu.urbact.infocus.portal.door;

import jakarta.annotation.security.RolesAllowed;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.DefaultValue;
import jakarta.ws.rs.FormParam;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.QueryParam;
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
import eu.urbact.infocus.portal.shell.services.Call;
import eu.urbact.infocus.portal.shell.services.DoorSetting;
import eu.urbact.infocus.portal.shell.services.NewDoorSetting;
import eu.urbact.infocus.portal.shell.services.Services;

/** Organisers lay down what holds at the door. */
@Path("/org/w/{slug}/door")
@RolesAllowed(Visitor.ORGANISER)
@Blocking
@Produces(MediaType.TEXT_HTML)
public class DoorSettingPages {

    /**
     * The setting as it was entered.
     *
     * @param version version of the setting that the organiser had in front of them
     */
    public record Form(boolean refuse, String version) {

        /** As an entity tag for {@code If-Match}. */
        String etag() {
            return SeenVersion.etag(version);
        }
    }

    private static final FormErrors STALE = FormErrors.general(
            "Somebody else has changed this since you opened the page. Nothing was saved. Your choice is still here: save it again if"
                    + " it is to hold.");

    private final Services services;
    private final Shell shell;

    DoorSettingPages(Services services, Shell shell) {
        this.services = services;
        this.shell = shell;
    }

    /** The setting. */
    @GET
    public TemplateInstance show(@PathParam("slug") String slug, @QueryParam("done") @DefaultValue("") String done) {
        Call call = services.callOf(slug).orThrow();
        DoorSetting setting = setting(call).orThrow();
        return Templates.setting(
                call,
                new Form(setting.refuseWalkInsWhenFull(), setting.version().toString()),
                done,
                FormErrors.NONE);
    }

    /** Changes it. */
    @POST
    @Consumes(MediaType.APPLICATION_FORM_URLENCODED)
    public RestResponse<String> change(
            @PathParam("slug") String slug,
            @FormParam("refuse") @DefaultValue("") String refuse,
            @FormParam("version") @DefaultValue("") String version) {
        Form form = new Form(refuse.equals("yes"), version);
        Call call = services.callOf(slug).orThrow();
        Answer<DoorSetting> answer = services.door(client -> client.changeSetting(
                shell.getVisitor().bearer(), call.id(), form.etag(), new NewDoorSetting(form.refuse())));
        if (answer.isFound()) {
            return RestResponse.seeOther(UriBuilder.fromPath("/org/w/{slug}/door")
                    .queryParam("done", "SAVED")
                    .build(slug));
        }
        if (answer.isDown()) {
            return HtmlPage.of(
                    503,
                    Templates.setting(
                            call,
                            form,
                            "",
                            FormErrors.general(
                                    "It was not confirmed, because registration does not answer. Press the button again.")));
        }
        if (answer instanceof Answer.Refused<DoorSetting> refused
                && refused.problem().status() == 412) {
            Form again =
                    new Form(form.refuse(), setting(call).orThrow().version().toString());
            return HtmlPage.of(412, Templates.setting(call, again, "", STALE));
        }
        answer.orThrow();
        throw new IllegalStateException("Every answer has been dealt with");
    }

    private Answer<DoorSetting> setting(Call call) {
        return services.door(client -> client.setting(shell.getVisitor().bearer(), call.id()));
    }

    @CheckedTemplate(basePath = "door")
    static class Templates {
        private Templates() {}

        static native TemplateInstance setting(Call call, Form form, String done, FormErrors errors);
    }
}
