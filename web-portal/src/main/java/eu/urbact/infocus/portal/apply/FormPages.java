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
import jakarta.ws.rs.core.Context;
import jakarta.ws.rs.core.HttpHeaders;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.MultivaluedMap;
import jakarta.ws.rs.core.NewCookie;
import jakarta.ws.rs.core.UriBuilder;
import jakarta.ws.rs.core.UriInfo;

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
 * The form, in short pages. Each page is saved in registration-service when it is left, forwards or backwards, also with wrong entries. Nothing
 * is shown at the address that a page is sent to: going back in the browser would ask whether to send it again, and what was entered first would
 * then replace what was mended. So a page with something wrong is opened anew and says it, by what the draft holds or by what it has not taken in.
 */
@Path("/")
@Blocking
@Produces(MediaType.TEXT_HTML)
public class FormPages {

    private static final String DOWN =
            "This could not be saved, because our registration does not answer at the moment. Nothing you entered is lost: please"
                    + " try again in a few minutes.";

    private static final String OVERTAKEN =
            "Another window or tab of this browser has changed what is kept for you since you opened this page. What you entered here"
                    + " is below and has not been saved yet; above it is what is kept now. ";

    private static final String SAME_APPLICATION =
            OVERTAKEN + "If both belong to the same application, save this page again.";

    private static final String SAME_PERSON = OVERTAKEN
            + "If both are about the same person, save this page again: it then replaces what is kept about the person. If"
            + " not, first send or delete the application that is kept.";

    private static final String GONE =
            "This click saved nothing: what was kept for you when you opened this page has been sent or deleted since, in another window"
                    + " or tab of this browser. What you entered here is below, to be copied. If it is for another application, save"
                    + " this page again: a new one begins with it.";

    /** What the service answers when the draft was saved since it was looked at. */
    private static final int STALE = 412;

    private final Services services;
    private final ShortMemory memory;
    private final ClusterNames clusters;
    private final DraftCookie cookie;
    private final NotKept notKept;
    private final Clock clock;

    FormPages(
            Services services,
            ShortMemory memory,
            ClusterNames clusters,
            DraftCookie cookie,
            NotKept notKept,
            Clock clock) {
        this.services = services;
        this.memory = memory;
        this.clusters = clusters;
        this.cookie = cookie;
        this.notKept = notKept;
        this.clock = clock;
    }

    /** The first page; or why nobody can apply now. */
    @GET
    @Path("en/w/{slug}/apply")
    public RestResponse<String> first(
            @PathParam("slug") String slug,
            @QueryParam("done") @DefaultValue("") String done,
            @QueryParam(Step.CHECKED) String checked,
            HttpServerRequest request) {
        Optional<NotKept.Entered> entered = notKept.of(request, slug, Step.YOU);
        if (entered.isPresent()) {
            return withWhatWasNotKept(slug, Step.YOU, entered.get(), request);
        }
        Workshop workshop = workshop(slug);
        Call call = services.callOf(slug).orThrow();
        Optional<ApplicationDraft> draft = draft(call, request);
        if (!call.acceptsApplications()) {
            return draft.map(kept -> personal(200, late(workshop, call, kept)))
                    .orElseGet(() -> HtmlPage.of(200, closed(workshop, call)));
        }
        ApplyForm form = draft.map(ApplyForm::of).orElse(ApplyForm.BLANK);
        FormErrors errors =
                draft.map(kept -> errors(call, Step.YOU, kept, checked)).orElse(FormErrors.NONE);
        ApplicationDraft begun = errors.isPresent() ? null : draft.orElse(null);
        TemplateInstance page = Templates.you(workshop, call, form, begun, done, null, errors, false);
        return cookie.of(request).isPresent() ? personal(200, page) : HtmlPage.of(200, page);
    }

    /** A later page; without a draft the first one. */
    @GET
    @Path("en/w/{slug}/apply/{step}")
    public RestResponse<String> later(
            @PathParam("slug") String slug,
            @PathParam("step") String path,
            @QueryParam(Step.CHECKED) String checked,
            @Context UriInfo uri,
            HttpServerRequest request) {
        Step step = Step.of(path).filter(Step::isLater).orElseThrow(NotFoundException::new);
        clusters.isLookedFor(uri.getQueryParameters());
        Optional<NotKept.Entered> entered = notKept.of(request, slug, step);
        if (entered.isPresent()) {
            return withWhatWasNotKept(slug, step, entered.get(), request);
        }
        Workshop workshop = workshop(slug);
        Call call = services.callOf(slug).orThrow();
        Optional<ApplicationDraft> draft = draft(call, request);
        if (draft.isEmpty()) {
            return to(Step.YOU.href(slug));
        }
        ApplicationDraft kept = draft.get();
        return personal(
                200,
                call.acceptsApplications()
                        ? page(workshop, call, step, ApplyForm.of(kept), null, errors(call, step, kept, checked))
                        : late(workshop, call, kept));
    }

    /** All that was entered, to be looked at once more. */
    @GET
    @Path("en/w/{slug}/apply/check")
    public RestResponse<String> check(
            @PathParam("slug") String slug, @QueryParam(Step.CHECKED) String mark, HttpServerRequest request) {
        Refusal refusal = Refusal.of(mark);
        Workshop workshop = workshop(slug);
        Call call = services.callOf(slug).orThrow();
        Optional<ApplicationDraft> draft = draft(call, request);
        if (draft.isEmpty()) {
            return to(Step.YOU.href(slug));
        }
        return personal(
                200,
                call.acceptsApplications()
                        ? check(workshop, call, draft.get(), refusal)
                        : late(
                                workshop,
                                call,
                                ApplyForm.of(draft.get()),
                                draft.get(),
                                refusal == Refusal.CHANGED,
                                null));
    }

    /** Reached by whoever writes the address: goes to the page itself. */
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

    /** Saves a page, and goes on or back; or to the same page again, which says what is wrong. */
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
            return again(slug, step, form, FormErrors.general(DOWN), request);
        }
        Call call = found.orThrow();
        Answer<ApplicationDraft.Begun> answer = save(call, step, form, request);
        if (answer.isFound()) {
            notKept.forget(request, slug, step);
            ApplicationDraft draft = answer.value().draft();
            notKept.goOn(request, slug, form, draft.seen());
            NewCookie kept = cookie.keep(slug, answer.value().token(), draft.expiresAt());
            if (lookedFor) {
                return to(searched(step.href(slug)), kept);
            }
            if ("back".equals(form.of("go"))) {
                return to(step.previous(slug), kept);
            }
            if (!draft.acceptsApplications()) {
                return to(Step.check(slug), kept);
            }
            if (new Explanation(ApplyForm.of(draft.entries()), asked(call))
                    .of(step, draft.errors())
                    .isPresent()) {
                return to(searched(step.checked(slug)), kept);
            }
            return to(missedBefore(step, draft).map(missed -> missed.href(slug)).orElse(step.next(slug)), kept);
        }
        if (answer instanceof Answer.Refused<ApplicationDraft.Begun> refused) {
            Problem problem = refused.problem();
            if (problem.code().equals("draft-sent")) {
                notKept.forget(request, slug);
                return to(applied(slug), cookie.sent(slug));
            }
            if (problem.status() == STALE) {
                notKept.keep(request, slug, step, new NotKept.Entered(form, FormErrors.NONE, true));
                return to(searched(step.checked(slug)));
            }
            return again(slug, step, form, new Explanation(form, asked(call)).of(step, problem), request);
        }
        return again(slug, step, form, FormErrors.general(DOWN), request);
    }

    /**
     * Sends what has been entered, and goes on to the confirmation; or back to the answers, which say what is missing. Only when nothing can be
     * found out the answer stands at this address: sending it once more is what is offered there, and is never counted twice.
     */
    @POST
    @Path("en/w/{slug}/application")
    @Consumes(MediaType.APPLICATION_FORM_URLENCODED)
    public RestResponse<String> send(
            @PathParam("slug") String slug, MultivaluedMap<String, String> sent, HttpServerRequest request) {
        ApplyForm form = ApplyForm.of(sent);
        boolean accepted = form.isTicked("privacyAccepted");
        Optional<String> token = cookie.of(request);
        if (token.isEmpty()) {
            return to(cookie.wasSent(request) ? applied(slug) : Step.YOU.href(slug));
        }
        Answer<ApplicationDraft.Sent> answer = services.drafts(client ->
                client.send(token.get(), form.seen(), address(request), new ApplicationDraft.Submission(accepted)));
        if (answer.isFound()) {
            notKept.forget(request, slug);
            return to(applied(slug), cookie.sent(slug));
        }
        if (answer.isMissing()) {
            notKept.forget(request, slug);
            return to(Step.YOU.href(slug) + "?done=gone", cookie.drop(slug));
        }
        if (isStale(answer)) {
            return to(Refusal.CHANGED.page(slug));
        }
        Answer<Call> call = services.callOf(slug);
        Optional<ApplicationDraft> draft = call.isFound() ? draft(call.value(), request) : Optional.empty();
        if (answer.isDown() || draft.isEmpty()) {
            return personal(503, Templates.notSent(workshop(slug), form.of("seen"), accepted));
        }
        Problem problem = ((Answer.Refused<ApplicationDraft.Sent>) answer).problem();
        if (problem.code().equals("call-not-open")) {
            return to(Step.check(slug));
        }
        return to(Refusal.of(problem, draft.get()).page(slug));
    }

    /** Forgets what was entered, when that is what was looked at. */
    @POST
    @Path("en/w/{slug}/application/discard")
    @Consumes(MediaType.APPLICATION_FORM_URLENCODED)
    public RestResponse<String> discard(
            @PathParam("slug") String slug, MultivaluedMap<String, String> sent, HttpServerRequest request) {
        Optional<String> token = cookie.of(request);
        if (token.isPresent()) {
            Answer<Boolean> answer = services.drafts(client -> {
                client.discard(token.get(), ApplyForm.of(sent).seen(), address(request));
                return true;
            });
            if (isStale(answer)) {
                return to(Refusal.CHANGED.page(slug));
            }
            answer.orThrow();
        }
        notKept.forget(request, slug);
        return to(Step.YOU.href(slug) + "?done=discarded", cookie.drop(slug));
    }

    /** Adds to the browser's draft. Begins another without one, unless the page has shown one, and when it has expired in the meantime. */
    private Answer<ApplicationDraft.Begun> save(Call call, Step step, ApplyForm form, HttpServerRequest request) {
        String address = address(request);
        DraftEntries entries = form.entries(step, asked(call));
        Optional<String> token = cookie.of(request);
        if (token.isEmpty() && !form.hasSeen("")) {
            // the page belonged to a draft that this browser has sent or deleted since: nobody begins another without
            // knowing
            return new Answer.Refused<>(Problem.ofStatus(STALE));
        }
        if (token.isPresent()) {
            Answer<ApplicationDraft> saved =
                    services.drafts(client -> client.save(token.get(), form.seen(), address, entries));
            if (isStale(saved)) {
                Answer<ApplicationDraft> kept = services.drafts(client -> client.show(token.get(), address));
                if (!kept.isFound() || !call.id().equals(kept.value().callId())) {
                    saved = kept;
                } else if (form.isEarlierOf(step, ApplyForm.of(kept.value()))) {
                    saved = services.drafts(
                            client -> client.save(token.get(), kept.value().tag(), address, entries));
                }
            }
            boolean foreign = saved.isFound() && !call.id().equals(saved.value().callId());
            if (!saved.isMissing() && !foreign) {
                return saved.map(draft -> new ApplicationDraft.Begun(token.get(), draft));
            }
        }
        return services.drafts(client -> client.begin(address, new ApplicationDraft.Beginning(call.id(), entries)));
    }

    /** Whether the draft was saved since it was looked at. */
    private static boolean isStale(Answer<?> answer) {
        return answer instanceof Answer.Refused<?> refused && refused.problem().status() == STALE;
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

    /** The same page again, with what the draft has not taken in. */
    private RestResponse<String> again(
            String slug, Step step, ApplyForm form, FormErrors errors, HttpServerRequest request) {
        notKept.keep(request, slug, step, new NotKept.Entered(form, errors, false));
        return to(searched(step.checked(slug)));
    }

    private RestResponse<String> withWhatWasNotKept(
            String slug, Step step, NotKept.Entered entered, HttpServerRequest request) {
        Workshop workshop = workshop(slug);
        Answer<Call> found = services.callOf(slug);
        if (found.isDown()) {
            FormErrors errors = entered.overtaken() ? FormErrors.general(DOWN) : entered.errors();
            return personal(503, page(workshop, Fallback.call(slug), step, entered.form(), null, errors));
        }
        Call call = found.orThrow();
        if (call.acceptsApplications()) {
            return personal(
                    200,
                    entered.overtaken()
                            ? overtaken(workshop, call, step, entered.form(), draft(call, request))
                            : page(workshop, call, step, entered.form(), null, entered.errors()));
        }
        return personal(200, late(workshop, call, step, entered, draft(call, request)));
    }

    /**
     * All that was entered, once nothing can be sent any more: the page over the draft that it was opened with, but beside any other, which may
     * be about somebody else.
     */
    private TemplateInstance late(
            Workshop workshop, Call call, Step step, NotKept.Entered entered, Optional<ApplicationDraft> draft) {
        ApplyForm form = entered.form();
        ApplyForm kept = draft.map(ApplyForm::of).orElse(ApplyForm.BLANK);
        boolean elsewhere = entered.overtaken()
                || !form.hasSeen(draft.map(ApplicationDraft::seen).orElse(""));
        boolean notSaved = draft.isEmpty() || !form.entries(step, asked(call)).equals(kept.entries(step, asked(call)));
        return elsewhere && notSaved
                ? late(workshop, call, kept, draft.orElse(null), false, new NotSaved(form, step.path()))
                : late(workshop, call, form.over(kept), draft.orElse(null), false, null);
    }

    /** What was entered beside what is kept now: saving the page once more is meant for the latter. */
    private TemplateInstance overtaken(
            Workshop workshop, Call call, Step step, ApplyForm entered, Optional<ApplicationDraft> draft) {
        ApplyForm form = entered.seeing(draft.map(ApplicationDraft::seen).orElse(""));
        FormErrors errors = FormErrors.general(step == Step.YOU ? SAME_PERSON : SAME_APPLICATION);
        return draft.map(kept -> new Kept(ApplyForm.of(kept), asked(call), cities()))
                .map(kept -> page(workshop, call, step, form, kept, errors))
                .orElseGet(() -> page(workshop, call, step, form, null, FormErrors.general(GONE)));
    }

    /** With the words by which a cluster is looked for. */
    private String searched(String page) {
        return clusters.searched(page);
    }

    private static FormErrors errors(Call call, Step step, ApplicationDraft draft, String checked) {
        return checked == null
                ? FormErrors.NONE
                : new Explanation(ApplyForm.of(draft.entries()), asked(call)).of(step, draft.errors());
    }

    /** @param kept what is kept now, or null when the page itself shows it */
    private TemplateInstance page(
            Workshop workshop, Call call, Step step, ApplyForm form, Kept kept, FormErrors errors) {
        return switch (step) {
            case YOU -> Templates.you(workshop, call, form, null, "", kept, errors, false);
            case TAKING_PART -> {
                List<City> known = memory.cities().or(Page.empty()).items();
                Answer<List<City>> cities = memory.cities().map(page -> call.citiesOf(page.items()));
                boolean oddCity = form.isOddCity(cities.or(List.of()));
                yield Templates.part(workshop, call, form, known, cities, oddCity, kept, errors, false);
            }
            case MOTIVATION -> Templates.motivation(workshop, call, form, asked(call), kept, errors, false);
        };
    }

    private TemplateInstance check(Workshop workshop, Call call, ApplicationDraft draft, Refusal refusal) {
        ApplyForm form = ApplyForm.of(draft);
        List<Question> questions = asked(call);
        List<Gap> gaps = new Explanation(form, questions).gaps(workshop.slug(), draft.errors());
        return Templates.check(
                workshop, call, form, draft, questions, cities(), gaps, refusal.isAccepted(), refusal.errors(), false);
    }

    private TemplateInstance late(Workshop workshop, Call call, ApplicationDraft draft) {
        return late(workshop, call, ApplyForm.of(draft), draft, false, null);
    }

    /** @param notSaved what a page has sent and the draft has not, or null */
    private TemplateInstance late(
            Workshop workshop, Call call, ApplyForm form, ApplicationDraft draft, boolean changed, NotSaved notSaved) {
        boolean inTime = call.isPastDeadline(clock.instant());
        return Templates.late(workshop, call, form, draft, asked(call), cities(), inTime, changed, notSaved);
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

    /**
     * Holds what somebody has entered, or may: no browser keeps it. Going back asks for the page again, so that a shared computer shows nothing
     * of what has been deleted or sent.
     */
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
                Workshop workshop,
                Call call,
                ApplyForm form,
                ApplicationDraft draft,
                String done,
                Kept kept,
                FormErrors errors,
                boolean preview);

        static native TemplateInstance part(
                Workshop workshop,
                Call call,
                ApplyForm form,
                List<City> known,
                Answer<List<City>> cities,
                boolean oddCity,
                Kept kept,
                FormErrors errors,
                boolean preview);

        static native TemplateInstance motivation(
                Workshop workshop,
                Call call,
                ApplyForm form,
                List<Question> questions,
                Kept kept,
                FormErrors errors,
                boolean preview);

        static native TemplateInstance check(
                Workshop workshop,
                Call call,
                ApplyForm form,
                ApplicationDraft draft,
                List<Question> questions,
                List<City> cities,
                List<Gap> gaps,
                boolean accepted,
                FormErrors errors,
                boolean preview);

        static native TemplateInstance late(
                Workshop workshop,
                Call call,
                ApplyForm form,
                ApplicationDraft draft,
                List<Question> questions,
                List<City> cities,
                boolean inTime,
                boolean changed,
                NotSaved notSaved);

        static native TemplateInstance notSent(Workshop workshop, String seen, boolean accepted);

        static native TemplateInstance closed(Workshop workshop, Call call, boolean over, boolean inTime);
    }
}
