package eu.urbact.infocus.portal.logistics;

import java.util.List;
import java.util.function.BiFunction;
import java.util.function.Function;
import java.util.function.UnaryOperator;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.QueryParam;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.MultivaluedMap;

import io.quarkus.qute.CheckedTemplate;
import io.quarkus.qute.TemplateInstance;
import io.smallrye.common.annotation.Blocking;
import io.vertx.core.http.HttpServerRequest;
import org.jboss.resteasy.reactive.RestResponse;

import eu.urbact.infocus.portal.shell.FormErrors;
import eu.urbact.infocus.portal.shell.HtmlPage;
import eu.urbact.infocus.portal.shell.Onward;
import eu.urbact.infocus.portal.shell.PersonalLinks;
import eu.urbact.infocus.portal.shell.services.Answer;
import eu.urbact.infocus.portal.shell.services.LogisticsClient;
import eu.urbact.infocus.portal.shell.services.NewLogistics;
import eu.urbact.infocus.portal.shell.services.OwnLogistics;
import eu.urbact.infocus.portal.shell.services.Problem;
import eu.urbact.infocus.portal.shell.services.Services;

import static eu.urbact.infocus.portal.shell.Sent.stripped;

/** The time after admission for one person, on short pages. The token in the address is the only key, and goes on as a header. */
@Path("/en/my/{token}/logistics")
@Blocking
@Produces(MediaType.TEXT_HTML)
public class OwnLogisticsPages {

    static final String DOWN =
            "It was not saved, because our registration does not answer at the moment. Nothing you entered is lost: please"
                    + " send it again in a few minutes.";

    private final Services services;

    OwnLogisticsPages(Services services) {
        this.services = services;
    }

    /** Everything at a glance. */
    @GET
    public RestResponse<String> show(
            @PathParam("token") String token, @QueryParam("done") String done, HttpServerRequest request) {
        return page(token, request, 200, own -> Templates.overview(token, own, done));
    }

    /** When and how. */
    @GET
    @Path("travel")
    public RestResponse<String> travel(@PathParam("token") String token, HttpServerRequest request) {
        return page(token, request, 200, own -> Templates.travel(token, own, TravelForm.of(own), FormErrors.NONE));
    }

    /** Keeps when and how. */
    @POST
    @Path("travel")
    @Consumes(MediaType.APPLICATION_FORM_URLENCODED)
    public RestResponse<String> travel(
            @PathParam("token") String token, MultivaluedMap<String, String> sent, HttpServerRequest request) {
        TravelForm form = TravelForm.of(sent);
        return save(
                token,
                request,
                own -> form.check(own.zone()),
                (client, own) -> client.travel(token, PersonalLinks.address(request), form.toTravel(own.zone())),
                TravelForm::field,
                (own, errors) -> Templates.travel(token, own, form, errors));
    }

    /** Meals, visits and buses; after the freeze time a request for other ones. */
    @GET
    @Path("choices")
    public RestResponse<String> choices(@PathParam("token") String token, HttpServerRequest request) {
        return page(token, request, 200, own -> Templates.choices(token, own, ChoicesForm.of(own), FormErrors.NONE));
    }

    /** Takes the places, or asks for them. */
    @POST
    @Path("choices")
    @Consumes(MediaType.APPLICATION_FORM_URLENCODED)
    public RestResponse<String> choices(
            @PathParam("token") String token, MultivaluedMap<String, String> sent, HttpServerRequest request) {
        ChoicesForm form = ChoicesForm.of(sent);
        return save(
                token,
                request,
                own -> form.check(),
                (client, own) -> own.frozen()
                        ? client.requestChange(token, PersonalLinks.address(request), form.toChange())
                        : client.choose(
                                token, PersonalLinks.address(request), new NewLogistics.Choices(form.toChoices())),
                ChoicesForm::field,
                (own, errors) -> Templates.choices(token, own, form, errors));
    }

    /** Takes a request back. */
    @POST
    @Path("take-back")
    public RestResponse<String> takeBack(@PathParam("token") String token, HttpServerRequest request) {
        return save(
                token,
                request,
                own -> FormErrors.NONE,
                (client, own) -> client.takeBack(token, PersonalLinks.address(request)),
                ChoicesForm::field,
                (own, errors) -> Templates.choices(token, own, ChoicesForm.of(own), errors));
    }

    /** Reached by a reload of a page that was shown again: starts anew. */
    @GET
    @Path("take-back")
    public RestResponse<String> again(@PathParam("token") String token) {
        return back(token, null);
    }

    /** Diet and access needs. */
    @GET
    @Path("needs")
    public RestResponse<String> needs(@PathParam("token") String token, HttpServerRequest request) {
        return page(token, request, 200, own -> Templates.needs(token, own, NeedsForm.of(own), FormErrors.NONE));
    }

    /** Keeps them. */
    @POST
    @Path("needs")
    @Consumes(MediaType.APPLICATION_FORM_URLENCODED)
    public RestResponse<String> needs(
            @PathParam("token") String token, MultivaluedMap<String, String> sent, HttpServerRequest request) {
        NeedsForm form = NeedsForm.of(sent);
        return save(
                token,
                request,
                own -> form.check(),
                (client, own) -> client.needs(token, PersonalLinks.address(request), form.toNeeds()),
                NeedsForm::field,
                (own, errors) -> Templates.needs(token, own, form, errors));
    }

    /** Whether the person may be in pictures. */
    @GET
    @Path("photos")
    public RestResponse<String> photos(@PathParam("token") String token, HttpServerRequest request) {
        return page(token, request, 200, own -> Templates.photos(token, own, consent(own), FormErrors.NONE));
    }

    /** Keeps it. */
    @POST
    @Path("photos")
    @Consumes(MediaType.APPLICATION_FORM_URLENCODED)
    public RestResponse<String> photos(
            @PathParam("token") String token, MultivaluedMap<String, String> sent, HttpServerRequest request) {
        String consent = stripped(sent, "consent");
        FormErrors errors = consent.isEmpty()
                ? new FormErrors(List.of(new FormErrors.Entry("consent", "Choose yes or no")))
                : FormErrors.NONE;
        return save(
                token,
                request,
                own -> errors,
                (client, own) -> client.photos(
                        token, PersonalLinks.address(request), new NewLogistics.Photos("yes".equals(consent))),
                path -> "consent",
                (own, wrong) -> Templates.photos(token, own, consent, wrong));
    }

    /** As the page's choice is sent; empty before there is any. */
    private static String consent(OwnLogistics own) {
        if (own.photoConsent() == null) {
            return "";
        }
        return own.photoConsent() ? "yes" : "no";
    }

    private RestResponse<String> save(
            String token,
            HttpServerRequest request,
            Function<OwnLogistics, FormErrors> check,
            BiFunction<LogisticsClient, OwnLogistics, OwnLogistics> step,
            UnaryOperator<String> field,
            BiFunction<OwnLogistics, FormErrors, TemplateInstance> again) {
        Answer<OwnLogistics> own = find(token, request);
        if (!own.isFound()) {
            return page(token, request, 503, now -> again.apply(now, FormErrors.general(DOWN)));
        }
        FormErrors wrong = check.apply(own.value());
        if (wrong.isPresent()) {
            return HtmlPage.of(422, again.apply(own.value(), wrong));
        }
        Answer<OwnLogistics> answer = services.logistics(client -> step.apply(client, own.value()));
        if (answer.isFound()) {
            return back(token, "saved");
        }
        if (answer instanceof Answer.Refused<OwnLogistics> refused) {
            int status = refused.problem().formStatus();
            FormErrors errors = Entered.explain(refused.problem(), field);
            return page(token, request, status, now -> again.apply(now, errors));
        }
        return page(token, request, 503, now -> again.apply(now, FormErrors.general(DOWN)));
    }

    private RestResponse<String> page(
            String token, HttpServerRequest request, int status, Function<OwnLogistics, TemplateInstance> page) {
        Answer<OwnLogistics> own = find(token, request);
        if (own.isMissing()) {
            return PersonalLinks.unknown();
        }
        if (own instanceof Answer.Refused<OwnLogistics> refused
                && !refused.problem().isSlowedDown()) {
            return HtmlPage.of(refused.problem().status(), Templates.notAsked(token, "Your stay", refused.problem()));
        }
        return HtmlPage.of(status, page.apply(own.orThrow()));
    }

    private Answer<OwnLogistics> find(String token, HttpServerRequest request) {
        return PersonalLinks.ask(
                token, () -> services.logistics(client -> client.own(token, PersonalLinks.address(request))));
    }

    private static RestResponse<String> back(String token, String done) {
        return Onward.to("/en/my/{token}/logistics", token, done);
    }

    @CheckedTemplate(basePath = "logistics")
    static class Templates {
        private Templates() {}

        static native TemplateInstance overview(String token, OwnLogistics own, String done);

        static native TemplateInstance travel(String token, OwnLogistics own, TravelForm form, FormErrors errors);

        static native TemplateInstance choices(String token, OwnLogistics own, ChoicesForm form, FormErrors errors);

        static native TemplateInstance needs(String token, OwnLogistics own, NeedsForm form, FormErrors errors);

        /**
         * The page about pictures.
         *
         * @param consent what is ticked: yes, no, or nothing
         */
        static native TemplateInstance photos(String token, OwnLogistics own, String consent, FormErrors errors);

        static native TemplateInstance notAsked(String token, String subject, Problem problem);
    }
}
