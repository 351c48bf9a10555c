package eu.urbact.infocus.portal.apply;

import java.net.URI;
import java.time.Clock;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.DefaultValue;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.NotFoundException;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.QueryParam;
import jakarta.ws.rs.core.HttpHeaders;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.MultivaluedMap;
import jakarta.ws.rs.core.NewCookie;
import jakarta.ws.rs.core.UriBuilder;

import io.quarkus.qute.CheckedTemplate;
import io.quarkus.qute.TemplateInstance;
import io.smallrye.common.annotation.Blocking;
import io.vertx.core.http.HttpServerRequest;
import org.jboss.resteasy.reactive.RestResponse;

import eu.urbact.infocus.portal.shell.FormErrors;
import eu.urbact.infocus.portal.shell.HtmlPage;
import eu.urbact.infocus.portal.shell.services.Answer;
import eu.urbact.infocus.portal.shell.services.ApplicationDraft;
import eu.urbact.infocus.portal.shell.services.Call;
import eu.urbact.infocus.portal.shell.services.City;
import eu.urbact.infocus.portal.shell.services.ClusterNames;
import eu.urbact.infocus.portal.shell.services.DraftEntries;
import eu.urbact.infocus.portal.shell.services.Page;
import eu.urbact.infocus.portal.shell.services.Problem;
import eu.urbact.infocus.portal.shell.services.Question;
import eu.urbact.infocus.portal.shell.services.Services;
import eu.urbact.infocus.portal.shell.services.ShortMemory;
import eu.urbact.infocus.portal.shell.services.Workshop;

/**
 * The form, in short pages. Each page is saved in registration-service when it is left, forwards or backwards, also with wrong entries. Pages
 * are not sent to their own address: browsers forget a page when something is sent to its address, and going back must find it.
 */
@Path("/")
@Blocking
@Produces(MediaType.TEXT_HTML)
public class FormPages {

    private static final String DOWN =
            "This could not be saved, because our registration does not answer at the moment. Nothing you entered is lost: please"
                    + " try again in a few minutes.";

    private final Services services;
    private final ShortMemory memory;
    private final ClusterNames clusters;
    private final DraftCookie cookie;
    private final Clock clock;

    FormPages(Services services, ShortMemory memory, ClusterNames clusters, DraftCookie cookie, Clock clock) {
        this.services = services;
        this.memory = memory;
        this.clusters = clusters;
        this.cookie = cookie;
        this.clock = clock;
    }

    /** The first page; or why nobody can apply now. */
    @GET
    @Path("en/w/{slug}/apply")
    public RestResponse<String> first(
            @PathParam("slug") String slug,
            @QueryParam("done") @DefaultValue("") String done,
            HttpServerRequest request) {
        Workshop workshop = workshop(slug);
        Call call = services.callOf(slug).orThrow();
        Optional<ApplicationDraft> draft = draft(call, request);
        if (!call.acceptsApplications()) {
            return draft.map(kept -> HtmlPage.of(200, late(workshop, call, kept)))
                    .orElseGet(() -> HtmlPage.of(200, closed(workshop, call)));
        }
        ApplyForm form = draft.map(kept -> ApplyForm.of(kept.entries())).orElse(ApplyForm.BLANK);
        return HtmlPage.of(200, Templates.you(workshop, call, form, draft.orElse(null), done, FormErrors.NONE));
    }

    /** A later page; without a draft the first one. */
    @GET
    @Path("en/w/{slug}/apply/{step}")
    public RestResponse<String> later(
            @PathParam("slug") String slug, @PathParam("step") String path, HttpServerRequest request) {
        Step step = Step.of(path).filter(Step::isLater).orElseThrow(NotFoundException::new);
        Workshop workshop = workshop(slug);
        Call call = services.callOf(slug).orThrow();
        Optional<ApplicationDraft> draft = draft(call, request);
        if (draft.isEmpty()) {
            return to(Step.YOU.href(slug));
        }
        return HtmlPage.of(
                200,
                call.acceptsApplications()
                        ? page(workshop, call, step, ApplyForm.of(draft.get().entries()), FormErrors.NONE)
                        : late(workshop, call, draft.get()));
    }

    /** All that was entered, to be looked at once more. */
    @GET
    @Path("en/w/{slug}/apply/check")
    public RestResponse<String> check(@PathParam("slug") String slug, HttpServerRequest request) {
        Workshop workshop = workshop(slug);
        Call call = services.callOf(slug).orThrow();
        Optional<ApplicationDraft> draft = draft(call, request);
        if (draft.isEmpty()) {
            return to(Step.YOU.href(slug));
        }
        return personal(
                200,
                call.acceptsApplications()
                        ? check(workshop, call, draft.get(), false, FormErrors.NONE)
                        : late(workshop, call, draft.get()));
    }

    /** Reached by a reload of a page that was shown again: goes to the page itself. */
    @GET
    @Path("en/w/{slug}/application/{step}")
    public RestResponse<String> again(@PathParam("slug") String slug, @PathParam("step") String path) {
        return to(Step.of(path).orElse(Step.YOU).href(slug));
    }

    /** The same for sending. */
    @GET
    @Path("en/w/{slug}/application")
    public RestResponse<String> again(@PathParam("slug") String slug) {
        return to(Step.check(slug));
    }

    /** Saves a page, and goes on or back; or shows it again with what is wrong, and only then asks what a page needs. */
    @POST
    @Path("en/w/{slug}/application/{step}")
    @Consumes(MediaType.APPLICATION_FORM_URLENCODED)
    public RestResponse<String> save(
            @PathParam("slug") String slug,
            @PathParam("step") String path,
            MultivaluedMap<String, String> sent,
            HttpServerRequest request) {
        Step step = Step.of(path).orElseThrow(NotFoundException::new);
        ApplyForm form = ApplyForm.of(sent);
        boolean lookedFor = clusters.isLookedFor(sent);
        Answer<Call> found = services.callOf(slug);
        if (found.isDown()) {
            return HtmlPage.of(503, page(workshop(slug), Fallback.call(slug), step, form, FormErrors.general(DOWN)));
        }
        Call call = found.orThrow();
        Answer<ApplicationDraft.Begun> answer = save(call, form.entries(step, asked(call)), request);
        if (answer.isFound()) {
            ApplicationDraft draft = answer.value().draft();
            NewCookie kept = cookie.keep(slug, answer.value().token(), draft.expiresAt());
            if (lookedFor) {
                return with(
                        kept, 200, page(workshop(slug), call, step, ApplyForm.of(draft.entries()), FormErrors.NONE));
            }
            if ("back".equals(form.of("go"))) {
                return to(step.previous(slug), kept);
            }
            if (!draft.acceptsApplications()) {
                return to(Step.check(slug), kept);
            }
            ApplyForm all = ApplyForm.of(draft.entries());
            FormErrors errors = new Explanation(all, asked(call)).of(step, draft.errors());
            return errors.isPresent()
                    ? with(kept, 422, page(workshop(slug), call, step, all, errors))
                    : to(
                            missedBefore(step, draft)
                                    .map(missed -> missed.href(slug))
                                    .orElse(step.next(slug)),
                            kept);
        }
        if (answer instanceof Answer.Refused<ApplicationDraft.Begun> refused) {
            Problem problem = refused.problem();
            if (problem.code().equals("draft-sent")) {
                return to(applied(slug), cookie.sent(slug));
            }
            if (problem.code().equals("call-not-open")) {
                return HtmlPage.of(409, late(workshop(slug), call, form, null));
            }
            int status = problem.formStatus();
            FormErrors errors = new Explanation(form, asked(call)).of(step, problem);
            return HtmlPage.of(status, page(workshop(slug), call, step, form, errors));
        }
        return HtmlPage.of(503, page(workshop(slug), call, step, form, FormErrors.general(DOWN)));
    }

    /** Sends what has been entered, and goes on to the confirmation; or says what is missing. */
    @POST
    @Path("en/w/{slug}/application")
    @Consumes(MediaType.APPLICATION_FORM_URLENCODED)
    public RestResponse<String> send(
            @PathParam("slug") String slug, MultivaluedMap<String, String> sent, HttpServerRequest request) {
        boolean accepted = ApplyForm.of(sent).isTicked("privacyAccepted");
        Optional<String> token = cookie.of(request);
        if (token.isEmpty()) {
            return to(cookie.wasSent(request) ? applied(slug) : Step.YOU.href(slug));
        }
        Answer<ApplicationDraft.Sent> answer = services.drafts(
                client -> client.send(token.get(), address(request), new ApplicationDraft.Submission(accepted)));
        if (answer.isFound()) {
            return to(applied(slug), cookie.sent(slug));
        }
        if (answer.isMissing()) {
            return to(Step.YOU.href(slug) + "?done=gone", cookie.drop(slug));
        }
        Workshop workshop = workshop(slug);
        Answer<Call> call = services.callOf(slug);
        Optional<ApplicationDraft> draft = call.isFound() ? draft(call.value(), request) : Optional.empty();
        if (answer.isDown() || draft.isEmpty()) {
            return personal(503, Templates.notSent(workshop, accepted));
        }
        Problem problem = ((Answer.Refused<ApplicationDraft.Sent>) answer).problem();
        if (problem.code().equals("call-not-open")) {
            return personal(409, late(workshop, call.value(), draft.get()));
        }
        FormErrors errors = Explanation.privacy(problem.errors());
        boolean known = errors.isPresent() || !draft.get().errors().isEmpty();
        return personal(
                problem.status(),
                check(
                        workshop,
                        call.value(),
                        draft.get(),
                        accepted,
                        known ? errors : FormErrors.general("The application could not be accepted as it is.")));
    }

    /** Forgets what was entered. */
    @POST
    @Path("en/w/{slug}/application/discard")
    public RestResponse<String> discard(@PathParam("slug") String slug, HttpServerRequest request) {
        Optional<String> token = cookie.of(request);
        if (token.isPresent()) {
            Answer<Boolean> answer = services.drafts(client -> {
                client.discard(token.get(), address(request));
                return true;
            });
            answer.orThrow();
        }
        return to(Step.YOU.href(slug) + "?done=discarded", cookie.drop(slug));
    }

    /** Adds to the browser's draft. Without one, or when it has expired in the meantime, begins another. */
    private Answer<ApplicationDraft.Begun> save(Call call, DraftEntries entries, HttpServerRequest request) {
        String address = address(request);
        Optional<String> token = cookie.of(request);
        if (token.isPresent()) {
            Answer<ApplicationDraft> saved = services.drafts(client -> client.save(token.get(), address, entries));
            boolean foreign = saved.isFound() && !call.id().equals(saved.value().callId());
            if (!saved.isMissing() && !foreign) {
                return saved.map(draft -> new ApplicationDraft.Begun(token.get(), draft));
            }
        }
        return services.drafts(client -> client.begin(address, new ApplicationDraft.Beginning(call.id(), entries)));
    }

    /** The browser's draft for this call, unless it has been sent. */
    private Optional<ApplicationDraft> draft(Call call, HttpServerRequest request) {
        return cookie.of(request)
                .map(token -> services.drafts(client -> client.show(token, address(request))))
                .filter(answer -> !answer.isMissing())
                .map(Answer::orThrow)
                .filter(draft -> !draft.sent() && call.id().equals(draft.callId()));
    }

    /** A page before this one that is not right: somebody has come by a short cut, or the draft has been lost on the way. */
    private static Optional<Step> missedBefore(Step step, ApplicationDraft draft) {
        return draft.errors().stream()
                .flatMap(error -> Step.ofField(error.field()).stream())
                .filter(other -> other.compareTo(step) < 0)
                .min(Step::compareTo);
    }

    private TemplateInstance page(Workshop workshop, Call call, Step step, ApplyForm form, FormErrors errors) {
        return switch (step) {
            case YOU -> Templates.you(workshop, call, form, null, "", errors);
            case TAKING_PART -> {
                List<City> known = memory.cities().or(Page.empty()).items();
                Answer<List<City>> cities = memory.cities().map(page -> call.citiesOf(page.items()));
                boolean oddCity = form.isOddCity(cities.or(List.of()));
                yield Templates.part(workshop, call, form, known, cities, oddCity, errors);
            }
            case MOTIVATION -> Templates.motivation(workshop, call, form, asked(call), errors);
        };
    }

    private TemplateInstance check(
            Workshop workshop, Call call, ApplicationDraft draft, boolean accepted, FormErrors errors) {
        ApplyForm form = ApplyForm.of(draft.entries());
        List<Question> questions = asked(call);
        List<Gap> gaps = new Explanation(form, questions).gaps(workshop.slug(), draft.errors());
        return Templates.check(workshop, call, form, draft, questions, cities(), gaps, accepted, errors);
    }

    private TemplateInstance late(Workshop workshop, Call call, ApplicationDraft draft) {
        return late(workshop, call, ApplyForm.of(draft.entries()), draft);
    }

    private TemplateInstance late(Workshop workshop, Call call, ApplyForm form, ApplicationDraft draft) {
        return Templates.late(workshop, call, form, draft, asked(call), cities(), call.isPastDeadline(clock.instant()));
    }

    private TemplateInstance closed(Workshop workshop, Call call) {
        Instant now = clock.instant();
        return Templates.closed(workshop, call, call.isOver(now), call.isPastDeadline(now));
    }

    private static List<Question> asked(Call call) {
        return call.questions().stream().filter(Question::isAskedAtOnce).toList();
    }

    private List<City> cities() {
        return memory.cities().or(Page.empty()).items();
    }

    /** The form must work while event-service is down, so its pages need no more than the slug. */
    private Workshop workshop(String slug) {
        Answer<Workshop> workshop = memory.workshop(slug);
        return workshop.isDown() ? Fallback.workshop(slug) : workshop.orThrow();
    }

    private static String address(HttpServerRequest request) {
        return request.remoteAddress().hostAddress();
    }

    private static String applied(String slug) {
        return UriBuilder.fromPath("/en/w/{slug}/applied").build(slug).toString();
    }

    private static RestResponse<String> to(String page, NewCookie... cookies) {
        return RestResponse.ResponseBuilder.<String>seeOther(URI.create(page))
                .cookie(cookies)
                .build();
    }

    private static RestResponse<String> with(NewCookie kept, int status, TemplateInstance page) {
        return RestResponse.ResponseBuilder.<String>create(status)
                .entity(page.render())
                .type(HtmlPage.TYPE)
                .cookie(kept)
                .build();
    }

    /** Holds everything at once, and nothing to go back to half-filled: no browser keeps it. */
    private static RestResponse<String> personal(int status, TemplateInstance page) {
        return RestResponse.ResponseBuilder.<String>create(status)
                .entity(page.render())
                .type(HtmlPage.TYPE)
                .header(HttpHeaders.CACHE_CONTROL, "no-store")
                .build();
    }

    @CheckedTemplate(basePath = "apply")
    static class Templates {
        private Templates() {}

        static native TemplateInstance you(
                Workshop workshop, Call call, ApplyForm form, ApplicationDraft draft, String done, FormErrors errors);

        static native TemplateInstance part(
                Workshop workshop,
                Call call,
                ApplyForm form,
                List<City> known,
                Answer<List<City>> cities,
                boolean oddCity,
                FormErrors errors);

        static native TemplateInstance motivation(
                Workshop workshop, Call call, ApplyForm form, List<Question> questions, FormErrors errors);

        static native TemplateInstance check(
                Workshop workshop,
                Call call,
                ApplyForm form,
                ApplicationDraft draft,
                List<Question> questions,
                List<City> cities,
                List<Gap> gaps,
                boolean accepted,
                FormErrors errors);

        static native TemplateInstance late(
                Workshop workshop,
                Call call,
                ApplyForm form,
                ApplicationDraft draft,
                List<Question> questions,
                List<City> cities,
                boolean inTime);

        static native TemplateInstance notSent(Workshop workshop, boolean accepted);

        static native TemplateInstance closed(Workshop workshop, Call call, boolean over, boolean inTime);
    }
}
