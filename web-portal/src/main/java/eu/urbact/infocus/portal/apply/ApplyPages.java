package eu.urbact.infocus.portal.apply;

import java.time.Clock;
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
import io.vertx.core.http.HttpServerRequest;
import org.jboss.resteasy.reactive.RestResponse;

import eu.urbact.infocus.portal.shell.FormErrors;
import eu.urbact.infocus.portal.shell.HtmlPage;
import eu.urbact.infocus.portal.shell.services.AdmissionRule;
import eu.urbact.infocus.portal.shell.services.Answer;
import eu.urbact.infocus.portal.shell.services.Call;
import eu.urbact.infocus.portal.shell.services.City;
import eu.urbact.infocus.portal.shell.services.NewApplication;
import eu.urbact.infocus.portal.shell.services.Page;
import eu.urbact.infocus.portal.shell.services.Receipt;
import eu.urbact.infocus.portal.shell.services.Services;
import eu.urbact.infocus.portal.shell.services.Workshop;

/** The call, the form, and the page that says the application has arrived. */
@Path("/")
@Blocking
@Produces(MediaType.TEXT_HTML)
public class ApplyPages {

    private final Services services;
    private final Clock clock;

    ApplyPages(Services services, Clock clock) {
        this.services = services;
        this.clock = clock;
    }

    /** The call for participation. */
    @GET
    @Path("en/w/{slug}/call")
    public TemplateInstance call(@PathParam("slug") String slug) {
        Workshop workshop = workshop(slug);
        Answer<Call> call = services.callOf(slug);
        Answer<AdmissionRule> rule = call.isFound()
                ? services.suggestion(client -> client.rule(call.value().id()))
                : new Answer.Missing<>();
        return Templates.call(workshop, call, rule, call.map(this::isOver).or(false));
    }

    /** The empty form, or why nobody can apply now. */
    @GET
    @Path("en/w/{slug}/apply")
    public TemplateInstance form(@PathParam("slug") String slug) {
        Workshop workshop = workshop(slug);
        Call call = services.callOf(slug).orThrow();
        return call.acceptsApplications()
                ? form(workshop, call, ApplyForm.blank(), FormErrors.NONE)
                : Templates.closed(workshop, call, isOver(call));
    }

    /** Reached by a reload of a form that was shown again: starts anew. */
    @GET
    @Path("en/w/{slug}/application")
    public RestResponse<String> again(@PathParam("slug") String slug) {
        return RestResponse.seeOther(UriBuilder.fromPath("/en/w/{slug}/apply").build(slug));
    }

    /**
     * Applies, and goes on to the confirmation; or shows the form again with what is wrong. Not at the address of the form: browsers forget a
     * page when something is sent to its address, and going back must find the same form.
     */
    @POST
    @Path("en/w/{slug}/application")
    @Consumes(MediaType.APPLICATION_FORM_URLENCODED)
    public RestResponse<String> apply(
            @PathParam("slug") String slug, MultivaluedMap<String, String> sent, HttpServerRequest request) {
        ApplyForm form = ApplyForm.of(sent);
        Workshop workshop = workshop(slug);
        Call call = services.callOf(slug).orThrow();
        String address = request.remoteAddress().hostAddress();
        NewApplication application = form.toApplication(call.id());
        Answer<Receipt> answer = Patience.ask(
                () -> services.registration(client -> client.apply(form.idempotencyKey(), address, application)));
        if (answer.isFound()) {
            return RestResponse.seeOther(
                    UriBuilder.fromPath("/en/w/{slug}/applied").build(slug));
        }
        if (answer instanceof Answer.Refused<Receipt> refused) {
            FormErrors errors = Patience.isStillRunning(refused.problem())
                    ? FormErrors.general(
                            "Your application is being taken in at this moment. Please wait a little and send it"
                                    + " again; it is not counted twice.")
                    : form.explain(refused.problem());
            // a malformed field is for the person in front of the form the same as a wrong one
            int status =
                    refused.problem().status() == 400 ? 422 : refused.problem().status();
            return HtmlPage.of(status, form(workshop, call, form, errors));
        }
        FormErrors down = FormErrors.general(
                "Your application could not be sent, because our registration does not answer at the moment. Nothing you entered"
                        + " is lost: please send it again in a few minutes.");
        return HtmlPage.of(503, form(workshop, call, form, down));
    }

    /** The application has arrived. The same page for everybody: whether an address is known is said by mail only. */
    @GET
    @Path("en/w/{slug}/applied")
    public TemplateInstance applied(@PathParam("slug") String slug) {
        return Templates.applied(slug, services.event(client -> client.workshop(slug, null)));
    }

    private TemplateInstance form(Workshop workshop, Call call, ApplyForm form, FormErrors errors) {
        Answer<Page<City>> cities = services.cities();
        boolean oddCity = form.isOddCity(cities.or(Page.empty()).items());
        return Templates.form(workshop, call, form, errors, cities, oddCity);
    }

    private boolean isOver(Call call) {
        return call.isOver(clock.instant());
    }

    /** The form must work while event-service is down, so its page needs no more than the slug. */
    private Workshop workshop(String slug) {
        Answer<Workshop> workshop = services.event(client -> client.workshop(slug, null));
        return workshop.isDown() ? Fallback.workshop(slug) : workshop.orThrow();
    }

    @CheckedTemplate(basePath = "apply")
    static class Templates {
        private Templates() {}

        static native TemplateInstance call(
                Workshop workshop, Answer<Call> call, Answer<AdmissionRule> rule, boolean over);

        static native TemplateInstance form(
                Workshop workshop,
                Call call,
                ApplyForm form,
                FormErrors errors,
                Answer<Page<City>> cities,
                boolean oddCity);

        static native TemplateInstance closed(Workshop workshop, Call call, boolean over);

        static native TemplateInstance applied(String slug, Answer<Workshop> workshop);
    }
}
