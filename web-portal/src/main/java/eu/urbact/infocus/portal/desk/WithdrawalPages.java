package eu.urbact.infocus.portal.desk;

import java.util.List;
import jakarta.annotation.security.PermitAll;
import jakarta.annotation.security.RolesAllowed;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.ForbiddenException;
import jakarta.ws.rs.FormParam;
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
import org.jboss.resteasy.reactive.RestResponse;

import eu.urbact.infocus.portal.shell.FormErrors;
import eu.urbact.infocus.portal.shell.HtmlPage;
import eu.urbact.infocus.portal.shell.Quicker;
import eu.urbact.infocus.portal.shell.SeenVersion;
import eu.urbact.infocus.portal.shell.Shell;
import eu.urbact.infocus.portal.shell.security.SignInAgain;
import eu.urbact.infocus.portal.shell.security.Visitor;
import eu.urbact.infocus.portal.shell.services.Answer;
import eu.urbact.infocus.portal.shell.services.Application;
import eu.urbact.infocus.portal.shell.services.Call;
import eu.urbact.infocus.portal.shell.services.EnteredWithdrawal;
import eu.urbact.infocus.portal.shell.services.Problem;
import eu.urbact.infocus.portal.shell.services.Services;

import static eu.urbact.infocus.portal.shell.Sent.given;
import static eu.urbact.infocus.portal.shell.Sent.text;

/** An organiser enters for somebody who has called or written that they cannot come, and takes back a withdrawal that was a mistake. */
@Path("/org/applications/{id}/withdrawal")
@RolesAllowed(Visitor.ORGANISER)
@Blocking
@Produces(MediaType.TEXT_HTML)
public class WithdrawalPages {

    private static final String WITHDRAWN = "application-withdrawn";
    private static final String TAKEN_BACK = "application-withdrawal-taken-back";

    private final Services services;
    private final Shell shell;

    WithdrawalPages(Services services, Shell shell) {
        this.services = services;
        this.shell = shell;
    }

    /** Asks whether to enter it, and says what it means. */
    @GET
    public RestResponse<String> confirm(@PathParam("id") String id) {
        return HtmlPage.of(200, Templates.withdraw(load(id), "", FormErrors.NONE));
    }

    /**
     * Enters it. Open to everybody at first, so that the note of an organiser whose session has ended in the meantime is not lost; nothing is asked
     * of a service before the role has been checked.
     */
    @POST
    @PermitAll
    @Consumes(MediaType.APPLICATION_FORM_URLENCODED)
    public RestResponse<String> withdraw(@PathParam("id") String id, MultivaluedMap<String, String> sent) {
        String note = text(sent, "note");
        if (!shell.getVisitor().isSignedIn()) {
            return SignInAgain.page(
                    shell.getPath(),
                    sent,
                    note.isBlank() ? List.of() : List.of(new SignInAgain.Line("Note to the person", note)));
        }
        if (!shell.getVisitor().isOrganiser()) {
            throw new ForbiddenException();
        }
        String bearer = shell.getVisitor().bearer();
        String etag = SeenVersion.etag(text(sent, "version"));
        Answer<Application> answer = services.registration(
                client -> client.withdrawFor(bearer, id, etag, new EnteredWithdrawal(given(note))));
        if (answer.isFound()) {
            return done(id, "WITHDRAWN");
        }
        Problem problem = answer.refusal().orElseThrow();
        Application now = load(id);
        return problem.isOwnRepetition() && now.hasLast(WITHDRAWN, problem.at())
                ? done(id, "WITHDRAWN")
                : HtmlPage.of(problem.formStatus(), Templates.withdraw(now, note, explain(problem, now, note)));
    }

    /** Asks whether to take it back, and says what that means. */
    @GET
    @Path("back")
    public RestResponse<String> confirmBack(@PathParam("id") String id) {
        return HtmlPage.of(200, Templates.takeWithdrawalBack(load(id), FormErrors.NONE));
    }

    /** Takes it back. */
    @POST
    @Path("back")
    public RestResponse<String> takeBack(@PathParam("id") String id, @FormParam("version") String version) {
        String bearer = shell.getVisitor().bearer();
        String etag = SeenVersion.etag(version);
        Answer<Application> answer = services.registration(client -> client.takeWithdrawalBack(bearer, id, etag));
        if (answer.isFound()) {
            return done(id, "STANDS");
        }
        Problem problem = answer.refusal().orElseThrow();
        Application now = load(id);
        return problem.isOwnRepetition() && now.hasLast(TAKEN_BACK, problem.at())
                ? done(id, "STANDS")
                : HtmlPage.of(problem.status(), Templates.takeWithdrawalBack(now, explain(problem, now, "")));
    }

    private FormErrors explain(Problem problem, Application application, String note) {
        if (problem.status() != 412) {
            return Refusals.of(problem, field -> field.equals("note") ? note : null);
        }
        if (problem.by() == null) {
            return FormErrors.general(
                    "Somebody has changed this application in the meantime. Look at it, then try again.");
        }
        String zone = services.registration(client -> client.call(application.callId()))
                .map(Call::zone)
                .or(null);
        return FormErrors.general(
                (problem.isOwnRepetition() ? "" : "Nothing was done. ") + Quicker.words(problem, zone));
    }

    private static RestResponse<String> done(String id, String what) {
        return RestResponse.seeOther(UriBuilder.fromPath("/org/applications/{id}")
                .queryParam("done", "{done}")
                .build(id, what));
    }

    private Application load(String id) {
        return services.registration(
                        client -> client.application(shell.getVisitor().bearer(), id))
                .orThrow();
    }

    @CheckedTemplate(basePath = "desk")
    static class Templates {
        private Templates() {}

        static native TemplateInstance withdraw(Application application, String note, FormErrors errors);

        static native TemplateInstance takeWithdrawalBack(Application application, FormErrors errors);
    }
}
