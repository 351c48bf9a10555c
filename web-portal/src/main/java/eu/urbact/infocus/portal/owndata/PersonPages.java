package eu.urbact.infocus.portal.owndata;

import java.util.List;
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
import eu.urbact.infocus.portal.shell.Quicker;
import eu.urbact.infocus.portal.shell.Shell;
import eu.urbact.infocus.portal.shell.security.Visitor;
import eu.urbact.infocus.portal.shell.services.Answer;
import eu.urbact.infocus.portal.shell.services.Application;
import eu.urbact.infocus.portal.shell.services.Call;
import eu.urbact.infocus.portal.shell.services.Erased;
import eu.urbact.infocus.portal.shell.services.HistoryItem;
import eu.urbact.infocus.portal.shell.services.NewErasure;
import eu.urbact.infocus.portal.shell.services.Page;
import eu.urbact.infocus.portal.shell.services.Problem;
import eu.urbact.infocus.portal.shell.services.Services;
import eu.urbact.infocus.portal.shell.services.WaitingList;

/** One person, for organisers: who did what about them, and forgetting them on request. */
@Path("/org")
@RolesAllowed(Visitor.ORGANISER)
@Blocking
@Produces(MediaType.TEXT_HTML)
public class PersonPages {

    private static final int SIZE = 50;

    /** A reason for which organisers erase. */
    public record Reason(String code, String words) {}

    private static final List<Reason> REASONS = List.of(
            new Reason("PERSON_ASKED", "The person has asked for it"),
            new Reason("MISTAKE", "It should never have been entered"),
            new Reason("ENTERED_BY_SOMEBODY_ELSE", "Somebody else has entered it without being asked to"));

    /** Where a page of the history is. */
    public record Pager(String id) {

        /** Address of another page. */
        public String href(int number) {
            return UriBuilder.fromPath("/org/applications/{id}/history")
                    .queryParam("page", number)
                    .build(id)
                    .toString();
        }
    }

    private final Services services;
    private final Shell shell;

    PersonPages(Services services, Shell shell) {
        this.services = services;
        this.shell = shell;
    }

    /** Who did what, newest first. */
    @GET
    @Path("applications/{id}/history")
    public TemplateInstance history(
            @PathParam("id") String id,
            @QueryParam("page") @DefaultValue("0") int page,
            @QueryParam("done") @DefaultValue("") String done) {
        Application application = load(id);
        Answer<Page<HistoryItem>> history =
                services.ownData(client -> client.history(shell.getVisitor().bearer(), id, Math.max(0, page), SIZE));
        String zone = zone(application);
        Answer<List<WaitingList.PutFirst>> putFirst = application.callId() == null
                ? new Answer.Missing<>()
                : services.waitingList(
                        client -> client.putFirst(shell.getVisitor().bearer(), application.callId(), id));
        return Templates.history(application, history, putFirst, zone, new Pager(id), "erased".equals(done));
    }

    /** Asks whether to erase, and why. */
    @GET
    @Path("applications/{id}/erasure")
    public TemplateInstance confirmErasure(@PathParam("id") String id) {
        return confirm(load(id), "", FormErrors.NONE);
    }

    /** Erases, and goes on to what is left; or shows what stands against it. */
    @POST
    @Path("applications/{id}/erasure")
    @Consumes(MediaType.APPLICATION_FORM_URLENCODED)
    public RestResponse<String> erase(
            @PathParam("id") String id,
            @FormParam("reason") @DefaultValue("") String reason,
            @FormParam("version") @DefaultValue("") String version) {
        if (REASONS.stream().noneMatch(known -> known.code().equals(reason))) {
            FormErrors errors =
                    new FormErrors(List.of(new FormErrors.Entry("reason", "Choose why the data is to be erased.")));
            return HtmlPage.of(422, confirm(load(id), reason, errors));
        }
        String etag = "\"v" + (version.matches("[0-9]{1,18}") ? version : "") + "\"";
        Answer<Erased> answer =
                services.ownData(client -> client.erase(shell.getVisitor().bearer(), id, etag, new NewErasure(reason)));
        return answer.refusal()
                .map(problem -> {
                    Application application = load(id);
                    // a second click, or a colleague's: there is nobody left to be erased
                    return problem.status() == 412 && application.isForgotten()
                            ? erased(id)
                            : HtmlPage.of(
                                    problem.status(),
                                    confirm(application, reason, FormErrors.general(explain(problem, application))));
                })
                .orElseGet(() -> erased(id));
    }

    private static RestResponse<String> erased(String id) {
        return RestResponse.seeOther(UriBuilder.fromPath("/org/applications/{id}/history")
                .queryParam("done", "erased")
                .build(id));
    }

    private String explain(Problem problem, Application application) {
        if (problem.by() == null) {
            return problem.status() == 412
                    ? "Somebody has changed this application in the meantime. Look at it again, then decide again."
                    : problem.sentence();
        }
        return (problem.isOwnRepetition() ? "" : "Nothing was done. ") + Quicker.words(problem, zone(application));
    }

    private String zone(Application application) {
        return services.registration(client -> client.call(application.callId()))
                .map(Call::zone)
                .or(null);
    }

    private Application load(String id) {
        return services.registration(
                        client -> client.application(shell.getVisitor().bearer(), id))
                .orThrow();
    }

    private static TemplateInstance confirm(Application application, String reason, FormErrors errors) {
        return Templates.eraseOther(application, REASONS, reason, errors);
    }

    @CheckedTemplate(basePath = "owndata")
    static class Templates {
        private Templates() {}

        static native TemplateInstance history(
                Application application,
                Answer<Page<HistoryItem>> history,
                Answer<List<WaitingList.PutFirst>> putFirst,
                String zone,
                Pager pager,
                boolean erased);

        static native TemplateInstance eraseOther(
                Application application, List<Reason> reasons, String reason, FormErrors errors);
    }
}
