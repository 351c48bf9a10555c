package eu.urbact.infocus.portal.logistics;

import java.util.Objects;
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
import eu.urbact.infocus.portal.shell.services.LogisticsClient;
import eu.urbact.infocus.portal.shell.services.NewLogistics;
import eu.urbact.infocus.portal.shell.services.OwnRoom;
import eu.urbact.infocus.portal.shell.services.Services;

import static eu.urbact.infocus.portal.shell.Sent.given;
import static eu.urbact.infocus.portal.shell.Sent.stripped;

/** The own room: ask, say with whom it is shared or that none is needed, cancel. */
@Path("/en/my/{token}/hotel")
@Blocking
@Produces(MediaType.TEXT_HTML)
public class OwnRoomPages {

    private final Services services;

    OwnRoomPages(Services services) {
        this.services = services;
    }

    /** Hotels, prices, and where the own request stands. */
    @GET
    public RestResponse<String> show(
            @PathParam("token") String token, @QueryParam("done") String done, HttpServerRequest request) {
        return page(
                token,
                request,
                200,
                own -> Templates.room(token, own, RoomForm.of(own), roommate(own), FormErrors.NONE, done));
    }

    /** Asks for a room, or for another one instead of the confirmed one. */
    @POST
    @Consumes(MediaType.APPLICATION_FORM_URLENCODED)
    public RestResponse<String> ask(
            @PathParam("token") String token, MultivaluedMap<String, String> sent, HttpServerRequest request) {
        RoomForm form = RoomForm.of(sent);
        FormErrors wrong = form.check();
        if (wrong.isPresent()) {
            return page(token, request, 422, own -> Templates.room(token, own, form, roommate(own), wrong, null));
        }
        boolean instead = "yes".equals(sent.getFirst("instead"));
        return after(
                token,
                request,
                RoomForm::field,
                (own, errors) -> Templates.room(token, own, form, roommate(own), errors, null),
                client -> instead
                        ? client.changeRoom(token, PersonalLinks.address(request), form.toRoom())
                        : client.requestRoom(token, PersonalLinks.address(request), form.toRoom()));
    }

    /** Says who sleeps in the confirmed room too. */
    @POST
    @Path("sharing")
    @Consumes(MediaType.APPLICATION_FORM_URLENCODED)
    public RestResponse<String> share(
            @PathParam("token") String token, MultivaluedMap<String, String> sent, HttpServerRequest request) {
        String roommate = stripped(sent, "roommate");
        return after(
                token,
                request,
                path -> "roommate",
                (own, errors) -> Templates.room(token, own, RoomForm.of(own), roommate, errors, null),
                client -> client.shareRoom(
                        token, PersonalLinks.address(request), new NewLogistics.Sharing(given(roommate))));
    }

    /** Says that no room is needed, because the person sleeps in that of somebody else. */
    @POST
    @Path("shared")
    public RestResponse<String> shared(@PathParam("token") String token, HttpServerRequest request) {
        return after(token, request, client -> client.sleepWithOther(token, PersonalLinks.address(request)));
    }

    /** Says that no room is needed. */
    @POST
    @Path("none")
    public RestResponse<String> none(@PathParam("token") String token, HttpServerRequest request) {
        return after(token, request, client -> client.needNoRoom(token, PersonalLinks.address(request)));
    }

    /** Keeps the confirmed room after all. */
    @POST
    @Path("keep")
    public RestResponse<String> keep(@PathParam("token") String token, HttpServerRequest request) {
        return after(token, request, client -> client.keepRoom(token, PersonalLinks.address(request)));
    }

    /** Cancels the request or the room. */
    @POST
    @Path("cancel")
    public RestResponse<String> cancel(@PathParam("token") String token, HttpServerRequest request) {
        return after(token, request, client -> client.cancelRoom(token, PersonalLinks.address(request)));
    }

    /** Reached by a reload of a page that was shown again: starts anew. */
    @GET
    @Path("{action: none|shared|cancel|keep|sharing}")
    public RestResponse<String> again(@PathParam("token") String token) {
        return RestResponse.seeOther(UriBuilder.fromPath("/en/my/{token}/hotel").build(token));
    }

    private RestResponse<String> after(
            String token, HttpServerRequest request, Function<LogisticsClient, OwnRoom> step) {
        return after(
                token,
                request,
                RoomForm::field,
                (own, errors) -> Templates.room(token, own, RoomForm.of(own), roommate(own), errors, null),
                step);
    }

    private RestResponse<String> after(
            String token,
            HttpServerRequest request,
            UnaryOperator<String> field,
            BiFunction<OwnRoom, FormErrors, TemplateInstance> again,
            Function<LogisticsClient, OwnRoom> step) {
        Answer<OwnRoom> answer = PersonalLinks.ask(token, () -> services.logistics(step));
        if (answer.isFound()) {
            return RestResponse.seeOther(UriBuilder.fromPath("/en/my/{token}/hotel")
                    .queryParam("done", "saved")
                    .build(token));
        }
        FormErrors errors = answer instanceof Answer.Refused<OwnRoom> refused
                ? Entered.explain(refused.problem(), field)
                : FormErrors.general(OwnLogisticsPages.DOWN);
        int status = answer instanceof Answer.Refused<OwnRoom> refused
                ? refused.problem().formStatus()
                : 503;
        return page(token, request, status, own -> again.apply(own, errors));
    }

    private static String roommate(OwnRoom own) {
        return own.request() == null
                ? ""
                : Objects.requireNonNullElse(own.request().sharesWith(), "");
    }

    private RestResponse<String> page(
            String token, HttpServerRequest request, int status, Function<OwnRoom, TemplateInstance> page) {
        Answer<OwnRoom> own = PersonalLinks.ask(
                token, () -> services.logistics(client -> client.ownRoom(token, PersonalLinks.address(request))));
        if (own.isMissing()) {
            return PersonalLinks.unknown();
        }
        if (own instanceof Answer.Refused<OwnRoom> refused && !refused.problem().isSlowedDown()) {
            return HtmlPage.of(
                    refused.problem().status(),
                    OwnLogisticsPages.Templates.notAsked(token, "Hotel room", refused.problem()));
        }
        return HtmlPage.of(status, page.apply(own.orThrow()));
    }

    @CheckedTemplate(basePath = "logistics")
    static class Templates {
        private Templates() {}

        /**
         * The page.
         *
         * @param roommate what was entered beside the confirmed room about who shares it
         */
        static native TemplateInstance room(
                String token, OwnRoom own, RoomForm form, String roommate, FormErrors errors, String done);
    }
}
