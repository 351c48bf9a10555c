package eu.urbact.infocus.portal.desk;

import java.net.URI;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
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
import jakarta.ws.rs.core.Context;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.MultivaluedHashMap;
import jakarta.ws.rs.core.MultivaluedMap;
import jakarta.ws.rs.core.UriBuilder;
import jakarta.ws.rs.core.UriInfo;

import io.quarkus.qute.CheckedTemplate;
import io.quarkus.qute.TemplateInstance;
import io.smallrye.common.annotation.Blocking;
import org.jboss.resteasy.reactive.RestResponse;

import eu.urbact.infocus.portal.shell.FormErrors;
import eu.urbact.infocus.portal.shell.HtmlPage;
import eu.urbact.infocus.portal.shell.Quicker;
import eu.urbact.infocus.portal.shell.Shell;
import eu.urbact.infocus.portal.shell.security.Visitor;
import eu.urbact.infocus.portal.shell.services.AdmissionPlan;
import eu.urbact.infocus.portal.shell.services.Answer;
import eu.urbact.infocus.portal.shell.services.Call;
import eu.urbact.infocus.portal.shell.services.City;
import eu.urbact.infocus.portal.shell.services.DeskClient;
import eu.urbact.infocus.portal.shell.services.DeskRow;
import eu.urbact.infocus.portal.shell.services.Page;
import eu.urbact.infocus.portal.shell.services.Problem;
import eu.urbact.infocus.portal.shell.services.SavedView;
import eu.urbact.infocus.portal.shell.services.Services;
import eu.urbact.infocus.portal.shell.services.StagingStep;

import static eu.urbact.infocus.portal.shell.Sent.given;
import static eu.urbact.infocus.portal.shell.Sent.stripped;
import static eu.urbact.infocus.portal.shell.Sent.text;

/**
 * The plan of admission: decisions are prepared for one person after the other or for many at once, and the room is looked at as it would
 * be. Nothing on these pages sends a mail: only the release tells people.
 */
@Path("/org/w/{slug}/plan")
@RolesAllowed(Visitor.ORGANISER)
@Blocking
@Produces(MediaType.TEXT_HTML)
public class PlanPages {

    private static final int SIZE = 50;

    private static final String TICKS = "ticks";

    /** Ticks that go along to another page of the list: a form of more than 1,000 fields is not read, and the page has some of its own. */
    private static final int MOST_TICKED = 900;

    private static final FormErrors FORGOTTEN = FormErrors.general(
            "Whom you ticked on other pages of the list is not kept any longer. Nothing was staged: please tick them again.");

    /** What has happened, in a sentence of its own. */
    public record Done(String code, String step, int count) {

        static final Done NOTHING = new Done("", "", 0);
    }

    /** Everything on the page of the list. */
    public record View(
            Call call,
            PlanFilter filter,
            Page<DeskRow> rows,
            Answer<AdmissionPlan> plan,
            boolean selection,
            Answer<List<SavedView>> views,
            List<City> cities,
            StagingForm form,
            Done done,
            Entered entered) {

        /** Those who were ticked on other pages of the list. */
        public List<String> elsewhere() {
            return form.choices().stream()
                    .filter(choice -> rows.items().stream().noneMatch(row -> choice.startsWith(row.id() + " ")))
                    .toList();
        }
    }

    /**
     * What was typed beside the list, as it was typed.
     *
     * @param q what to search for, which need not have been searched for
     * @param name of a view to be kept
     * @param shared whether it is for the other organisers, too
     */
    public record Entered(String q, String name, boolean shared) {

        static Entered of(PlanFilter filter) {
            return new Entered(filter.q(), "", false);
        }
    }

    private final Services services;
    private final Shell shell;
    private final Searches searches;
    private final Ticks ticks;

    PlanPages(Services services, Shell shell, Searches searches, Ticks ticks) {
        this.services = services;
        this.shell = shell;
        this.searches = searches;
        this.ticks = ticks;
    }

    /** The list with what is staged, and the room as it would be. */
    @GET
    public TemplateInstance list(
            @PathParam("slug") String slug,
            @Context UriInfo uri,
            @QueryParam("done") @DefaultValue("") String done,
            @QueryParam("step") @DefaultValue("") String step,
            @QueryParam("count") @DefaultValue("0") int count,
            @QueryParam(TICKS) @DefaultValue("") String kept) {
        PlanFilter filter = PlanFilter.of(slug, uri.getQueryParameters(), searches);
        Optional<StagingForm> form = ticks.of(kept);
        return list(
                filter,
                form.orElse(StagingForm.BLANK),
                new Done(done, step, count),
                kept.isEmpty() || form.isPresent() ? FormErrors.NONE : FORGOTTEN);
    }

    /** Narrows the list. A form and not a link, because names and mail addresses that are searched for belong into no address. */
    @POST
    @Consumes(MediaType.APPLICATION_FORM_URLENCODED)
    public RestResponse<String> search(@PathParam("slug") String slug, MultivaluedMap<String, String> sent) {
        PlanFilter filter = PlanFilter.of(slug, sent, searches);
        String q = text(sent, "q");
        if (Searches.isTooLong(q)) {
            return HtmlPage.of(
                    422,
                    list(
                            filter.searching(""),
                            StagingForm.BLANK,
                            Done.NOTHING,
                            new Entered(q, "", false),
                            Searches.TOO_LONG));
        }
        return RestResponse.seeOther(
                URI.create(filter.searching(searches.keep(q)).href(0)));
    }

    /** Reached by a reload, or by a sign-in on the way: starts anew. */
    @GET
    @Path("{form:staging|undo|views|suggestion}")
    public RestResponse<String> again(@PathParam("slug") String slug) {
        return RestResponse.seeOther(URI.create(
                PlanFilter.of(slug, new MultivaluedHashMap<>(), searches).href(0)));
    }

    /** Stages the same for those who were ticked, or for all of the list; or looks at the room as it would be with them. */
    @POST
    @Path("staging")
    @Consumes(MediaType.APPLICATION_FORM_URLENCODED)
    public RestResponse<String> stage(@PathParam("slug") String slug, MultivaluedMap<String, String> sent) {
        PlanFilter filter = PlanFilter.of(slug, sent, searches);
        StagingForm form = StagingForm.of(sent);
        if (sent.containsKey("turn")) {
            if (form.choices().size() > MOST_TICKED) {
                return HtmlPage.of(422, list(filter, form, Done.NOTHING, tooManyTicked(form)));
            }
            String page = filter.href(Parameters.number(text(sent, "turn")));
            return RestResponse.seeOther(
                    form.isBlank()
                            ? URI.create(page)
                            : UriBuilder.fromUri(page)
                                    .queryParam(TICKS, ticks.keep(form))
                                    .build());
        }
        boolean look = form.decision().equals("LOOK");
        if (look && !(form.isForAll() && filter.isForgotten())) {
            return HtmlPage.of(200, list(filter, form, Done.NOTHING, FormErrors.NONE));
        }
        FormErrors errors = filter.isForgotten()
                ? FormErrors.general("What was searched for is not kept any longer. Please search again, then choose.")
                : form.check();
        if (errors.isPresent()) {
            return HtmlPage.of(422, list(filter, form, Done.NOTHING, errors));
        }
        Call call = services.callOf(slug).orThrow();
        String key = text(sent, "key");
        Answer<StagingStep> answer = services.desk(
                client -> client.stageMany(shell.getVisitor().bearer(), call.id(), given(key), form.toStep(filter)));
        if (answer.isFound()) {
            StagingStep step = answer.value();
            if (step.refused().isEmpty()) {
                return RestResponse.seeOther(filter.after("STAGED", step.step(), step.staged()));
            }
            return HtmlPage.of(
                    200,
                    list(
                            filter,
                            StagingForm.BLANK,
                            new Done(step.staged() > 0 ? "STAGED" : "", step.step(), step.staged()),
                            Refusals.left(step.refused(), call)));
        }
        return refused(answer, filter, form, call);
    }

    private static FormErrors tooManyTicked(StagingForm form) {
        return new FormErrors(List.of(new FormErrors.Entry(
                "all",
                form.choices().size() + " people are ticked, and no more than " + MOST_TICKED
                        + " go along to another page of the list. Stage for them now and go on after that, or narrow the list to those"
                        + " whom you mean and choose all that it shows.")));
    }

    /** Takes back one act of staging as a whole. */
    @POST
    @Path("undo")
    @Consumes(MediaType.APPLICATION_FORM_URLENCODED)
    public RestResponse<String> undo(@PathParam("slug") String slug, MultivaluedMap<String, String> sent) {
        PlanFilter filter = PlanFilter.of(slug, sent, searches);
        Call call = services.callOf(slug).orThrow();
        String step = text(sent, "step");
        Answer<Boolean> answer =
                services.change(client -> client.takeBackStep(shell.getVisitor().bearer(), call.id(), step, false));
        return answer.isFound()
                ? RestResponse.seeOther(filter.after("UNDONE", null, 0))
                : refused(answer, filter, StagingForm.BLANK, call);
    }

    /** Keeps the list as it is narrowed and sorted now. */
    @POST
    @Path("views")
    @Consumes(MediaType.APPLICATION_FORM_URLENCODED)
    public RestResponse<String> keepView(@PathParam("slug") String slug, MultivaluedMap<String, String> sent) {
        PlanFilter filter = PlanFilter.of(slug, sent, searches);
        String name = stripped(sent, "name");
        boolean shared = "true".equals(sent.getFirst("shared"));
        Answer<SavedView> answer = services.desk(client -> client.keepView(
                shell.getVisitor().bearer(),
                new DeskClient.NewView(
                        name,
                        shared,
                        given(filter.state()),
                        given(filter.city()),
                        given(filter.profile()),
                        given(filter.staged()),
                        !filter.unvoted().isEmpty(),
                        given(filter.sort()),
                        Traits.flag(filter.traits().newcomer()),
                        Traits.flag(filter.traits().contributor()),
                        given(filter.traits().cluster()),
                        given(filter.traits().bucket()))));
        return answer.isFound()
                ? RestResponse.seeOther(filter.after("VIEW", null, 0))
                : refused(answer, filter, StagingForm.BLANK, null, new Entered(filter.q(), name, shared));
    }

    /** Throws a view away. One that is gone already, by a second click or in another window, is no mistake. */
    @POST
    @Path("views/removal")
    @Consumes(MediaType.APPLICATION_FORM_URLENCODED)
    public RestResponse<String> discardView(@PathParam("slug") String slug, MultivaluedMap<String, String> sent) {
        PlanFilter filter = PlanFilter.of(slug, sent, searches);
        String id = text(sent, "view");
        String version = text(sent, "version").replaceAll("\\D", "");
        Answer<Boolean> answer =
                services.change(client -> client.discardView(shell.getVisitor().bearer(), id, "\"v" + version + "\""));
        return answer.isFound() || answer.isMissing()
                ? RestResponse.seeOther(filter.after("VIEW", null, 0))
                : refused(answer, filter, StagingForm.BLANK, null);
    }

    /** Takes the suggestion over as the plan; whoever has chosen nothing of it is asked to, and nobody is staged. */
    @POST
    @Path("suggestion")
    @Consumes(MediaType.APPLICATION_FORM_URLENCODED)
    public RestResponse<String> stageSuggestion(
            @PathParam("slug") String slug,
            @FormParam("tag") @DefaultValue("") String tag,
            @FormParam("proposals") List<String> proposals) {
        if (proposals == null || proposals.isEmpty()) {
            return RestResponse.seeOther(UriBuilder.fromPath("/org/w/{slug}/suggestion")
                    .queryParam("done", "NOTHING-CHOSEN")
                    .build(slug));
        }
        PlanFilter filter = new PlanFilter(slug, "", "", "", "ANY", "", Traits.ALL, "", "", "", 0);
        Call call = services.callOf(slug).orThrow();
        Answer<StagingStep> answer = services.desk(client -> client.stageSuggestion(
                shell.getVisitor().bearer(), call.id(), tag, new DeskClient.Proposals(proposals)));
        if (!answer.isFound()) {
            return refused(answer, filter, StagingForm.BLANK, call);
        }
        StagingStep step = answer.value();
        Done done = new Done(step.staged() > 0 ? "STAGED" : "", step.step(), step.staged());
        return step.refused().isEmpty()
                ? RestResponse.seeOther(filter.after("STAGED", step.step(), step.staged()))
                : HtmlPage.of(200, list(filter, StagingForm.BLANK, done, Refusals.left(step.refused(), call)));
    }

    private TemplateInstance list(PlanFilter filter, StagingForm form, Done done, FormErrors errors) {
        return list(filter, form, done, Entered.of(filter), errors);
    }

    private TemplateInstance list(PlanFilter filter, StagingForm form, Done done, Entered entered, FormErrors errors) {
        String bearer = shell.getVisitor().bearer();
        Call call = services.callOf(filter.slug()).orThrow();
        Page<DeskRow> rows = services.desk(client -> client.desk(bearer, filter.query(call), filter.page(), SIZE))
                .orThrow();
        boolean all = form.isForAll() && !filter.isForgotten();
        boolean selection = all || !form.choices().isEmpty();
        Answer<AdmissionPlan> plan = selection
                ? services.desk(client -> all
                        ? client.planOf(bearer, call.id(), true, filter.matching())
                        : client.planOf(bearer, call.id(), true, new DeskClient.Selected(form.ids())))
                : plan(call);
        Answer<List<SavedView>> views = services.desk(client -> client.views(bearer));
        return Templates.plan(
                new View(call, filter, rows, plan, selection, views, cities(), form, done, entered),
                UUID.randomUUID().toString(),
                errors);
    }

    private Answer<AdmissionPlan> plan(Call call) {
        return services.desk(client -> client.plan(shell.getVisitor().bearer(), call.id()));
    }

    private List<City> cities() {
        return services.cities().or(Page.empty()).items();
    }

    private RestResponse<String> refused(Answer<?> answer, PlanFilter filter, StagingForm form, Call call) {
        return refused(answer, filter, form, call, Entered.of(filter));
    }

    private RestResponse<String> refused(
            Answer<?> answer, PlanFilter filter, StagingForm form, Call call, Entered entered) {
        if (answer.isDown()) {
            return HtmlPage.of(
                    503,
                    list(
                            filter,
                            form,
                            Done.NOTHING,
                            entered,
                            FormErrors.general(
                                    "It was not confirmed, because registration does not answer. Look at the list before you try again.")));
        }
        Problem problem = answer.refusal().orElseThrow();
        return HtmlPage.of(problem.status(), list(filter, form, Done.NOTHING, entered, explain(problem, call, form)));
    }

    private static FormErrors explain(Problem problem, Call call, StagingForm form) {
        if (problem.by() != null) {
            return FormErrors.general(Quicker.wordsOfMany(problem, Refusals.zone(call)));
        }
        if (problem.code().equals("view-exists")) {
            return new FormErrors(List.of(new FormErrors.Entry("name", problem.sentence())));
        }
        return Refusals.of(problem, field -> field.equals("note") ? form.note() : null);
    }

    @CheckedTemplate(basePath = "desk")
    static class Templates {
        private Templates() {}

        static native TemplateInstance plan(View view, String key, FormErrors errors);
    }
}
