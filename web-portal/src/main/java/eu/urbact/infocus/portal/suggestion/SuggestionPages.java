package eu.urbact.infocus.portal.suggestion;

import java.util.List;
import jakarta.annotation.security.PermitAll;
import jakarta.annotation.security.RolesAllowed;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.DefaultValue;
import jakarta.ws.rs.ForbiddenException;
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
import org.jboss.resteasy.reactive.RestResponse;

import eu.urbact.infocus.portal.shell.FormErrors;
import eu.urbact.infocus.portal.shell.HtmlPage;
import eu.urbact.infocus.portal.shell.Shell;
import eu.urbact.infocus.portal.shell.security.SignInAgain;
import eu.urbact.infocus.portal.shell.security.Visitor;
import eu.urbact.infocus.portal.shell.services.Answer;
import eu.urbact.infocus.portal.shell.services.BalanceGoals;
import eu.urbact.infocus.portal.shell.services.Call;
import eu.urbact.infocus.portal.shell.services.City;
import eu.urbact.infocus.portal.shell.services.Page;
import eu.urbact.infocus.portal.shell.services.Problem;
import eu.urbact.infocus.portal.shell.services.Services;
import eu.urbact.infocus.portal.shell.services.Suggestion;

/** Whom to admit, why and why not. It only proposes. */
@Path("/org/w/{slug}/suggestion")
@RolesAllowed(Visitor.ORGANISER)
@Blocking
@Produces(MediaType.TEXT_HTML)
public class SuggestionPages {

    private static final int SIZE = 100;

    private static final FormErrors CHOOSE = new FormErrors(
            List.of(new FormErrors.Entry("proposals", "Choose which of these are staged. Nothing has been staged.")));

    /** Where a page of the proposal is. */
    public record Pager(String slug) {

        /** Address of another page. */
        public String href(int number) {
            return UriBuilder.fromPath("/org/w/{slug}/suggestion")
                    .queryParam("page", number)
                    .build(slug)
                    .toString();
        }
    }

    private final Services services;
    private final Shell shell;

    SuggestionPages(Services services, Shell shell) {
        this.services = services;
        this.shell = shell;
    }

    /** The proposal. */
    @GET
    public TemplateInstance show(
            @PathParam("slug") String slug,
            @QueryParam("page") @DefaultValue("0") int page,
            @QueryParam("done") @DefaultValue("") String done) {
        Call call = services.callOf(slug).orThrow();
        Suggestion suggestion = suggestion(call, Math.max(0, page));
        GoalsForm form = GoalsForm.of(suggestion.goals(), suggestion.goalsVersion());
        boolean asked = done.equals("NOTHING-CHOSEN") && suggestion.admitted() + suggestion.waitlisted() > 0;
        return page(slug, call, suggestion, form, done, asked ? CHOOSE : FormErrors.NONE);
    }

    /** Reached by a reload, or by a sign-in on the way: starts anew. */
    @GET
    @Path("goals")
    public RestResponse<String> again(@PathParam("slug") String slug) {
        return RestResponse.seeOther(
                UriBuilder.fromPath("/org/w/{slug}/suggestion").build(slug));
    }

    /**
     * Changes the goals, and goes back to the proposal that follows them; or shows what is wrong, with the input. Open to everybody at first, so
     * that the input of an organiser whose session has ended is not lost.
     */
    @POST
    @PermitAll
    @Path("goals")
    @Consumes(MediaType.APPLICATION_FORM_URLENCODED)
    public RestResponse<String> change(@PathParam("slug") String slug, MultivaluedMap<String, String> sent) {
        GoalsForm form = GoalsForm.of(sent);
        if (!shell.getVisitor().isSignedIn()) {
            return SignInAgain.page(shell.getPath(), sent, List.of(new SignInAgain.Line("Goals of", slug)));
        }
        if (!shell.getVisitor().isOrganiser()) {
            throw new ForbiddenException();
        }
        Answer<Call> found = services.callOf(slug);
        if (found.isDown()) {
            return unreachable(slug, form);
        }
        Call call = found.orThrow();
        FormErrors errors = form.check();
        if (errors.isPresent()) {
            return shown(422, slug, call, form, errors);
        }
        Answer<BalanceGoals> answer = services.suggestion(
                client -> client.changeGoals(shell.getVisitor().bearer(), call.id(), form.etag(), form.toGoals()));
        if (answer.isFound()) {
            return RestResponse.seeOther(UriBuilder.fromPath("/org/w/{slug}/suggestion")
                    .queryParam("done", "GOALS")
                    .build(slug));
        }
        if (answer.isDown()) {
            return unreachable(slug, form);
        }
        Problem problem = answer.refusal().orElseThrow();
        return shown(problem.status(), slug, call, form, GoalsForm.explain(problem, call.zone()));
    }

    /** The form once more, beside the proposal as it is now; by itself when there is none at the moment. */
    private RestResponse<String> shown(int status, String slug, Call call, GoalsForm form, FormErrors errors) {
        Answer<Suggestion> now = ask(call, 0);
        if (now.isDown()) {
            return HtmlPage.of(status, Templates.goals(slug, form, errors));
        }
        Suggestion suggestion = now.orThrow();
        // whoever saves again has seen what they replace
        FormErrors all = status == 412
                ? form.meanwhile(GoalsForm.of(suggestion.goals(), suggestion.goalsVersion()))
                        .after(errors)
                : errors;
        return HtmlPage.of(status, page(slug, call, suggestion, form.on(suggestion.goalsVersion(), status), "", all));
    }

    private static RestResponse<String> unreachable(String slug, GoalsForm form) {
        return HtmlPage.of(
                503,
                Templates.goals(
                        slug,
                        form,
                        FormErrors.general(
                                "The goals could not be saved, because registration does not answer at the moment."
                                        + " Nothing you entered is lost: please send it again in a few minutes.")));
    }

    private Suggestion suggestion(Call call, int page) {
        return ask(call, page).orThrow();
    }

    private Answer<Suggestion> ask(Call call, int page) {
        return services.suggestion(
                client -> client.suggestion(shell.getVisitor().bearer(), call.id(), page, SIZE));
    }

    private TemplateInstance page(
            String slug, Call call, Suggestion suggestion, GoalsForm form, String done, FormErrors errors) {
        List<City> cities = services.cities().or(Page.empty()).items();
        return Templates.show(call, suggestion, new Pager(slug), cities, form, done, errors);
    }

    @CheckedTemplate(basePath = "suggestion")
    static class Templates {
        private Templates() {}

        static native TemplateInstance goals(String slug, GoalsForm form, FormErrors errors);

        static native TemplateInstance show(
                Call call,
                Suggestion suggestion,
                Pager pager,
                List<City> cities,
                GoalsForm form,
                String done,
                FormErrors errors);
    }
}
