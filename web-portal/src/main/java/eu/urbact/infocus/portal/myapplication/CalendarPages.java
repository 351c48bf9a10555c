package eu.urbact.infocus.portal.myapplication;

import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;

import io.quarkus.qute.CheckedTemplate;
import io.quarkus.qute.TemplateInstance;
import io.smallrye.common.annotation.Blocking;
import io.vertx.core.http.HttpServerRequest;
import org.jboss.resteasy.reactive.RestResponse;

import eu.urbact.infocus.portal.shell.HtmlPage;
import eu.urbact.infocus.portal.shell.PersonalLinks;
import eu.urbact.infocus.portal.shell.services.Answer;
import eu.urbact.infocus.portal.shell.services.Services;

/** The workshop for the own calendar, by the personal link. */
@Path("/en/my/{token}/calendar.ics")
@Blocking
@Produces({MediaType.TEXT_HTML, "text/calendar"})
public class CalendarPages {

    private final Services services;

    CalendarPages(Services services) {
        this.services = services;
    }

    /** The file; without a place, a page that says when it will be there. */
    @GET
    public RestResponse<String> calendar(@PathParam("token") String token, HttpServerRequest request) {
        String address = PersonalLinks.address(request);
        Answer<String> file =
                PersonalLinks.ask(token, () -> services.selfService(client -> client.calendar(token, address)));
        if (file.isMissing()) {
            return PersonalLinks.unknown();
        }
        if (file instanceof Answer.Refused<String> refused && refused.problem().status() == 409) {
            return HtmlPage.of(409, Templates.noCalendar(token));
        }
        return RestResponse.ResponseBuilder.ok(file.orThrow())
                .header("Content-Type", "text/calendar;charset=UTF-8")
                .header("Content-Disposition", "attachment; filename=\"infocus-workshop.ics\"")
                .build();
    }

    @CheckedTemplate(basePath = "myapplication")
    static class Templates {
        private Templates() {}

        static native TemplateInstance noCalendar(String token);
    }
}
