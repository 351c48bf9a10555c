package eu.urbact.infocus.portal.owndata;

import java.util.function.BiFunction;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.HttpHeaders;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import jakarta.ws.rs.core.UriBuilder;

import io.quarkus.qute.CheckedTemplate;
import io.quarkus.qute.TemplateInstance;
import io.smallrye.common.annotation.Blocking;
import io.vertx.core.http.HttpServerRequest;
import org.jboss.resteasy.reactive.RestResponse;

import eu.urbact.infocus.portal.shell.HtmlPage;
import eu.urbact.infocus.portal.shell.PersonalLinks;
import eu.urbact.infocus.portal.shell.services.Answer;
import eu.urbact.infocus.portal.shell.services.OwnData;
import eu.urbact.infocus.portal.shell.services.OwnDataClient;
import eu.urbact.infocus.portal.shell.services.Services;

/** "My data". The token in the address is the only key to it, so it goes to registration-service as a header and never into a log. */
@Path("/")
@Blocking
@Produces(MediaType.TEXT_HTML)
public class OwnDataPages {

    private final Services services;

    OwnDataPages(Services services) {
        this.services = services;
    }

    /** What is kept, what for and how long. */
    @GET
    @Path("en/my/{token}/data")
    public RestResponse<String> show(@PathParam("token") String token, HttpServerRequest request) {
        Answer<OwnData> data = ask(token, request, (client, address) -> client.ownData(token, address));
        return data.isMissing() ? PersonalLinks.unknown() : HtmlPage.of(200, Templates.show(token, data.orThrow()));
    }

    /** All of it as a file. */
    @GET
    @Path("en/my/{token}/data/download")
    @Produces({MediaType.APPLICATION_JSON, MediaType.TEXT_HTML})
    public Response download(@PathParam("token") String token, HttpServerRequest request) {
        Answer<byte[]> file = ask(token, request, (client, address) -> client.ownDataFile(token, address));
        if (file.isMissing()) {
            return PersonalLinks.unknown().toResponse();
        }
        return Response.ok(file.orThrow(), MediaType.APPLICATION_JSON_TYPE)
                .header(HttpHeaders.CONTENT_DISPOSITION, "attachment; filename=\"infocus-my-data.json\"")
                .header(HttpHeaders.CACHE_CONTROL, "no-store")
                .build();
    }

    /** Asks whether to erase, and says what that means. */
    @GET
    @Path("en/my/{token}/data/erase")
    public RestResponse<String> confirmErasure(@PathParam("token") String token, HttpServerRequest request) {
        Answer<OwnData> data = ask(token, request, (client, address) -> client.ownData(token, address));
        if (data.isMissing()) {
            return PersonalLinks.unknown();
        }
        return HtmlPage.of(200, Templates.erase(token, data.orThrow()));
    }

    /** Erases. The link is dead afterwards, so the confirmation is a page for everybody; a second click finds it dead already. */
    @POST
    @Path("en/my/{token}/data/erase")
    public RestResponse<String> erase(@PathParam("token") String token, HttpServerRequest request) {
        Answer<Boolean> erased = ask(token, request, (client, address) -> {
            client.eraseOwn(token, address);
            return true;
        });
        if (erased.isMissing()) {
            return HtmlPage.of(404, Templates.nothingToErase());
        }
        erased.orThrow();
        return RestResponse.seeOther(UriBuilder.fromPath("/en/erased").build());
    }

    /** It is done. */
    @GET
    @Path("en/erased")
    public TemplateInstance erased() {
        return Templates.erased();
    }

    private <T> Answer<T> ask(String token, HttpServerRequest request, BiFunction<OwnDataClient, String, T> question) {
        String address = PersonalLinks.address(request);
        return PersonalLinks.ask(token, () -> services.ownData(client -> question.apply(client, address)));
    }

    @CheckedTemplate(basePath = "owndata")
    static class Templates {
        private Templates() {}

        static native TemplateInstance show(String token, OwnData data);

        static native TemplateInstance erase(String token, OwnData data);

        static native TemplateInstance erased();

        static native TemplateInstance nothingToErase();
    }
}
