package eu.urbact.infocus.portal.profiles;

import java.io.InputStream;
import java.time.Clock;
import java.time.LocalDate;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import jakarta.annotation.security.PermitAll;
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
import jakarta.ws.rs.core.Response;
import jakarta.ws.rs.core.UriBuilder;

import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.quarkus.qute.CheckedTemplate;
import io.quarkus.qute.TemplateInstance;
import io.quarkus.security.Authenticated;
import io.smallrye.common.annotation.Blocking;
import org.jboss.resteasy.reactive.RestResponse;

import eu.urbact.infocus.portal.shell.Download;
import eu.urbact.infocus.portal.shell.FormErrors;
import eu.urbact.infocus.portal.shell.HtmlPage;
import eu.urbact.infocus.portal.shell.Onward;
import eu.urbact.infocus.portal.shell.SeenVersion;
import eu.urbact.infocus.portal.shell.Shell;
import eu.urbact.infocus.portal.shell.security.SignInAgain;
import eu.urbact.infocus.portal.shell.services.Answer;
import eu.urbact.infocus.portal.shell.services.Cluster;
import eu.urbact.infocus.portal.shell.services.Coding;
import eu.urbact.infocus.portal.shell.services.Offer;
import eu.urbact.infocus.portal.shell.services.OwnProfile;
import eu.urbact.infocus.portal.shell.services.Page;
import eu.urbact.infocus.portal.shell.services.Services;

import static eu.urbact.infocus.portal.shell.Sent.text;

/** The profile of one of the own city's clusters: its editor, preview, history, and the steps to its publication. */
@Path("/partner/clusters/{id: [a-z0-9-]{1,60}}")
@Authenticated
@Blocking
@Produces(MediaType.TEXT_HTML)
public class ProfilePages {

    private static final int ALL = 200;
    private static final int HISTORY = 20;

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

    /** One profile: how far it is, what can be done with it, and the pages of its editor. */
    @GET
    public TemplateInstance show(@PathParam("id") String id, @QueryParam("done") String done) {
        return show(profile(id), FormErrors.NONE, done);
    }

    /** Where a sign-in that was asked for in the middle of something comes back to. */
    @GET
    @Path("moved")
    public RestResponse<String> afterSignIn(@PathParam("id") String id) {
        return to(id, null);
    }

    /** Begins, submits, takes back, confirms or discards. */
    @POST
    @Path("moved")
    @Consumes(MediaType.APPLICATION_FORM_URLENCODED)
    public RestResponse<String> move(@PathParam("id") String id, MultivaluedMap<String, String> sent) {
        String bearer = shell.getVisitor().partnerBearer();
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
                    : ProfileRefusal.again(answer, problem -> show(profile(id), ProfileRefusal.ofMove(problem), null));
        }
        if (!step.equals("takeBack") && !STEPS.contains(step)) {
            return to(id, null);
        }
        Answer<OwnProfile> answer = services.profiles(client ->
                step.equals("takeBack") ? client.takeBack(bearer, id, etag) : client.move(bearer, id, step, etag));
        return answer.isFound()
                ? to(id, step)
                : ProfileRefusal.again(answer, problem -> show(profile(id), ProfileRefusal.ofMove(problem), null));
    }

    /** One page of the editor. */
    @GET
    @Path("edit/{section}")
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
    @Path("edit/{section}")
    @Consumes(MediaType.APPLICATION_FORM_URLENCODED)
    public RestResponse<String> save(
            @PathParam("id") String id, @PathParam("section") String path, MultivaluedMap<String, String> sent) {
        ProfileSection section = section(path);
        if (!shell.getVisitor().isSignedIn()) {
            return SignInAgain.page(shell.getPath(), sent, List.of(new SignInAgain.Line("Profile", section.title())));
        }
        String bearer = shell.getVisitor().partnerBearer();
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
        return ProfileRefusal.again(
                answer,
                problem -> edit(
                        profile,
                        problem.status() == 412 ? form.on(profile.version()) : form,
                        problem.status() == 412 ? ProfileRefusal.overtaken(problem) : form.explain(problem)));
    }

    /** The table in the platform's columns, to paste into. */
    @GET
    @Path("eccp")
    public TemplateInstance table(@PathParam("id") String id) {
        OwnProfile profile = profile(id);
        return Templates.eccp(profile, Long.toString(profile.version()), "", FormErrors.NONE);
    }

    /** Takes over what was pasted. */
    @POST
    @Path("eccp")
    @Consumes(MediaType.APPLICATION_FORM_URLENCODED)
    public RestResponse<String> take(@PathParam("id") String id, MultivaluedMap<String, String> sent) {
        String bearer = shell.getVisitor().partnerBearer();
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
        return ProfileRefusal.again(answer, problem -> {
            OwnProfile profile = profile(id);
            boolean stale = problem.status() == 412;
            return Templates.eccp(
                    profile,
                    stale ? Long.toString(profile.version()) : version,
                    file,
                    stale ? ProfileRefusal.overtaken(problem) : ProfileRefusal.ofTable(problem));
        });
    }

    /** The table as a file. */
    @GET
    @Path("eccp.csv")
    public Response file(@PathParam("id") String id) {
        String bearer = shell.getVisitor().partnerBearer();
        InputStream file = services.profiles(client -> client.file(bearer, id)).orThrow();
        return Download.inPieces(file, "cluster-" + id, "csv");
    }

    /** The cluster's page exactly as everybody will see it. */
    @GET
    @Path("preview")
    public TemplateInstance preview(@PathParam("id") String id) {
        String bearer = shell.getVisitor().partnerBearer();
        OwnProfile profile = profile(id);
        Cluster cluster =
                services.profiles(client -> client.preview(bearer, id)).orThrow();
        return Templates.preview(profile, cluster, offers(id));
    }

    /** Who changed what and when. */
    @GET
    @Path("history")
    public TemplateInstance history(@PathParam("id") String id, @QueryParam("page") @DefaultValue("0") int page) {
        String bearer = shell.getVisitor().partnerBearer();
        OwnProfile profile = profile(id);
        Page<OwnProfile.Change> changes = services.profiles(
                        client -> client.history(bearer, id, Math.max(0, page), HISTORY))
                .orThrow();
        return Templates.history(profile, changes, new HistoryFilter("/partner/clusters/" + id + "/history"));
    }

    private Answer<Page<Offer>> offers(String id) {
        return services.profiles(client -> client.offers(id, ALL));
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

    /**
     * Terms to tick.
     *
     * @param terms what there is to tick
     * @param whole whether the directory knows all that there are and takes no others, so that none can be typed
     */
    public record Ticked(List<Coding.Term> terms, boolean whole) {}

    /** Terms to tick, by the path of their field; a field of which they cannot be had is typed. */
    private Map<String, Ticked> known(ProfileSection section) {
        Map<String, Ticked> known = new HashMap<>();
        if (section == ProfileSection.STRATEGY) {
            known.put(
                    "details.emergingIndustries",
                    new Ticked(terms(services.profiles(client -> client.emergingIndustries())), true));
            // of these only what was seen in profiles is known
            known.put(
                    "details.s3Areas", new Ticked(terms(services.profiles(client -> client.s3PriorityAreas())), false));
            known.values().removeIf(ticked -> ticked.terms().isEmpty());
        }
        return known;
    }

    private static List<Coding.Term> terms(Answer<Coding.Whole<Coding.Term>> terms) {
        return terms.or(new Coding.Whole<>(List.of())).items();
    }

    private ObjectNode tree(OwnProfile profile) {
        return json.valueToTree(profile.content());
    }

    private OwnProfile profile(String id) {
        String bearer = shell.getVisitor().partnerBearer();
        return services.profiles(client -> client.profile(bearer, id)).orThrow();
    }

    private LocalDate today() {
        return LocalDate.now(clock);
    }

    private static ProfileSection section(String path) {
        return ProfileSection.of(path).orElseThrow(NotFoundException::new);
    }

    private static RestResponse<String> to(String id, String done) {
        return Onward.to("/partner/clusters/{id}", id, done);
    }

    /** Where the pages of a history are. */
    public record HistoryFilter(String path) {

        /** Address of another page of it. */
        public String href(int page) {
            return path + "?page=" + page;
        }
    }

    @CheckedTemplate(basePath = "profiles")
    static class Templates {
        private Templates() {}

        static native TemplateInstance show(
                OwnProfile profile, List<ProfileSection> sections, FormErrors errors, String done, LocalDate today);

        static native TemplateInstance edit(
                OwnProfile profile,
                ProfileForm form,
                List<Group> groups,
                Coding.Whole<Coding.Objective> objectives,
                Map<String, Ticked> known,
                FormErrors errors);

        static native TemplateInstance eccp(OwnProfile profile, String version, String file, FormErrors errors);

        static native TemplateInstance preview(OwnProfile profile, Cluster cluster, Answer<Page<Offer>> offers);

        static native TemplateInstance history(
                OwnProfile profile, Page<OwnProfile.Change> changes, HistoryFilter filter);
    }
}
