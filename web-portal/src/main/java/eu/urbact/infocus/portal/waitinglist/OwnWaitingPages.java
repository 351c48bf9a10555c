package eu.urbact.infocus.portal.waitinglist;

import java.util.function.Function;
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

import io.quarkus.qute.CheckedTemplate;
import io.quarkus.qute.TemplateInstance;
import io.smallrye.common.annotation.Blocking;
import io.vertx.core.http.HttpServerRequest;
import org.jboss.resteasy.reactive.RestResponse;

import eu.urbact.infocus.portal.shell.HtmlPage;
import eu.urbact.infocus.portal.shell.Onward;
import eu.urbact.infocus.portal.shell.PersonalLinks;
import eu.urbact.infocus.portal.shell.services.Answer;
import eu.urbact.infocus.portal.shell.services.OfferAnswer;
import eu.urbact.infocus.portal.shell.services.OwnWaiting;
import eu.urbact.infocus.portal.shell.services.Services;
import eu.urbact.infocus.portal.shell.services.WaitingListClient;

/**
 * Where somebody stands on the waiting list, and the seat that is held for them. Reached by the personal link; opening a page decides
 * nothing, since mail programs open links by themselves.
 */
@Path("en/my/{token}/waiting-list")
@Blocking
@Produces(MediaType.TEXT_HTML)
public class OwnWaitingPages {

    private final Services services;

    OwnWaitingPages(Services services) {
        this.services = services;
    }

    /** About which place, and what is offered. */
    @GET
    public RestResponse<String> show(
            @PathParam("token") String token,
            @QueryParam("done") @DefaultValue("") String done,
            HttpServerRequest request) {
        Answer<OwnWaiting> own = find(token, request);
        return own.isMissing() ? PersonalLinks.unknown() : HtmlPage.of(200, Templates.own(token, own.orThrow(), done));
    }

    /** Asks whether to accept, and says what that means. */
    @GET
    @Path("accept")
    public RestResponse<String> confirmAcceptance(@PathParam("token") String token, HttpServerRequest request) {
        return confirm(token, request, true);
    }

    /** Asks whether to decline, and says what that means. */
    @GET
    @Path("decline")
    public RestResponse<String> confirmRefusal(@PathParam("token") String token, HttpServerRequest request) {
        return confirm(token, request, false);
    }

    /** Accepts the offer that was on the page. */
    @POST
    @Path("accept")
    @Consumes(MediaType.APPLICATION_FORM_URLENCODED)
    public RestResponse<String> accept(
            @PathParam("token") String token,
            @FormParam("offer") @DefaultValue("") String offer,
            HttpServerRequest request) {
        String address = PersonalLinks.address(request);
        return answer(token, "accepted", ask(token, client -> client.accept(token, address, new OfferAnswer(offer))));
    }

    /** Declines the offer that was on the page. */
    @POST
    @Path("decline")
    @Consumes(MediaType.APPLICATION_FORM_URLENCODED)
    public RestResponse<String> decline(
            @PathParam("token") String token,
            @FormParam("offer") @DefaultValue("") String offer,
            HttpServerRequest request) {
        String address = PersonalLinks.address(request);
        return answer(token, "declined", ask(token, client -> client.decline(token, address, new OfferAnswer(offer))));
    }

    private RestResponse<String> confirm(String token, HttpServerRequest request, boolean accept) {
        Answer<OwnWaiting> own = find(token, request);
        if (own.isMissing()) {
            return PersonalLinks.unknown();
        }
        OwnWaiting waiting = own.orThrow();
        return waiting.isOffered() ? HtmlPage.of(200, Templates.answer(token, waiting, accept)) : back(token, "over");
    }

    private static RestResponse<String> answer(String token, String done, Answer<OwnWaiting> answer) {
        if (answer.isMissing()) {
            return PersonalLinks.unknown();
        }
        if (answer instanceof Answer.Refused<OwnWaiting> refused
                && !refused.problem().isSlowedDown()) {
            // too late, or answered elsewhere: the page says how things stand
            return back(token, "over");
        }
        answer.orThrow();
        return back(token, done);
    }

    private Answer<OwnWaiting> find(String token, HttpServerRequest request) {
        return ask(token, client -> client.own(token, PersonalLinks.address(request)));
    }

    private Answer<OwnWaiting> ask(String token, Function<WaitingListClient, OwnWaiting> question) {
        return PersonalLinks.ask(token, () -> services.waitingList(question));
    }

    private static RestResponse<String> back(String token, String done) {
        return Onward.to("/en/my/{token}/waiting-list", token, done);
    }

    @CheckedTemplate(basePath = "waitinglist")
    static class Templates {
        private Templates() {}

        static native TemplateInstance own(String token, OwnWaiting own, String done);

        static native TemplateInstance answer(String token, OwnWaiting own, boolean accept);
    }
}
