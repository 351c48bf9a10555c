package eu.urbact.infocus.portal.myapplication;

import java.util.List;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.QueryParam;
import jakarta.ws.rs.core.MediaType;

import io.quarkus.qute.CheckedTemplate;
import io.quarkus.qute.TemplateInstance;
import io.smallrye.common.annotation.Blocking;
import io.vertx.core.http.HttpServerRequest;
import org.jboss.resteasy.reactive.RestResponse;

import eu.urbact.infocus.portal.shell.HtmlPage;
import eu.urbact.infocus.portal.shell.Onward;
import eu.urbact.infocus.portal.shell.PersonalLinks;
import eu.urbact.infocus.portal.shell.services.Answer;
import eu.urbact.infocus.portal.shell.services.Call;
import eu.urbact.infocus.portal.shell.services.City;
import eu.urbact.infocus.portal.shell.services.OwnApplication;
import eu.urbact.infocus.portal.shell.services.OwnWaiting;
import eu.urbact.infocus.portal.shell.services.Page;
import eu.urbact.infocus.portal.shell.services.Services;

/**
 * "My application". The token in the address is the only key to it, so it goes to registration-service as a header and never into a log;
 * the pages are not stored and send no referrer.
 */
@Path("/")
@Blocking
@Produces(MediaType.TEXT_HTML)
public class MyApplicationPages {

    private final Services services;
    private final OwnApplications applications;

    MyApplicationPages(Services services, OwnApplications applications) {
        this.services = services;
        this.applications = applications;
    }

    /** Where the application stands and what comes next. */
    @GET
    @Path("en/my/{token}")
    public RestResponse<String> show(
            @PathParam("token") String token, @QueryParam("done") String done, HttpServerRequest request) {
        Answer<OwnApplication> application = applications.find(token, request);
        if (application.isMissing()) {
            return PersonalLinks.unknown();
        }
        OwnApplication own = application.orThrow();
        List<City> cities = own.cityId() == null
                ? List.of()
                : services.cities().or(Page.empty()).items();
        OwnWaiting waiting = "WAITLISTED".equals(own.state()) && !own.over() ? waiting(token, request) : null;
        return HtmlPage.of(200, Templates.show(token, own, cities, mayApplyAgain(own), waiting, done));
    }

    /** About where the person waits; null when that cannot be said just now, and the page leads to where it will be. */
    private OwnWaiting waiting(String token, HttpServerRequest request) {
        return services.waitingList(client -> client.own(token, PersonalLinks.address(request)))
                .or(null);
    }

    /** Whoever has withdrawn may come back for as long as anybody can apply. */
    private boolean mayApplyAgain(OwnApplication own) {
        return "WITHDRAWN".equals(own.state())
                && own.workshopSlug() != null
                && services.callOf(own.workshopSlug())
                        .map(Call::acceptsApplications)
                        .or(false);
    }

    /** Asks whether to withdraw, and says what that means; or why it is not possible. */
    @GET
    @Path("en/my/{token}/withdraw")
    public RestResponse<String> confirmWithdrawal(@PathParam("token") String token, HttpServerRequest request) {
        Answer<OwnApplication> application = applications.find(token, request);
        if (application.isMissing()) {
            return PersonalLinks.unknown();
        }
        OwnApplication own = application.orThrow();
        return own.canWithdraw() ? HtmlPage.of(200, Templates.withdraw(token, own)) : stays(token, own);
    }

    /** Withdraws. */
    @POST
    @Path("en/my/{token}/withdraw")
    public RestResponse<String> withdraw(@PathParam("token") String token, HttpServerRequest request) {
        Answer<OwnApplication> answer = PersonalLinks.ask(
                token, () -> services.registration(client -> client.withdraw(token, PersonalLinks.address(request))));
        if (answer.isMissing()) {
            return PersonalLinks.unknown();
        }
        if (answer instanceof Answer.Refused<OwnApplication> refused
                && !refused.problem().isSlowedDown()) {
            Answer<OwnApplication> now = applications.find(token, request);
            return now.isMissing() ? PersonalLinks.unknown() : stays(token, now.orThrow());
        }
        answer.orThrow();
        return back(token, "withdrawn");
    }

    /** Why it cannot be withdrawn, as it is now. */
    private static RestResponse<String> stays(String token, OwnApplication own) {
        return HtmlPage.of(409, Templates.stays(token, own));
    }

    /** To the page of the application. */
    static RestResponse<String> back(String token, String done) {
        return Onward.to("/en/my/{token}", token, done);
    }

    @CheckedTemplate(basePath = "myapplication")
    static class Templates {
        private Templates() {}

        static native TemplateInstance show(
                String token,
                OwnApplication application,
                List<City> cities,
                boolean applyAgain,
                OwnWaiting waiting,
                String done);

        static native TemplateInstance withdraw(String token, OwnApplication application);

        static native TemplateInstance stays(String token, OwnApplication application);
    }
}
