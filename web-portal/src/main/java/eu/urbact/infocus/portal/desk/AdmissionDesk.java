package eu.urbact.infocus.portal.desk;

import java.net.URI;
import java.util.List;
import java.util.Map;
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
import jakarta.ws.rs.core.Context;
import jakarta.ws.rs.core.MediaType;
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
import eu.urbact.infocus.portal.shell.security.SignInAgain;
import eu.urbact.infocus.portal.shell.security.Visitor;
import eu.urbact.infocus.portal.shell.services.Answer;
import eu.urbact.infocus.portal.shell.services.Application;
import eu.urbact.infocus.portal.shell.services.Call;
import eu.urbact.infocus.portal.shell.services.City;
import eu.urbact.infocus.portal.shell.services.Page;
import eu.urbact.infocus.portal.shell.services.Problem;
import eu.urbact.infocus.portal.shell.services.Seats;
import eu.urbact.infocus.portal.shell.services.Services;
import eu.urbact.infocus.portal.shell.services.Workshop;
import eu.urbact.infocus.portal.shell.text.Lengths;
import eu.urbact.infocus.portal.shell.text.Times;

import static eu.urbact.infocus.portal.shell.Sent.text;

/**
 * The organisers' area. The role is asked for here so that others get a page that explains; whether a decision is allowed, possible and
 * not out of date is for registration-service to say.
 */
@Path("/org")
@RolesAllowed(Visitor.ORGANISER)
@Blocking
@Produces(MediaType.TEXT_HTML)
public class AdmissionDesk {

    private static final int SIZE = 50;

    /** Refusals that one field of the form can answer. */
    private static final Map<String, String> FIELDS = Map.of(
            "reason-missing", "reasonCode",
            "reason-not-true", "reasonCode",
            "bucket-full", "bucket",
            "bucket-unknown", "bucket");

    private final Services services;
    private final Shell shell;
    private final Searches searches;

    AdmissionDesk(Services services, Shell shell, Searches searches) {
        this.services = services;
        this.shell = shell;
        this.searches = searches;
    }

    /** Workshops, what waits in each, and where to go for it. */
    @GET
    public TemplateInstance overview() {
        String bearer = shell.getVisitor().bearer();
        return Templates.overview(
                services.event(client -> client.workshops()),
                new Stages(
                        services.openedCalls(),
                        services.callEditor(client -> client.calls(bearer)).or(List.of()),
                        services.desk(client -> client.openWork(bearer))));
    }

    /** The list of applications with the seats beside it. */
    @GET
    @Path("w/{slug}/admission")
    public TemplateInstance list(
            @PathParam("slug") String slug,
            @Context UriInfo uri,
            @QueryParam("done") @DefaultValue("") String done,
            @QueryParam("of") @DefaultValue("") String of) {
        DeskFilter filter = DeskFilter.of(slug, uri.getQueryParameters(), searches);
        return list(filter, filter.q(), done, done.isEmpty() ? "" : name(of), FormErrors.NONE);
    }

    /** Narrows the list. A form and not a link, because names and mail addresses that are searched for belong into no address. */
    @POST
    @Path("w/{slug}/admission")
    @Consumes(MediaType.APPLICATION_FORM_URLENCODED)
    public RestResponse<String> search(@PathParam("slug") String slug, MultivaluedMap<String, String> sent) {
        DeskFilter filter = DeskFilter.of(slug, sent, searches);
        String q = text(sent, "q");
        if (Searches.isTooLong(q)) {
            return HtmlPage.of(422, list(filter.searching(""), q, "", "", Searches.TOO_LONG));
        }
        return RestResponse.seeOther(
                URI.create(filter.searching(searches.keep(q)).href(0)));
    }

    /** One application with its history and the decisions that can be made. */
    @GET
    @Path("applications/{id}")
    public TemplateInstance application(@PathParam("id") String id, @QueryParam("done") @DefaultValue("") String done) {
        return application(load(id), done, DecisionForm.BLANK, FormErrors.NONE);
    }

    /** Where a sign-in that was asked for in the middle of a decision comes back to. */
    @GET
    @Path("applications/{id}/decisions")
    public RestResponse<String> afterSignIn(@PathParam("id") String id) {
        return RestResponse.seeOther(
                UriBuilder.fromPath("/org/applications/{id}").build(id));
    }

    /**
     * Decides, and goes back to where the decision was made. Open to everybody at first, so that the input of an organiser whose session
     * has ended in the meantime is not lost; nothing is asked of a service before the role has been checked.
     */
    @POST
    @PermitAll
    @Path("applications/{id}/decisions")
    @Consumes(MediaType.APPLICATION_FORM_URLENCODED)
    public RestResponse<String> decide(@PathParam("id") String id, MultivaluedMap<String, String> sent) {
        DecisionForm form = DecisionForm.of(sent);
        if (!shell.getVisitor().isSignedIn()) {
            return SignInAgain.page(shell.getPath(), sent, form.lines());
        }
        if (!shell.getVisitor().isOrganiser()) {
            throw new ForbiddenException();
        }
        boolean fromList = sent.containsKey("slug");
        Answer<Application> answer = services.registration(
                client -> client.decide(shell.getVisitor().bearer(), id, form.etag(), form.toDecision()));
        if (answer.isFound()) {
            URI next = fromList
                    ? URI.create(DeskFilter.of(sent, searches).after(form.decision(), id))
                    : UriBuilder.fromPath("/org/applications/{id}")
                            .queryParam("done", "{done}")
                            .build(id, form.decision());
            return RestResponse.seeOther(next);
        }
        if (answer.isDown()) {
            FormErrors down = FormErrors.general(
                    "The decision was not confirmed, because registration does not answer. Look at the state below before you try again.");
            return HtmlPage.of(
                    503, fromList ? list(DeskFilter.of(sent, searches), down) : application(load(id), "", form, down));
        }
        Problem problem = answer.refusal().orElseThrow();
        Application now = load(id);
        String zone = now.callId() == null
                ? ""
                : services.registration(client -> client.call(now.callId()))
                        .map(Call::zone)
                        .or("");
        TemplateInstance page = fromList
                ? list(DeskFilter.of(sent, searches), explain(problem, form, now, now.name() + ": ", zone))
                : application(now, "", form, explain(problem, form, now, "", zone));
        return HtmlPage.of(problem.status(), page);
    }

    private TemplateInstance list(DeskFilter filter, FormErrors errors) {
        return list(filter, filter.q(), "", "", errors);
    }

    /** Who was decided about; empty when that cannot be said. */
    private String name(String application) {
        String bearer = shell.getVisitor().bearer();
        return application.isEmpty()
                ? ""
                : services.registration(client -> client.application(bearer, application))
                        .map(Application::name)
                        .or("");
    }

    /**
     * The list.
     *
     * @param typed what stands in the field to search, which need not have been searched for
     * @param done what was decided, about {@code whom}; empty for nothing
     */
    private TemplateInstance list(DeskFilter filter, String typed, String done, String whom, FormErrors errors) {
        String bearer = shell.getVisitor().bearer();
        Call call = services.callOf(filter.slug()).orThrow();
        Page<Application> applications = services.registration(
                        client -> client.applications(bearer, filter.query(call), filter.page(), SIZE))
                .orThrow();
        return Templates.list(call, filter, typed, applications, seats(call.id()), cities(), done, whom, errors);
    }

    private TemplateInstance application(Application application, String done, DecisionForm form, FormErrors errors) {
        Answer<Seats> seats = application.callId() == null ? new Answer.Missing<>() : seats(application.callId());
        Answer<Call> call = application.callId() == null
                ? new Answer.Missing<>()
                : services.registration(client -> client.call(application.callId()));
        String zone = call.map(Call::zone).or("");
        return Templates.application(application, call, zone, seats, cities(), done, form, errors);
    }

    private Application load(String id) {
        return services.registration(
                        client -> client.application(shell.getVisitor().bearer(), id))
                .orThrow();
    }

    private Answer<Seats> seats(String callId) {
        return services.registration(client -> client.seats(shell.getVisitor().bearer(), callId));
    }

    private List<City> cities() {
        return services.cities().or(Page.empty()).items();
    }

    private static FormErrors explain(Problem problem, DecisionForm form, Application now, String prefix, String zone) {
        if (problem.status() == 412 && problem.isOwnRepetition() && form.isDone(now)) {
            return FormErrors.general(prefix + "You have decided this already, " + Times.written(problem.at(), zone)
                    + ". Nothing more was done.");
        }
        if (problem.status() == 412 && problem.by() != null) {
            return FormErrors.general(
                    prefix + (problem.isOwnRepetition() ? "" : "Nothing was decided. ") + Quicker.words(problem, zone));
        }
        if (problem.status() == 412) {
            return FormErrors.general(prefix
                    + "Somebody else has changed this application since you opened it. Nothing was decided. Look at its state now,"
                    + " then decide.");
        }
        if (!problem.errors().isEmpty()) {
            return new FormErrors(problem.errors().stream()
                    .map(error -> {
                        String field = FormErrors.field(error.field());
                        return new FormErrors.Entry(
                                prefix.isEmpty() ? field : "",
                                prefix + Lengths.plain(Refusals.label(field), error.message(), form.note()));
                    })
                    .toList());
        }
        String sentence = problem.sentence();
        String field = FIELDS.get(problem.code());
        if (prefix.isEmpty() && field != null && !sentence.isBlank()) {
            return new FormErrors(List.of(new FormErrors.Entry(field, sentence)));
        }
        return FormErrors.general(prefix + (sentence.isBlank() ? "The decision was refused." : sentence));
    }

    @CheckedTemplate(basePath = "desk")
    static class Templates {
        private Templates() {}

        static native TemplateInstance overview(Answer<Page<Workshop>> workshops, Stages stages);

        static native TemplateInstance list(
                Call call,
                DeskFilter filter,
                String typed,
                Page<Application> applications,
                Answer<Seats> seats,
                List<City> cities,
                String done,
                String whom,
                FormErrors errors);

        static native TemplateInstance application(
                Application application,
                Answer<Call> call,
                String zone,
                Answer<Seats> seats,
                List<City> cities,
                String done,
                DecisionForm form,
                FormErrors errors);
    }
}
