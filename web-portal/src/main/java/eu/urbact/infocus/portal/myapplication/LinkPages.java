package eu.urbact.infocus.portal.myapplication;

import java.util.List;
import java.util.Objects;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.DefaultValue;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.QueryParam;
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
import eu.urbact.infocus.portal.shell.PersonalLinks;
import eu.urbact.infocus.portal.shell.services.Answer;
import eu.urbact.infocus.portal.shell.services.LinkRequest;
import eu.urbact.infocus.portal.shell.services.LinkRequested;
import eu.urbact.infocus.portal.shell.services.OwnApplication;
import eu.urbact.infocus.portal.shell.services.Services;

/**
 * The personal link itself: it is sent again to whom it belongs, and made anew when somebody else has got it. Whoever asks learns nothing
 * about an address: the page says the same for one that has applied and for one that has not.
 */
@Path("/")
@Blocking
@Produces(MediaType.TEXT_HTML)
public class LinkPages {

    private final Services services;
    private final OwnApplications applications;

    LinkPages(Services services, OwnApplications applications) {
        this.services = services;
        this.applications = applications;
    }

    /** The form, or what happens after it. */
    @GET
    @Path("en/my")
    public RestResponse<String> ask(@QueryParam("sent") @DefaultValue("") String sent) {
        return HtmlPage.of(
                200, sent.isEmpty() ? Templates.ask("", FormErrors.NONE) : Templates.sent("renewed".equals(sent)));
    }

    /** Has the links sent. */
    @POST
    @Path("en/my")
    @Consumes(MediaType.APPLICATION_FORM_URLENCODED)
    public RestResponse<String> send(MultivaluedMap<String, String> form, HttpServerRequest request) {
        String email = Objects.requireNonNullElse(form.getFirst("email"), "");
        String address = PersonalLinks.address(request);
        Answer<LinkRequested> answer =
                services.selfService(client -> client.requestLinks(address, new LinkRequest(email)));
        if (answer.isFound()) {
            return sent("again");
        }
        if (answer instanceof Answer.Refused<LinkRequested> refused) {
            int status = refused.problem().status();
            FormErrors errors = status == 400 || status == 422
                    ? new FormErrors(List.of(new FormErrors.Entry(
                            "email",
                            email.isBlank()
                                    ? "Enter the e-mail address you applied with"
                                    : "Enter an e-mail address such as name@example.org")))
                    : FormErrors.general(
                            refused.problem().sentence().isBlank()
                                    ? "This was not possible. Please try again later."
                                    : refused.problem().sentence());
            return HtmlPage.of(refused.problem().formStatus(), Templates.ask(email, errors));
        }
        return HtmlPage.of(
                503,
                Templates.ask(
                        email,
                        FormErrors.general(
                                "This could not be sent, because our registration does not answer at the moment. Please try again"
                                        + " in a few minutes.")));
    }

    /** Asks whether to make a new link, and says what that means. */
    @GET
    @Path("en/my/{token}/new-link")
    public RestResponse<String> confirm(@PathParam("token") String token, HttpServerRequest request) {
        Answer<OwnApplication> application = applications.find(token, request);
        return application.isMissing()
                ? PersonalLinks.unknown()
                : HtmlPage.of(200, Templates.renew(token, application.orThrow()));
    }

    /** Makes a new one. From now on the address of this page opens nothing. */
    @POST
    @Path("en/my/{token}/new-link")
    public RestResponse<String> renew(@PathParam("token") String token, HttpServerRequest request) {
        String address = PersonalLinks.address(request);
        Answer<Boolean> renewed = PersonalLinks.ask(
                token,
                () -> services.selfService(client -> {
                    client.renewLink(token, address);
                    return true;
                }));
        if (renewed.isMissing()) {
            return PersonalLinks.unknown();
        }
        renewed.orThrow();
        return sent("renewed");
    }

    private static RestResponse<String> sent(String what) {
        return RestResponse.seeOther(
                UriBuilder.fromPath("/en/my").queryParam("sent", what).build());
    }

    @CheckedTemplate(basePath = "myapplication")
    static class Templates {
        private Templates() {}

        static native TemplateInstance ask(String email, FormErrors errors);

        static native TemplateInstance sent(boolean renewed);

        static native TemplateInstance renew(String token, OwnApplication application);
    }
}
