package eu.urbact.infocus.portal.calleditor;

import java.time.Clock;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import java.util.regex.Pattern;
import jakarta.annotation.security.PermitAll;
import jakarta.annotation.security.RolesAllowed;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.DefaultValue;
import jakarta.ws.rs.ForbiddenException;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.NotFoundException;
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

import eu.urbact.infocus.portal.shell.FormAgain;
import eu.urbact.infocus.portal.shell.FormErrors;
import eu.urbact.infocus.portal.shell.HtmlPage;
import eu.urbact.infocus.portal.shell.Meanwhile;
import eu.urbact.infocus.portal.shell.Quicker;
import eu.urbact.infocus.portal.shell.SeenVersion;
import eu.urbact.infocus.portal.shell.Shell;
import eu.urbact.infocus.portal.shell.security.SignInAgain;
import eu.urbact.infocus.portal.shell.security.Visitor;
import eu.urbact.infocus.portal.shell.services.Answer;
import eu.urbact.infocus.portal.shell.services.Call;
import eu.urbact.infocus.portal.shell.services.CallEditorClient;
import eu.urbact.infocus.portal.shell.services.City;
import eu.urbact.infocus.portal.shell.services.LogisticsSetting;
import eu.urbact.infocus.portal.shell.services.Page;
import eu.urbact.infocus.portal.shell.services.Problem;
import eu.urbact.infocus.portal.shell.services.Seats;
import eu.urbact.infocus.portal.shell.services.Services;
import eu.urbact.infocus.portal.shell.services.Workshop;

import static eu.urbact.infocus.portal.shell.Sent.text;

/** The call of a workshop, for those who write it. */
@Path("/org/w/{slug}/call")
@RolesAllowed(Visitor.ORGANISER)
@Blocking
@Produces(MediaType.TEXT_HTML)
public class CallEditorPages {

    private static final String SAVE = "save";
    private static final String ARCHIVING = "archiving";

    private static final Pattern KNOWN = Pattern.compile("[0-9A-Za-z-]{1,64}");

    /** What can be done with a call, and its state afterwards. */
    private static final Map<String, String> MOVES =
            Map.of("opening", "OPEN", "closing", "CLOSED", ARCHIVING, "ARCHIVED");

    private final Services services;
    private final Shell shell;
    private final Clock clock;

    CallEditorPages(Services services, Shell shell, Clock clock) {
        this.services = services;
        this.shell = shell;
        this.clock = clock;
    }

    /** The call as it is, and what can be done with it; without one, how to come by one. */
    @GET
    public TemplateInstance show(@PathParam("slug") String slug, @QueryParam("done") @DefaultValue("") String done) {
        Workshop workshop = workshop(slug);
        return show(workshop, done, CloneForm.blank(workshop.zone()), FormErrors.NONE);
    }

    /** The form for the call as it is. */
    @GET
    @Path("edit")
    public TemplateInstance edit(@PathParam("slug") String slug) {
        Workshop workshop = workshop(slug);
        Call call = call(slug).orElseThrow(NotFoundException::new);
        return form(workshop, call, CallForm.of(call, seats(call).orThrow()), FormErrors.NONE);
    }

    /** The form for a new call. */
    @GET
    @Path("new")
    public RestResponse<String> blank(@PathParam("slug") String slug) {
        Workshop workshop = workshop(slug);
        return call(slug).isPresent()
                ? to(slug, "/edit", "")
                : HtmlPage.of(200, form(workshop, null, CallForm.blank(workshop.zone(), cities()), FormErrors.NONE));
    }

    /** Reached by a reload, or by a sign-in on the way: starts anew. */
    @GET
    @Path("{step:edited|drafted|moved|cloned}")
    public RestResponse<String> again(@PathParam("slug") String slug, @PathParam("step") String step) {
        return to(slug, step.equals("edited") ? "/edit" : step.equals("drafted") ? "/new" : "", "");
    }

    /**
     * Changes the call; or adds or removes a row of the form and saves nothing; or shows what is wrong, with the input. Open to everybody at
     * first, so that the input of an organiser whose session has ended in the meantime is not lost; nothing is asked of a service before the
     * role has been checked.
     */
    @POST
    @PermitAll
    @Path("edited")
    @Consumes(MediaType.APPLICATION_FORM_URLENCODED)
    public RestResponse<String> change(@PathParam("slug") String slug, MultivaluedMap<String, String> sent) {
        if (!shell.getVisitor().isSignedIn()) {
            return SignInAgain.page(shell.getPath(), sent, List.of(new SignInAgain.Line("Call of", slug)));
        }
        requireOrganiser();
        Workshop workshop = workshop(slug);
        Call call = call(slug).orElse(null);
        CallForm form = CallForm.of(sent).after(button(sent));
        if (!SAVE.equals(button(sent))) {
            return HtmlPage.of(200, form(workshop, call, form, form.focusAfter(button(sent)), FormErrors.NONE));
        }
        FormErrors errors = form.check();
        if (errors.isPresent()) {
            return HtmlPage.of(422, form(workshop, call, form, errors));
        }
        Answer<Call> answer = ofPage(
                form.call(),
                client -> client.change(bearer(), form.call(), SeenVersion.etag(form.version()), form.plan(slug)));
        if (answer.isFound()) {
            return to(slug, "", "SAVED");
        }
        // the version of the call as it is now: whoever saves again has been told
        return refused(answer, problem -> {
            boolean another = call == null || !call.id().equals(form.call());
            FormErrors refusal = form.explained(problem, call == null ? workshop.zone() : call.zone());
            FormErrors told = another ? putAway(call != null).after(refusal) : refusal;
            FormErrors all = call != null && (another || problem.status() == 412)
                    ? seats(call)
                            .map(seats ->
                                    form.meanwhile(CallForm.of(call, seats)).after(told))
                            .or(told)
                    : told;
            return form(workshop, call, another || problem.status() == 412 ? form.on(call) : form, all);
        });
    }

    private static Meanwhile putAway(boolean hasAnother) {
        return new Meanwhile()
                .general(
                        hasAnother
                                ? "The call that you had in front of you has been put away, and the workshop has another one now. If you"
                                        + " save again, your entries replace those of the other one."
                                : "The call that you had in front of you has been put away. If you save again, your entries become a"
                                        + " new one.");
    }

    /**
     * Asks about the call that was on the page, whichever the workshop has by now: the versions of two calls can be the same. One that is
     * not known, was changed by somebody else.
     */
    private Answer<Call> ofPage(String id, Function<CallEditorClient, Call> question) {
        Answer<Call> answer = KNOWN.matcher(id).matches() ? services.callEditor(question) : new Answer.Missing<>();
        return answer.isMissing() ? new Answer.Refused<>(Problem.ofStatus(412)) : answer;
    }

    /** Drafts a call; open to everybody at first for the same reason. */
    @POST
    @PermitAll
    @Path("drafted")
    @Consumes(MediaType.APPLICATION_FORM_URLENCODED)
    public RestResponse<String> draft(@PathParam("slug") String slug, MultivaluedMap<String, String> sent) {
        if (!shell.getVisitor().isSignedIn()) {
            return SignInAgain.page(shell.getPath(), sent, List.of(new SignInAgain.Line("Call of", slug)));
        }
        requireOrganiser();
        Workshop workshop = workshop(slug);
        CallForm form = CallForm.of(sent).after(button(sent));
        if (!SAVE.equals(button(sent))) {
            return HtmlPage.of(200, form(workshop, null, form, form.focusAfter(button(sent)), FormErrors.NONE));
        }
        FormErrors errors = form.check();
        if (errors.isPresent()) {
            return HtmlPage.of(422, form(workshop, null, form, errors));
        }
        Answer<Call> answer =
                services.callEditor(client -> client.draft(bearer(), form.idempotencyKey(), form.plan(slug)));
        return answer.isFound()
                ? to(slug, "", "DRAFTED")
                : refused(answer, problem -> form(workshop, null, form, form.explained(problem, form.zone())));
    }

    /** Drafts a call from an earlier one. */
    @POST
    @Path("cloned")
    @Consumes(MediaType.APPLICATION_FORM_URLENCODED)
    public RestResponse<String> takeOver(@PathParam("slug") String slug, MultivaluedMap<String, String> sent) {
        Workshop workshop = workshop(slug);
        CloneForm form = CloneForm.of(sent);
        FormErrors errors = form.check();
        if (errors.isPresent()) {
            return HtmlPage.of(422, show(workshop, "", form, errors));
        }
        Answer<Call> answer = services.callEditor(
                client -> client.cloneCall(bearer(), form.source(), form.idempotencyKey(), form.plan(slug)));
        return answer.isFound()
                ? to(slug, "", "CLONED")
                : refused(answer, problem -> show(workshop, "", form, CallRefusal.explain(problem, form.zone())));
    }

    /** Opens, closes or archives the call. */
    @POST
    @Path("moved")
    @Consumes(MediaType.APPLICATION_FORM_URLENCODED)
    public RestResponse<String> move(@PathParam("slug") String slug, MultivaluedMap<String, String> sent) {
        Workshop workshop = workshop(slug);
        String step = button(sent);
        Optional<Call> found = call(slug);
        // a second click finds nothing to put away any more
        if (!MOVES.containsKey(step) || (step.equals(ARCHIVING) && found.isEmpty())) {
            return to(slug, "", "");
        }
        String id = text(sent, "call");
        Answer<Call> answer =
                ofPage(id, client -> client.move(bearer(), id, step, SeenVersion.etag(text(sent, "version"))));
        boolean doneBefore = answer instanceof Answer.Refused<Call> second
                && second.problem().isOwnRepetition()
                && ofPage(id, client -> client.call(bearer(), id))
                        .map(call -> MOVES.get(step).equals(call.state()))
                        .or(false);
        String zone = found.map(Call::zone).orElse(workshop.zone());
        return answer.isFound() || doneBefore
                ? to(slug, "", step)
                : refused(
                        answer,
                        problem -> show(workshop, "", CloneForm.blank(workshop.zone()), explainMove(problem, zone)));
    }

    private static FormErrors explainMove(Problem problem, String zone) {
        if (problem.status() != 412) {
            return CallRefusal.explain(problem, zone);
        }
        return FormErrors.general(
                problem.by() == null
                        ? "Somebody else has changed this call since you opened it. Nothing was done. Look at it as it is now, then"
                                + " decide again."
                        : (problem.isOwnRepetition() ? "" : "Nothing was done. ") + Quicker.words(problem, zone));
    }

    private static RestResponse<String> refused(Answer<Call> answer, Function<Problem, TemplateInstance> page) {
        return FormAgain.page(
                answer,
                "This could not be saved, because our registration does not answer at the moment. Your entries are"
                        + " below: please try again in a few minutes.",
                page);
    }

    private TemplateInstance show(Workshop workshop, String done, CloneForm form, FormErrors errors) {
        Answer<List<Call>> calls = calls();
        Call call = calls.map(all -> current(all, workshop.slug()).orElse(null)).or(null);
        Answer<Seats> seats = call == null ? new Answer.Missing<>() : seats(call);
        boolean over = call != null && call.isOver(clock.instant());
        return Templates.show(workshop, calls, call, seats, over, lateDates(workshop, call, seats), done, form, errors);
    }

    /** The dates that come too late for the workshop; what cannot be read at the moment is left out. */
    private List<LateDates.LateDate> lateDates(Workshop workshop, Call call, Answer<Seats> seats) {
        if (call == null) {
            return List.of();
        }
        return LateDates.of(
                workshop,
                call,
                seats.or(new Seats(call.id(), 0, 0, 0, List.of())),
                services.logistics(client -> client.setting(bearer(), call.id()))
                        .or(new LogisticsSetting(null, call.zone(), false, 0)),
                services.logistics(client -> client.hotels(bearer(), call.id())).or(List.of()),
                clock.instant());
    }

    private TemplateInstance form(Workshop workshop, Call call, CallForm form, FormErrors errors) {
        return form(workshop, call, form, "", errors);
    }

    /** @param focus the field or the button to go on with; empty for none */
    private TemplateInstance form(Workshop workshop, Call call, CallForm form, String focus, FormErrors errors) {
        return Templates.edit(workshop, call, form, cities(), focus, errors);
    }

    /** The call that the workshop has, archived ones aside. */
    private Optional<Call> call(String slug) {
        return services.callToEdit(bearer(), slug);
    }

    private static Optional<Call> current(List<Call> calls, String slug) {
        return calls.stream().filter(call -> call.isCurrentOf(slug)).findFirst();
    }

    private Answer<List<Call>> calls() {
        return services.callEditor(client -> client.calls(bearer()));
    }

    private Answer<Seats> seats(Call call) {
        return services.registration(client -> client.seats(bearer(), call.id()));
    }

    private List<City> cities() {
        return services.cities().or(Page.empty()).items();
    }

    private Workshop workshop(String slug) {
        return services.event(client -> client.workshop(slug, null)).orThrow();
    }

    private void requireOrganiser() {
        if (!shell.getVisitor().isOrganiser()) {
            throw new ForbiddenException();
        }
    }

    private String bearer() {
        return shell.getVisitor().bearer();
    }

    private static String button(MultivaluedMap<String, String> sent) {
        return Optional.ofNullable(sent.getFirst("go")).orElse(SAVE);
    }

    private static RestResponse<String> to(String slug, String page, String done) {
        UriBuilder address = UriBuilder.fromPath("/org/w/{slug}/call" + page);
        return RestResponse.seeOther((done.isEmpty() ? address : address.queryParam("done", done)).build(slug));
    }

    @CheckedTemplate(basePath = "calleditor")
    static class Templates {
        private Templates() {}

        static native TemplateInstance show(
                Workshop workshop,
                Answer<List<Call>> calls,
                Call call,
                Answer<Seats> seats,
                boolean over,
                List<LateDates.LateDate> late,
                String done,
                CloneForm form,
                FormErrors errors);

        static native TemplateInstance edit(
                Workshop workshop, Call call, CallForm form, List<City> cities, String focus, FormErrors errors);
    }
}
