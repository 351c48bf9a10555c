package eu.urbact.infocus.portal.myapplication;

import jakarta.ws.rs.GET;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.QueryParam;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import jakarta.ws.rs.core.UriBuilder;

import io.quarkus.qute.CheckedTemplate;
import io.quarkus.qute.TemplateInstance;
import io.smallrye.common.annotation.Blocking;
import io.vertx.core.http.HttpServerRequest;

import eu.urbact.infocus.portal.shell.services.Answer;
import eu.urbact.infocus.portal.shell.services.OwnApplication;
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

    MyApplicationPages(Services services) {
        this.services = services;
    }

    /** Where the application stands and what comes next. */
    @GET
    @Path("en/my/{token}")
    public Response show(@PathParam("token") String token, @QueryParam("done") String done, HttpServerRequest request) {
        Answer<OwnApplication> application = find(token, request);
        return application.isMissing()
                ? unknown()
                : Response.ok(Templates.show(token, application.orThrow(), "withdrawn".equals(done)))
                        .build();
    }

    /** Asks whether to withdraw, and says what that means. */
    @GET
    @Path("en/my/{token}/withdraw")
    public Response confirmWithdrawal(@PathParam("token") String token, HttpServerRequest request) {
        Answer<OwnApplication> application = find(token, request);
        if (application.isMissing()) {
            return unknown();
        }
        OwnApplication own = application.orThrow();
        return own.canWithdraw() ? Response.ok(Templates.withdraw(token, own)).build() : back(token, null);
    }

    /** Withdraws. */
    @POST
    @Path("en/my/{token}/withdraw")
    public Response withdraw(@PathParam("token") String token, HttpServerRequest request) {
        Answer<OwnApplication> answer = services.registration(
                client -> client.withdraw(token, request.remoteAddress().hostAddress()));
        if (answer.isMissing()) {
            return unknown();
        }
        if (answer instanceof Answer.Refused<OwnApplication>) {
            // it has been withdrawn or closed in the meantime: its page says so
            return back(token, null);
        }
        answer.orThrow();
        return back(token, "withdrawn");
    }

    private Answer<OwnApplication> find(String token, HttpServerRequest request) {
        return services.registration(
                client -> client.ownApplication(token, request.remoteAddress().hostAddress()));
    }

    private static Response unknown() {
        return Response.status(Response.Status.NOT_FOUND)
                .entity(Templates.unknown())
                .build();
    }

    private static Response back(String token, String done) {
        UriBuilder page = UriBuilder.fromPath("/en/my/{token}");
        return Response.seeOther((done == null ? page : page.queryParam("done", done)).build(token))
                .build();
    }

    @CheckedTemplate(basePath = "myapplication")
    static class Templates {
        private Templates() {}

        static native TemplateInstance show(String token, OwnApplication application, boolean withdrawn);

        static native TemplateInstance withdraw(String token, OwnApplication application);

        static native TemplateInstance unknown();
    }
}
