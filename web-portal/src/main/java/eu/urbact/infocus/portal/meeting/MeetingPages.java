package eu.urbact.infocus.portal.meeting;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.UUID;
import java.util.function.Function;
import jakarta.annotation.security.RolesAllowed;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.DefaultValue;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.NotFoundException;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.QueryParam;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.MultivaluedMap;

import io.quarkus.qute.CheckedTemplate;
import io.quarkus.qute.TemplateInstance;
import io.smallrye.common.annotation.Blocking;
import org.jboss.resteasy.reactive.RestResponse;

import eu.urbact.infocus.portal.shell.FormErrors;
import eu.urbact.infocus.portal.shell.HtmlPage;
import eu.urbact.infocus.portal.shell.Onward;
import eu.urbact.infocus.portal.shell.SeenVersion;
import eu.urbact.infocus.portal.shell.Shell;
import eu.urbact.infocus.portal.shell.security.Visitor;
import eu.urbact.infocus.portal.shell.services.Answer;
import eu.urbact.infocus.portal.shell.services.Application;
import eu.urbact.infocus.portal.shell.services.Call;
import eu.urbact.infocus.portal.shell.services.City;
import eu.urbact.infocus.portal.shell.services.Cluster;
import eu.urbact.infocus.portal.shell.services.ClusterNames;
import eu.urbact.infocus.portal.shell.services.Coding;
import eu.urbact.infocus.portal.shell.services.DeskQuery;
import eu.urbact.infocus.portal.shell.services.MeetingClient;
import eu.urbact.infocus.portal.shell.services.MeetingDay;
import eu.urbact.infocus.portal.shell.services.Page;
import eu.urbact.infocus.portal.shell.services.Problem;
import eu.urbact.infocus.portal.shell.services.ProfileClient;
import eu.urbact.infocus.portal.shell.services.Services;
import eu.urbact.infocus.portal.shell.services.Workshop;

import static eu.urbact.infocus.portal.shell.Sent.stripped;

/** Workshop mode: who meets which cluster, and when. Names come from registration-service; the plan knows keys alone. */
@Path("/org/w/{slug}/meetings")
@RolesAllowed(Visitor.ORGANISER)
@Blocking
@Produces(MediaType.TEXT_HTML)
public class MeetingPages {

    private static final int PAGE = 100;
    private static final int MOST_PAGES = 5;

    private final Services services;
    private final ClusterNames clusters;
    private final Shell shell;

    MeetingPages(Services services, ClusterNames clusters, Shell shell) {
        this.services = services;
        this.clusters = clusters;
        this.shell = shell;
    }

    /** The room and the plan; before the first time, how to set them up. */
    @GET
    public TemplateInstance show(@PathParam("slug") String slug, @QueryParam("done") @DefaultValue("") String done) {
        Gathering workshop = gathering(slug);
        return page(slug, workshop, null, done, FormErrors.NONE);
    }

    /** The plan on paper: slot by slot, then a slip for each person, then the working tables. */
    @GET
    @Path("print")
    public TemplateInstance print(@PathParam("slug") String slug) {
        Gathering workshop = gathering(slug);
        return Templates.print(workshop, slug, view(workshop, day(workshop).orThrow()));
    }

    /** Reached by a reload, or by a sign-in on the way. */
    @GET
    @Path("{form: room|plan|mending|clusters|contributors|removal}")
    public RestResponse<String> again(@PathParam("slug") String slug) {
        return back(slug, null);
    }

    /** Sets the meetings up, or arranges them anew. */
    @POST
    @Path("room")
    @Consumes(MediaType.APPLICATION_FORM_URLENCODED)
    public RestResponse<String> arrange(@PathParam("slug") String slug, MultivaluedMap<String, String> sent) {
        Gathering workshop = gathering(slug);
        RoomForm form = RoomForm.of(sent, workshop.zone());
        FormErrors errors = form.check();
        if (errors.isPresent()) {
            return HtmlPage.of(422, page(slug, workshop, form, "", errors));
        }
        Answer<MeetingDay> answer = services.meetings(client -> client.arrange(
                bearer(), workshop.id(), form.etag().isEmpty() ? null : SeenVersion.etag(form.etag()), form.room()));
        if (answer.isDown()) {
            return HtmlPage.of(503, page(slug, workshop, form, "", down()));
        }
        return answer.refusal()
                .map(problem -> HtmlPage.of(
                        status(problem),
                        page(
                                slug,
                                workshop,
                                isStale(problem)
                                        ? form.on(day(workshop).orThrow().etag())
                                        : form,
                                "",
                                explain(problem))))
                .orElseGet(() -> back(slug, "room"));
    }

    /** Makes the plan. */
    @POST
    @Path("plan")
    @Consumes(MediaType.APPLICATION_FORM_URLENCODED)
    public RestResponse<String> plan(@PathParam("slug") String slug, MultivaluedMap<String, String> sent) {
        return change(
                slug,
                "plan",
                workshop -> client -> client.plan(bearer(), workshop, SeenVersion.etag(stripped(sent, "etag"))));
    }

    /** Mends the plan, and says what has changed. */
    @POST
    @Path("mending")
    @Consumes(MediaType.APPLICATION_FORM_URLENCODED)
    public RestResponse<String> mend(@PathParam("slug") String slug, MultivaluedMap<String, String> sent) {
        Gathering workshop = gathering(slug);
        Answer<MeetingDay> answer = services.meetings(
                client -> client.mend(bearer(), workshop.id(), SeenVersion.etag(stripped(sent, "etag"))));
        return answer.refusal()
                .map(problem -> HtmlPage.of(problem.status(), page(slug, workshop, null, "", explain(problem))))
                .orElseGet(() -> HtmlPage.of(200, Templates.mended(workshop, slug, view(workshop, answer.value()))));
    }

    /** Brings a cluster into the room; its profile says what it offers and needs. */
    @POST
    @Path("clusters")
    @Consumes(MediaType.APPLICATION_FORM_URLENCODED)
    public RestResponse<String> bringCluster(@PathParam("slug") String slug, MultivaluedMap<String, String> sent) {
        if (clusters.isLookedFor(sent)) {
            Gathering workshop = gathering(slug);
            return HtmlPage.of(200, page(slug, workshop, null, "", FormErrors.NONE));
        }
        String cluster = stripped(sent, "cluster");
        if (!cluster.matches("[a-z0-9-]{1,60}")) {
            Gathering workshop = gathering(slug);
            FormErrors errors = new FormErrors(List.of(new FormErrors.Entry("cluster", "Choose a cluster.")));
            return HtmlPage.of(422, page(slug, workshop, null, "", errors));
        }
        return change(
                slug,
                "cluster",
                workshop -> client -> client.bringCluster(
                        bearer(),
                        workshop,
                        cluster,
                        SeenVersion.etag(stripped(sent, "etag")),
                        new MeetingDay.Wishes(List.of(), List.of())));
    }

    /** Brings a contributor into the room. */
    @POST
    @Path("contributors")
    @Consumes(MediaType.APPLICATION_FORM_URLENCODED)
    public RestResponse<String> bringContributor(@PathParam("slug") String slug, MultivaluedMap<String, String> sent) {
        String label = stripped(sent, "label");
        String city = stripped(sent, "city");
        MeetingDay.Contributor contributor = new MeetingDay.Contributor(label, city.isEmpty() ? null : city);
        Gathering workshop = gathering(slug);
        if (label.isEmpty() || label.length() > 100) {
            FormErrors errors = new FormErrors(List.of(new FormErrors.Entry(
                    "label",
                    "Contributor: enter the name as the public programme has it, in at most 100 characters.")));
            return HtmlPage.of(422, page(slug, workshop, null, contributor, "", errors));
        }
        String key = "c-" + UUID.randomUUID().toString().substring(0, 8).toLowerCase(Locale.ROOT);
        Answer<MeetingDay> answer = services.meetings(client -> client.bringContributor(
                bearer(), workshop.id(), key, SeenVersion.etag(stripped(sent, "etag")), contributor));
        return answer.refusal()
                .map(problem ->
                        HtmlPage.of(status(problem), page(slug, workshop, null, contributor, "", explain(problem))))
                .orElseGet(() -> back(slug, "contributor"));
    }

    /** Takes a cluster or a contributor out of the room. */
    @POST
    @Path("removal")
    @Consumes(MediaType.APPLICATION_FORM_URLENCODED)
    public RestResponse<String> remove(@PathParam("slug") String slug, MultivaluedMap<String, String> sent) {
        String cluster = stripped(sent, "cluster");
        String etag = SeenVersion.etag(stripped(sent, "etag"));
        return cluster.isEmpty()
                ? change(
                        slug,
                        "removed",
                        workshop -> client ->
                                client.takeContributorAway(bearer(), workshop, stripped(sent, "person"), etag))
                : change(
                        slug,
                        "removed",
                        workshop -> client -> client.takeClusterAway(bearer(), workshop, cluster, etag));
    }

    /** What a person or a cluster in the room offers and needs. */
    @GET
    @Path("{side: people|clusters}/{key}")
    public TemplateInstance wishes(
            @PathParam("slug") String slug, @PathParam("side") String side, @PathParam("key") String key) {
        Gathering workshop = gathering(slug);
        MeetingDay day = day(workshop).orThrow();
        Subject subject = subject(workshop, day, side, key);
        return wishes(
                workshop,
                slug,
                subject,
                new WishesForm(MeetingView.codes(subject.offers()), MeetingView.codes(subject.needs()), day.etag()),
                FormErrors.NONE);
    }

    /** Says what a person or a cluster in the room offers and needs. */
    @POST
    @Path("{side: people|clusters}/{key}")
    @Consumes(MediaType.APPLICATION_FORM_URLENCODED)
    public RestResponse<String> wish(
            @PathParam("slug") String slug,
            @PathParam("side") String side,
            @PathParam("key") String key,
            MultivaluedMap<String, String> sent) {
        Gathering workshop = gathering(slug);
        WishesForm form = WishesForm.of(sent);
        Answer<MeetingDay> answer = services.meetings(client -> side.equals("people")
                ? client.wish(bearer(), workshop.id(), key, SeenVersion.etag(form.etag()), form.wishes())
                : client.bringCluster(bearer(), workshop.id(), key, SeenVersion.etag(form.etag()), form.wishes()));
        return answer.refusal()
                .map(problem -> {
                    MeetingDay now = day(workshop).orThrow();
                    return HtmlPage.of(
                            status(problem),
                            wishes(
                                    workshop,
                                    slug,
                                    subject(workshop, now, side, key),
                                    isStale(problem) ? form.on(now.etag()) : form,
                                    explain(problem)));
                })
                .orElseGet(() -> back(slug, "wishes"));
    }

    /**
     * Whose wishes the form is about.
     *
     * @param origin who says them so far: ENTERED by organisers, STATED by the person, or DERIVED from the profiles
     */
    public record Subject(
            String side,
            String key,
            String name,
            List<MeetingDay.Topic> offers,
            List<MeetingDay.Topic> needs,
            String origin) {}

    private Subject subject(Gathering workshop, MeetingDay day, String side, String key) {
        if (side.equals("clusters")) {
            return day.clusters().stream()
                    .filter(cluster -> cluster.id().equals(key))
                    .map(cluster -> new Subject(
                            side,
                            key,
                            cluster.name(),
                            cluster.offers(),
                            cluster.needs(),
                            cluster.derived() ? "DERIVED" : "ENTERED"))
                    .findFirst()
                    .orElseThrow(NotFoundException::new);
        }
        return day.people().stream()
                .filter(person -> person.key().equals(key))
                .map(person -> new Subject(
                        side, key, view(workshop, day).name(key), person.offers(), person.needs(), person.origin()))
                .findFirst()
                .orElseThrow(NotFoundException::new);
    }

    private TemplateInstance wishes(
            Gathering workshop, String slug, Subject subject, WishesForm form, FormErrors errors) {
        List<Coding.Competence> competences =
                services.profiles(ProfileClient::competences).orThrow().items();
        List<Coding.Section> activities =
                services.profiles(ProfileClient::naceSections).orThrow().items();
        return Templates.wishes(workshop, slug, subject, form, competences, activities, errors);
    }

    private RestResponse<String> change(
            String slug, String done, Function<String, Function<MeetingClient, MeetingDay>> deed) {
        Gathering workshop = gathering(slug);
        Answer<MeetingDay> answer = services.meetings(deed.apply(workshop.id()));
        return answer.refusal()
                .map(problem -> HtmlPage.of(problem.status(), page(slug, workshop, null, "", explain(problem))))
                .orElseGet(() -> back(slug, done));
    }

    private TemplateInstance page(String slug, Gathering workshop, RoomForm entered, String done, FormErrors errors) {
        return page(slug, workshop, entered, new MeetingDay.Contributor("", null), done, errors);
    }

    private TemplateInstance page(
            String slug,
            Gathering workshop,
            RoomForm entered,
            MeetingDay.Contributor contributor,
            String done,
            FormErrors errors) {
        Answer<MeetingDay> day = day(workshop);
        if (!day.isDown() && !day.isMissing()) {
            day.orThrow();
        }
        if (!day.isFound()) {
            RoomForm form = entered == null ? RoomForm.first(workshop.zone()) : entered;
            return Templates.setUp(workshop, slug, form, day.isDown(), errors);
        }
        MeetingView view = view(workshop, day.value());
        RoomForm form = entered == null ? RoomForm.of(day.value(), workshop.zone()) : entered;
        List<Cluster> choices = clusters.getChoices().stream()
                .filter(cluster -> !view.has(cluster.id()))
                .toList();
        List<City> cities = services.cities().or(Page.empty()).items();
        return Templates.meetings(workshop, slug, view, form, contributor, choices, cities, done, errors);
    }

    /**
     * The workshop whose meetings they are.
     *
     * @param zone IANA zone of the venue
     * @param callId the call whose participants meet; null while there is none, and nobody but contributors can be in the room
     */
    public record Gathering(String id, String title, String zone, String callId) {}

    /** Meetings can be prepared before anybody can apply, and at workshops to which nobody applies. */
    private Gathering gathering(String slug) {
        Answer<Call> answer = services.callOf(slug);
        if (answer.isMissing()) {
            Workshop workshop =
                    services.event(client -> client.workshop(slug, null)).orThrow();
            return new Gathering(workshop.id(), workshop.title(), workshop.zone(), null);
        }
        Call call = answer.orThrow();
        // the call's zone can be another one; it stands in, and is named on the page, while the programme cannot be
        // asked
        String zone = services.event(client -> client.workshop(slug, null))
                .map(Workshop::zone)
                .or(call.zone());
        return new Gathering(call.workshopId(), call.title(), zone, call.id());
    }

    private MeetingView view(Gathering workshop, MeetingDay day) {
        List<Application> admitted = new ArrayList<>();
        boolean more = workshop.callId() != null;
        boolean named = true;
        for (int page = 0; more && page < MOST_PAGES; page++) {
            int number = page;
            Answer<Page<Application>> answer = services.registration(client ->
                    client.applications(bearer(), DeskQuery.ofState(workshop.callId(), "ADMITTED"), number, PAGE));
            named = named && answer.isFound();
            Page<Application> found = answer.or(Page.empty());
            admitted.addAll(found.items());
            more = found.hasNext();
        }
        return new MeetingView(day, admitted, named);
    }

    private Answer<MeetingDay> day(Gathering workshop) {
        return services.meetings(client -> client.show(bearer(), workshop.id()));
    }

    /** Whoever sends the same again has been told that somebody was quicker: the form goes on with what is there now. */
    private static boolean isStale(Problem problem) {
        return problem.status() == 412 || problem.status() == 428;
    }

    private static int status(Problem problem) {
        return isStale(problem) ? 412 : problem.formStatus();
    }

    private static FormErrors explain(Problem problem) {
        if (isStale(problem)) {
            return FormErrors.general(
                    "Somebody has changed the meetings since you opened the page. Nothing was saved. Look at"
                            + " them as they are now, then decide again.");
        }
        String sentence = problem.sentence();
        return FormErrors.general(sentence.isBlank() ? "This was refused." : sentence);
    }

    private static FormErrors down() {
        return FormErrors.general(
                "The cluster directory does not answer at the moment. Nothing was saved; what you entered is"
                        + " still here. Please try again in a minute.");
    }

    private String bearer() {
        return shell.getVisitor().bearer();
    }

    private static RestResponse<String> back(String slug, String done) {
        return Onward.to("/org/w/{slug}/meetings", slug, done);
    }

    @CheckedTemplate(basePath = "meeting")
    static class Templates {
        private Templates() {}

        static native TemplateInstance setUp(
                Gathering workshop, String slug, RoomForm form, boolean down, FormErrors errors);

        static native TemplateInstance meetings(
                Gathering workshop,
                String slug,
                MeetingView view,
                RoomForm form,
                MeetingDay.Contributor contributor,
                List<Cluster> clusters,
                List<City> cities,
                String done,
                FormErrors errors);

        static native TemplateInstance mended(Gathering workshop, String slug, MeetingView view);

        static native TemplateInstance print(Gathering workshop, String slug, MeetingView view);

        static native TemplateInstance wishes(
                Gathering workshop,
                String slug,
                Subject subject,
                WishesForm form,
                List<Coding.Competence> competences,
                List<Coding.Section> activities,
                FormErrors errors);
    }
}
