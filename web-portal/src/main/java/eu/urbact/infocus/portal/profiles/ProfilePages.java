package eu.urbact.infocus.portal.profiles;

import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.time.Clock;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.UUID;
import java.util.function.Function;
import java.util.stream.Collectors;
import jakarta.annotation.security.PermitAll;
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
import jakarta.ws.rs.core.HttpHeaders;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.MultivaluedMap;
import jakarta.ws.rs.core.Response;
import jakarta.ws.rs.core.StreamingOutput;
import jakarta.ws.rs.core.UriBuilder;

import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.quarkus.qute.CheckedTemplate;
import io.quarkus.qute.TemplateInstance;
import io.quarkus.security.Authenticated;
import io.smallrye.common.annotation.Blocking;
import org.jboss.resteasy.reactive.RestResponse;

import eu.urbact.infocus.portal.shell.FormErrors;
import eu.urbact.infocus.portal.shell.HtmlPage;
import eu.urbact.infocus.portal.shell.SeenVersion;
import eu.urbact.infocus.portal.shell.Shell;
import eu.urbact.infocus.portal.shell.security.SignInAgain;
import eu.urbact.infocus.portal.shell.services.Answer;
import eu.urbact.infocus.portal.shell.services.CityProfile;
import eu.urbact.infocus.portal.shell.services.Cluster;
import eu.urbact.infocus.portal.shell.services.Coding;
import eu.urbact.infocus.portal.shell.services.Offer;
import eu.urbact.infocus.portal.shell.services.OwnProfile;
import eu.urbact.infocus.portal.shell.services.Page;
import eu.urbact.infocus.portal.shell.services.Problem;
import eu.urbact.infocus.portal.shell.services.Services;
import eu.urbact.infocus.portal.shell.text.Times;

/** The profiles of the own city's clusters. cluster-directory-service answers for the cities in the token and for no others. */
@Path("/partner/clusters")
@Authenticated
@Blocking
@Produces(MediaType.TEXT_HTML)
public class ProfilePages {

    private static final int ALL = 200;
    private static final int HISTORY = 20;
    private static final String ID = "{id: [a-z0-9-]{1,60}}";

    /** What a button on the overview can do, beside {@code takeBack} and {@code discard}. */
    private static final Set<String> STEPS = Set.of("beginning", "submission", "confirmation");

    private final Services services;
    private final Shell shell;
    private final ObjectMapper json;
    private final Clock clock;

    ProfilePages(Services services, Shell shell, ObjectMapper json, Clock clock) {
        this.services = services;
        this.shell = shell;
        this.json = json;
        this.clock = clock;
    }

    /** All profiles with what is to do, and the clusters that have none yet. */
    @GET
    public RestResponse<String> list(@QueryParam("done") String done) {
        return list(200, blank(), FormErrors.NONE, done);
    }

    /** Begins a profile. */
    @POST
    @Consumes(MediaType.APPLICATION_FORM_URLENCODED)
    public RestResponse<String> begin(MultivaluedMap<String, String> sent) {
        String bearer = partnerToken();
        NewForm form = NewForm.of(sent);
        Answer<OwnProfile> answer =
                services.profiles(client -> client.begin(bearer, form.idempotencyKey(), form.toBeginning()));
        return answer.isFound()
                ? to(answer.value().id(), "begun")
                : refused(answer, problem -> listPage(form, form.explain(problem), null));
    }

    /** One profile: how far it is, what can be done with it, and the pages of its editor. */
    @GET
    @Path(ID)
    public TemplateInstance show(@PathParam("id") String id, @QueryParam("done") String done) {
        return show(profile(id), FormErrors.NONE, done);
    }

    /** Where a sign-in that was asked for in the middle of something comes back to. */
    @GET
    @Path(ID + "/moved")
    public RestResponse<String> afterSignIn(@PathParam("id") String id) {
        return to(id, null);
    }

    /** Begins, submits, takes back, confirms or discards. */
    @POST
    @Path(ID + "/moved")
    @Consumes(MediaType.APPLICATION_FORM_URLENCODED)
    public RestResponse<String> move(@PathParam("id") String id, MultivaluedMap<String, String> sent) {
        String bearer = partnerToken();
        String etag = SeenVersion.etag(text(sent, "version"));
        String step = text(sent, "go");
        if (step.equals("discard")) {
            Answer<Boolean> answer = services.profiles(client -> {
                client.discard(bearer, id, etag);
                return true;
            });
            return answer.isFound()
                    ? RestResponse.seeOther(UriBuilder.fromPath("/partner/clusters")
                            .queryParam("done", "discarded")
                            .build())
                    : refused(answer, problem -> show(profile(id), moveErrors(problem), null));
        }
        if (!step.equals("takeBack") && !STEPS.contains(step)) {
            return to(id, null);
        }
        Answer<OwnProfile> answer = services.profiles(client ->
                step.equals("takeBack") ? client.takeBack(bearer, id, etag) : client.move(bearer, id, step, etag));
        return answer.isFound()
                ? to(id, step)
                : refused(answer, problem -> show(profile(id), moveErrors(problem), null));
    }

    /** One page of the editor. */
    @GET
    @Path(ID + "/edit/{section}")
    public TemplateInstance edit(@PathParam("id") String id, @PathParam("section") String path) {
        ProfileSection section = section(path);
        OwnProfile profile = profile(id);
        return edit(profile, ProfileForm.of(section, profile.version(), tree(profile)), FormErrors.NONE);
    }

    /**
     * Saves one page of the editor. Open to everybody at first, so that the input of somebody whose session has ended in the meantime is not
     * lost; nothing is asked of a service before the city has been checked.
     */
    @POST
    @PermitAll
    @Path(ID + "/edit/{section}")
    @Consumes(MediaType.APPLICATION_FORM_URLENCODED)
    public RestResponse<String> save(
            @PathParam("id") String id, @PathParam("section") String path, MultivaluedMap<String, String> sent) {
        ProfileSection section = section(path);
        if (!shell.getVisitor().isSignedIn()) {
            return SignInAgain.page(shell.getPath(), sent, List.of(new SignInAgain.Line("Profile", section.title())));
        }
        String bearer = partnerToken();
        ProfileForm form = ProfileForm.of(section, sent);
        String go = text(sent, "go");
        if (go.equals("more")) {
            return HtmlPage.of(200, edit(profile(id), form, FormErrors.NONE));
        }
        FormErrors errors = form.check();
        OwnProfile profile = profile(id);
        if (errors.isPresent()) {
            return HtmlPage.of(422, edit(profile, form, errors));
        }
        ObjectNode content = form.into(tree(profile));
        Answer<OwnProfile> answer =
                services.profiles(client -> client.edit(bearer, id, SeenVersion.etag(form.version()), content));
        if (answer.isFound()) {
            return go.equals("next") && section.next() != null
                    ? RestResponse.seeOther(UriBuilder.fromPath("/partner/clusters/{id}/edit/{section}")
                            .build(id, section.next().path()))
                    : to(id, "saved");
        }
        // the version as it is now: whoever saves again has been told who was quicker
        return refused(
                answer,
                problem -> edit(
                        profile,
                        problem.status() == 412 ? form.on(profile.version()) : form,
                        problem.status() == 412 ? overtaken(problem) : form.explain(problem)));
    }

    /** The table in the platform's columns, to paste into. */
    @GET
    @Path(ID + "/eccp")
    public TemplateInstance table(@PathParam("id") String id) {
        OwnProfile profile = profile(id);
        return Templates.eccp(profile, Long.toString(profile.version()), "", FormErrors.NONE);
    }

    /** Takes over what was pasted. */
    @POST
    @Path(ID + "/eccp")
    @Consumes(MediaType.APPLICATION_FORM_URLENCODED)
    public RestResponse<String> take(@PathParam("id") String id, MultivaluedMap<String, String> sent) {
        String bearer = partnerToken();
        String file = text(sent, "file");
        String version = text(sent, "version");
        Answer<OwnProfile> answer =
                services.profiles(client -> client.take(bearer, id, SeenVersion.etag(version), file));
        if (answer.isFound()) {
            // what was taken in another way is said once, and is nowhere to be read again
            return answer.value().notes().isEmpty()
                    ? to(id, "taken")
                    : HtmlPage.of(200, show(answer.value(), FormErrors.NONE, "taken"));
        }
        return refused(answer, problem -> {
            OwnProfile profile = profile(id);
            boolean stale = problem.status() == 412;
            return Templates.eccp(
                    profile,
                    stale ? Long.toString(profile.version()) : version,
                    file,
                    stale ? overtaken(problem) : tableErrors(problem));
        });
    }

    /** The table as a file. */
    @GET
    @Path(ID + "/eccp.csv")
    public Response file(@PathParam("id") String id) {
        String bearer = partnerToken();
        InputStream file = services.profiles(client -> client.file(bearer, id)).orThrow();
        StreamingOutput pieces = out -> {
            try (file) {
                file.transferTo(out);
            }
        };
        return Response.ok(pieces, "text/csv;charset=UTF-8")
                .header(HttpHeaders.CONTENT_DISPOSITION, "attachment; filename=\"cluster-" + id + ".csv\"")
                .build();
    }

    /** The cluster's page exactly as everybody will see it. */
    @GET
    @Path(ID + "/preview")
    public TemplateInstance preview(@PathParam("id") String id) {
        String bearer = partnerToken();
        OwnProfile profile = profile(id);
        Cluster cluster =
                services.profiles(client -> client.preview(bearer, id)).orThrow();
        return Templates.preview(profile, cluster, offers(id));
    }

    /** Who changed what and when. */
    @GET
    @Path(ID + "/history")
    public TemplateInstance history(@PathParam("id") String id, @QueryParam("page") @DefaultValue("0") int page) {
        String bearer = partnerToken();
        OwnProfile profile = profile(id);
        Page<OwnProfile.Change> changes = services.profiles(
                        client -> client.history(bearer, id, Math.max(0, page), HISTORY))
                .orThrow();
        return Templates.history(profile, changes, new HistoryFilter("/partner/clusters/" + id + "/history"));
    }

    private Answer<Page<Offer>> offers(String id) {
        return services.profiles(client -> client.offers(id, ALL));
    }

    private RestResponse<String> list(int status, NewForm form, FormErrors errors, String done) {
        return HtmlPage.of(status, listPage(form, errors, done));
    }

    private TemplateInstance listPage(NewForm form, FormErrors errors, String done) {
        String bearer = partnerToken();
        Answer<List<OwnProfile.Item>> profiles = services.profiles(client -> client.profiles(bearer));
        if (!profiles.isDown()) {
            profiles.orThrow();
        }
        Set<String> taken =
                profiles.or(List.of()).stream().map(OwnProfile.Item::id).collect(Collectors.toSet());
        List<Cluster> untaken = cities().stream()
                .map(city -> services.directory(client -> client.city(city)).map(CityProfile::clusters))
                .flatMap(clusters -> clusters.or(List.of()).stream())
                .filter(cluster -> !taken.contains(cluster.id()))
                .toList();
        return Templates.list(
                profiles, profiles.isFound() ? untaken : List.of(), cities(), form, errors, done, today());
    }

    private NewForm blank() {
        return new NewForm(UUID.randomUUID().toString(), cities().isEmpty() ? "" : cities().get(0), "", false, "");
    }

    private TemplateInstance show(OwnProfile profile, FormErrors errors, String done) {
        return Templates.show(profile, List.of(ProfileSection.values()), errors, done, today());
    }

    private TemplateInstance edit(OwnProfile profile, ProfileForm form, FormErrors errors) {
        ProfileSection section = form.section();
        Answer<List<Group>> groups =
                switch (section) {
                    case ACTIVITIES, MARKETS ->
                        services.profiles(client -> client.naceSections())
                                .map(whole -> Group.ofSections(whole.items()));
                    case COMPETENCES ->
                        services.profiles(client -> client.competences())
                                .map(whole -> Group.ofCompetences(whole.items()));
                    default -> new Answer.Found<>(List.of());
                };
        Answer<Coding.Whole<Coding.Objective>> objectives = section == ProfileSection.MARKETS
                ? services.profiles(client -> client.objectives())
                : new Answer.Missing<>();
        // without the codes nothing could be picked, and what was picked would look unknown
        return Templates.edit(
                profile, form, groups.orThrow(), objectives.or(new Coding.Whole<>(List.of())), known(section), errors);
    }

    /** Terms to tick, by the path of their field; without them everything is typed. */
    private Map<String, List<String>> known(ProfileSection section) {
        return section == ProfileSection.STRATEGY
                ? Map.of(
                        "details.emergingIndustries",
                        labels(services.profiles(client -> client.emergingIndustries())),
                        "details.s3Areas",
                        labels(services.profiles(client -> client.s3PriorityAreas())))
                : Map.of();
    }

    private static List<String> labels(Answer<Coding.Whole<Coding.Term>> terms) {
        return terms.or(new Coding.Whole<>(List.of())).items().stream()
                .map(Coding.Term::label)
                .toList();
    }

    private ObjectNode tree(OwnProfile profile) {
        return json.valueToTree(profile.content());
    }

    private OwnProfile profile(String id) {
        String bearer = partnerToken();
        return services.profiles(client -> client.profile(bearer, id)).orThrow();
    }

    static FormErrors overtaken(Problem problem) {
        String who = problem.by() == null ? "Somebody else" : problem.by();
        String when = problem.at() == null ? "" : " on " + Times.written(problem.at(), null);
        return FormErrors.general(who + " has changed this profile" + when
                + ", after you opened it. Nothing of yours was saved yet. Your entries are below: look at the profile as it is"
                + " now, then save again.");
    }

    private static FormErrors moveErrors(Problem problem) {
        if (problem.status() == 412) {
            String who = problem.by() == null ? "Somebody else" : problem.by();
            return FormErrors.general(who
                    + " has changed this profile since you opened it. Nothing was done. Look at it as it is now, then decide"
                    + " again.");
        }
        List<FormErrors.Entry> entries = problem.errors().stream()
                .map(error -> new FormErrors.Entry(
                        "section-" + ProfileSection.ofField(error.field()).path(),
                        ProfileSection.labelOf(error.field()) + ": " + error.message()))
                .toList();
        return entries.isEmpty() ? FormErrors.general(problem.sentence()) : new FormErrors(entries);
    }

    private static FormErrors tableErrors(Problem problem) {
        List<FormErrors.Entry> entries = problem.errors().stream()
                .map(error -> new FormErrors.Entry(
                        "file",
                        (error.field().equals("file") ? "The table" : "Column " + error.field()) + ": "
                                + error.message()))
                .toList();
        return entries.isEmpty() ? FormErrors.general(problem.sentence()) : new FormErrors(entries);
    }

    static <T> RestResponse<String> refused(Answer<T> answer, Function<Problem, TemplateInstance> page) {
        if (answer instanceof Answer.Refused<T> refused
                && refused.problem().status() != 401
                && refused.problem().status() != 403) {
            int status = refused.problem().formStatus();
            return HtmlPage.of(status, page.apply(refused.problem()));
        }
        if (answer.isDown()) {
            return HtmlPage.of(
                    503,
                    page.apply(new Problem(
                            null,
                            null,
                            503,
                            "This could not be saved, because the cluster directory does not answer at the moment. Please try"
                                    + " again in a few minutes.",
                            null)));
        }
        answer.orThrow();
        throw new IllegalStateException("Every answer has been dealt with");
    }

    private LocalDate today() {
        return LocalDate.now(clock);
    }

    private List<String> cities() {
        return shell.getVisitor().cities();
    }

    private String partnerToken() {
        if (!shell.getVisitor().isPartner()) {
            throw new ForbiddenException();
        }
        return shell.getVisitor().bearer();
    }

    private static ProfileSection section(String path) {
        return ProfileSection.of(path).orElseThrow(NotFoundException::new);
    }

    private static RestResponse<String> to(String id, String done) {
        UriBuilder page = UriBuilder.fromPath("/partner/clusters/{id}");
        return RestResponse.seeOther((done == null ? page : page.queryParam("done", done)).build(id));
    }

    private static String text(MultivaluedMap<String, String> sent, String field) {
        return Objects.requireNonNullElse(sent.getFirst(field), "");
    }

    /** Where the pages of a history are. */
    public record HistoryFilter(String path) {

        /** Address of another page of it. */
        public String href(int page) {
            return path + "?page=" + page;
        }
    }

    /**
     * The form for beginning a profile.
     *
     * @param submission random id of this form; keeps a double click from beginning twice
     * @param clusterId a cluster of the directory, or empty for a new one
     */
    public record NewForm(String submission, String cityId, String name, boolean forming, String clusterId) {

        static NewForm of(MultivaluedMap<String, String> sent) {
            return new NewForm(
                    text(sent, "submission"),
                    text(sent, "cityId"),
                    text(sent, "name"),
                    !text(sent, "forming").isEmpty(),
                    text(sent, "clusterId"));
        }

        OwnProfile.Beginning toBeginning() {
            return clusterId.isEmpty()
                    ? new OwnProfile.Beginning(cityId, name, forming, null)
                    : new OwnProfile.Beginning(null, null, null, clusterId);
        }

        String idempotencyKey() {
            String content = String.join("\u001f", submission, cityId, name, Boolean.toString(forming), clusterId);
            return UUID.nameUUIDFromBytes(content.getBytes(StandardCharsets.UTF_8))
                    .toString();
        }

        FormErrors explain(Problem problem) {
            List<FormErrors.Entry> entries = problem.errors().stream()
                    .map(error -> new FormErrors.Entry("name", "Name: " + error.message()))
                    .toList();
            return entries.isEmpty() ? FormErrors.general(problem.sentence()) : new FormErrors(entries);
        }
    }

    @CheckedTemplate(basePath = "profiles")
    static class Templates {
        private Templates() {}

        static native TemplateInstance list(
                Answer<List<OwnProfile.Item>> profiles,
                List<Cluster> untaken,
                List<String> cities,
                NewForm form,
                FormErrors errors,
                String done,
                LocalDate today);

        static native TemplateInstance show(
                OwnProfile profile, List<ProfileSection> sections, FormErrors errors, String done, LocalDate today);

        static native TemplateInstance edit(
                OwnProfile profile,
                ProfileForm form,
                List<Group> groups,
                Coding.Whole<Coding.Objective> objectives,
                Map<String, List<String>> known,
                FormErrors errors);

        static native TemplateInstance eccp(OwnProfile profile, String version, String file, FormErrors errors);

        static native TemplateInstance preview(OwnProfile profile, Cluster cluster, Answer<Page<Offer>> offers);

        static native TemplateInstance history(
                OwnProfile profile, Page<OwnProfile.Change> changes, HistoryFilter filter);
    }
}
