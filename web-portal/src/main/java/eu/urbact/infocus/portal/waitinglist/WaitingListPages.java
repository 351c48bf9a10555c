package eu.urbact.infocus.portal.waitinglist;

import java.net.URI;
import java.util.List;
import jakarta.annotation.security.RolesAllowed;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.DefaultValue;
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
import eu.urbact.infocus.portal.shell.Quicker;
import eu.urbact.infocus.portal.shell.SeenVersion;
import eu.urbact.infocus.portal.shell.Shell;
import eu.urbact.infocus.portal.shell.security.Visitor;
import eu.urbact.infocus.portal.shell.services.Answer;
import eu.urbact.infocus.portal.shell.services.Call;
import eu.urbact.infocus.portal.shell.services.City;
import eu.urbact.infocus.portal.shell.services.Page;
import eu.urbact.infocus.portal.shell.services.Problem;
import eu.urbact.infocus.portal.shell.services.Seats;
import eu.urbact.infocus.portal.shell.services.Services;
import eu.urbact.infocus.portal.shell.services.WaitingList;
import eu.urbact.infocus.portal.shell.services.WaitingListClient;
import eu.urbact.infocus.portal.shell.text.Lengths;

import static eu.urbact.infocus.portal.shell.Sent.stripped;

/** The waiting list in the order of its rule, who has been offered a seat, and what organisers may do about it. */
@Path("/org/w/{slug}/waiting-list")
@RolesAllowed(Visitor.ORGANISER)
@Blocking
@Produces(MediaType.TEXT_HTML)
public class WaitingListPages {

    private static final int SIZE = 50;
    private static final int OFFERS = 100;

    private static final String REASON = "reason";

    /**
     * Where a page of the list is, and what can be chosen there.
     *
     * @param page number of the page of people
     * @param offers number of the page of open offers
     */
    public record Pager(String slug, int page, int offers) {

        static Pager of(String slug, MultivaluedMap<String, String> sent) {
            return new Pager(slug, number(sent.getFirst("page")), number(sent.getFirst("offers")));
        }

        private static int number(String text) {
            return text != null && text.matches("\\d{1,6}") ? Integer.parseInt(text) : 0;
        }

        /** Priorities that a person can have; more comes first. */
        public List<Integer> priorities() {
            return List.of(0, 1, 2, 3, 4, 5, 6, 7, 8, 9);
        }

        /** Address of another page of people. */
        public String href(int number) {
            return new Pager(slug, number, offers).uri(null).toString();
        }

        /** The pages of open offers. */
        public OfferPager ofOffers() {
            return new OfferPager(this);
        }

        /** Address of this page, saying what has been done; null when nothing has. */
        URI uri(String done) {
            UriBuilder uri = UriBuilder.fromPath("/org/w/{slug}/waiting-list");
            if (done != null) {
                uri.queryParam("done", done);
            }
            if (page > 0) {
                uri.queryParam("page", page);
            }
            if (offers > 0) {
                uri.queryParam("offers", offers);
            }
            return uri.build(slug);
        }
    }

    /** Where a page of open offers is. */
    public record OfferPager(Pager pager) {

        /** Address of another page. */
        public String href(int number) {
            return new Pager(pager.slug, pager.page, number).uri(null).toString();
        }
    }

    /**
     * What is shown again beside a person whose form was refused.
     *
     * @param applicationId whose
     * @param reason as it was entered
     * @param open whether there is a field for it on the page
     */
    public record Entered(String applicationId, String reason, boolean open) {

        static final Entered NOTHING = new Entered("", "", false);

        /** The same, beside the people on a page of the list; nobody has a field once the list has ended. */
        Entered among(WaitingList list) {
            return new Entered(
                    applicationId,
                    reason,
                    !list.closed()
                            && list.waiting().items().stream()
                                    .anyMatch(person -> person.applicationId().equals(applicationId)));
        }

        /** Whether a reason was written for which there is no field. */
        public boolean isLost() {
            return !open && !reason.isEmpty();
        }

        /** The field for the reason why this person is put first. */
        public String field(WaitingList.Person person) {
            return REASON + "-" + person.place();
        }

        /** What was entered for this person. */
        public String reasonOf(String person) {
            return applicationId.equals(person) ? reason : "";
        }
    }

    private final Services services;
    private final Shell shell;

    WaitingListPages(Services services, Shell shell) {
        this.services = services;
        this.shell = shell;
    }

    /** The list. */
    @GET
    public TemplateInstance show(
            @PathParam("slug") String slug,
            @QueryParam("page") @DefaultValue("0") int page,
            @QueryParam("offers") @DefaultValue("0") int offers,
            @QueryParam("done") @DefaultValue("") String done) {
        Call call = services.callOf(slug).orThrow();
        Pager pager = new Pager(slug, Math.max(0, page), Math.max(0, offers));
        WaitingList list = list(call, pager.page());
        return page(pager, call, list, SettingsForm.of(list), Entered.NOTHING, done, FormErrors.NONE);
    }

    /** Reached by a reload, or by a sign-in on the way: starts anew. */
    @GET
    @Path("{form: settings|priority|first|cancellation}")
    public RestResponse<String> again(@PathParam("slug") String slug) {
        return back(new Pager(slug, 0, 0), null);
    }

    /** Starts or suspends the list, or changes its hours. */
    @POST
    @Path("settings")
    @Consumes(MediaType.APPLICATION_FORM_URLENCODED)
    public RestResponse<String> change(@PathParam("slug") String slug, MultivaluedMap<String, String> sent) {
        SettingsForm form = SettingsForm.of(sent);
        Pager pager = new Pager(slug, 0, 0);
        Call call = services.callOf(slug).orThrow();
        FormErrors errors = form.check();
        if (errors.isPresent()) {
            return HtmlPage.of(422, page(pager, call, list(call, 0), form, Entered.NOTHING, "", errors));
        }
        Answer<WaitingList.Settings> answer = services.waitingList(
                client -> client.change(bearer(), call.id(), SeenVersion.etag(form.version()), form.toSettings()));
        return answer.refusal()
                .map(problem -> {
                    WaitingList now = list(call, 0);
                    return HtmlPage.of(
                            problem.status(),
                            page(
                                    pager,
                                    call,
                                    now,
                                    form.withVersionOf(now),
                                    Entered.NOTHING,
                                    "",
                                    explain(problem, call)));
                })
                .orElseGet(() -> back(pager, form.running() ? "RUNNING" : "SUSPENDED"));
    }

    /** Gives a person a priority. */
    @POST
    @Path("priority")
    @Consumes(MediaType.APPLICATION_FORM_URLENCODED)
    public RestResponse<String> prioritise(@PathParam("slug") String slug, MultivaluedMap<String, String> sent) {
        String priority = stripped(sent, "priority");
        return priority.matches("[0-9]")
                ? move(
                        slug,
                        sent,
                        "PRIORITY",
                        (client, call) -> client.prioritise(
                                bearer(),
                                call,
                                stripped(sent, "application"),
                                SeenVersion.etag(stripped(sent, "version")),
                                new WaitingListClient.Priority(Integer.parseInt(priority))))
                : wrong(slug, sent, new FormErrors.Entry("", "Choose a priority from 0 to 9."));
    }

    /** Puts a person first; needs a reason. */
    @POST
    @Path("first")
    @Consumes(MediaType.APPLICATION_FORM_URLENCODED)
    public RestResponse<String> putFirst(@PathParam("slug") String slug, MultivaluedMap<String, String> sent) {
        String reason = stripped(sent, REASON);
        return reason.isEmpty()
                ? wrong(
                        slug,
                        sent,
                        new FormErrors.Entry(REASON, "Say why this person is put first. Nothing was changed."))
                : move(
                        slug,
                        sent,
                        "FIRST",
                        (client, call) -> client.putFirst(
                                bearer(),
                                call,
                                stripped(sent, "application"),
                                SeenVersion.etag(stripped(sent, "version")),
                                new WaitingListClient.Precedence(reason)));
    }

    /** Takes an open offer back. */
    @POST
    @Path("cancellation")
    @Consumes(MediaType.APPLICATION_FORM_URLENCODED)
    public RestResponse<String> cancel(@PathParam("slug") String slug, MultivaluedMap<String, String> sent) {
        return move(
                slug,
                sent,
                "CANCELLED",
                (client, call) -> client.cancel(
                        bearer(), call, stripped(sent, "offer"), SeenVersion.etag(stripped(sent, "version"))));
    }

    /** Something that is done about one person of a call. */
    private interface Deed {
        Object in(WaitingListClient client, String callId);
    }

    private RestResponse<String> move(String slug, MultivaluedMap<String, String> sent, String done, Deed deed) {
        Call call = services.callOf(slug).orThrow();
        Answer<Object> answer = services.waitingList(client -> deed.in(client, call.id()));
        return answer.refusal()
                .map(problem -> again(slug, call, sent, problem.status(), explain(problem, call)))
                .orElseGet(() -> back(Pager.of(slug, sent), done));
    }

    private RestResponse<String> wrong(String slug, MultivaluedMap<String, String> sent, FormErrors.Entry wrong) {
        return again(slug, services.callOf(slug).orThrow(), sent, 422, new FormErrors(List.of(wrong)));
    }

    private RestResponse<String> again(
            String slug, Call call, MultivaluedMap<String, String> sent, int status, FormErrors errors) {
        Pager pager = Pager.of(slug, sent);
        WaitingList list = list(call, pager.page());
        Entered entered = new Entered(stripped(sent, "application"), stripped(sent, REASON), true).among(list);
        return HtmlPage.of(
                status, page(pager, call, list, SettingsForm.of(list), entered, "", beside(errors, entered, list)));
    }

    /**
     * What is wrong with a reason is said of the person, and leads to their field when they stand on the page with one: nobody does once the
     * list has ended.
     */
    private static FormErrors beside(FormErrors errors, Entered entered, WaitingList list) {
        return new FormErrors(errors.entries().stream()
                .map(entry -> list.waiting().items().stream()
                        .filter(person -> !list.closed()
                                && entry.field().equals(REASON)
                                && person.applicationId().equals(entered.applicationId()))
                        .findFirst()
                        .map(person ->
                                new FormErrors.Entry(entered.field(person), person.name() + ": " + entry.message()))
                        .orElse(entry))
                .map(entry -> entry.field().equals(REASON) ? new FormErrors.Entry("", entry.message()) : entry)
                .toList());
    }

    private static FormErrors explain(Problem problem, Call call) {
        if (problem.status() == 412 && problem.by() != null) {
            return FormErrors.general(
                    (problem.isOwnRepetition() ? "" : "Nothing was saved. ") + Quicker.words(problem, call.zone()));
        }
        if (problem.status() == 412) {
            return FormErrors.general(
                    "Somebody else has changed this since you opened the page. Nothing was saved. Look at the list as it is"
                            + " now, then decide again.");
        }
        if (!problem.errors().isEmpty()) {
            return new FormErrors(problem.errors().stream()
                    .map(error -> error.field().endsWith(REASON)
                            ? new FormErrors.Entry(REASON, Lengths.plain("Reason", error.message(), null))
                            : new FormErrors.Entry("", Lengths.plain("", error.message(), null)))
                    .toList());
        }
        String sentence = problem.sentence();
        return FormErrors.general(sentence.isBlank() ? "This was refused." : sentence);
    }

    private WaitingList list(Call call, int page) {
        return services.waitingList(client -> client.list(bearer(), call.id(), page, SIZE))
                .orThrow();
    }

    private TemplateInstance page(
            Pager pager,
            Call call,
            WaitingList list,
            SettingsForm form,
            Entered entered,
            String done,
            FormErrors errors) {
        Answer<Page<WaitingList.Offer>> offers =
                services.waitingList(client -> client.offers(bearer(), call.id(), "OPEN", pager.offers(), OFFERS));
        List<City> cities = services.cities().or(Page.empty()).items();
        Answer<Seats> seats = services.registration(client -> client.seats(bearer(), call.id()));
        return Templates.list(call, list, offers, seats, pager, cities, form, entered, done, errors);
    }

    private String bearer() {
        return shell.getVisitor().bearer();
    }

    private static RestResponse<String> back(Pager pager, String done) {
        return RestResponse.seeOther(pager.uri(done));
    }

    @CheckedTemplate(basePath = "waitinglist")
    static class Templates {
        private Templates() {}

        static native TemplateInstance list(
                Call call,
                WaitingList list,
                Answer<Page<WaitingList.Offer>> offers,
                Answer<Seats> seats,
                Pager pager,
                List<City> cities,
                SettingsForm form,
                Entered entered,
                String done,
                FormErrors errors);
    }
}
