package eu.urbact.infocus.portal.cooperation;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.function.UnaryOperator;
import jakarta.annotation.security.PermitAll;
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
import io.quarkus.security.Authenticated;
import io.smallrye.common.annotation.Blocking;
import org.jboss.resteasy.reactive.RestResponse;

import eu.urbact.infocus.portal.shell.FormErrors;
import eu.urbact.infocus.portal.shell.HtmlPage;
import eu.urbact.infocus.portal.shell.Onward;
import eu.urbact.infocus.portal.shell.SeenVersion;
import eu.urbact.infocus.portal.shell.Shell;
import eu.urbact.infocus.portal.shell.security.SignInAgain;
import eu.urbact.infocus.portal.shell.services.Answer;
import eu.urbact.infocus.portal.shell.services.Cluster;
import eu.urbact.infocus.portal.shell.services.ClusterNames;
import eu.urbact.infocus.portal.shell.services.Cooperation;
import eu.urbact.infocus.portal.shell.services.CooperationClient;
import eu.urbact.infocus.portal.shell.services.Page;
import eu.urbact.infocus.portal.shell.services.Problem;
import eu.urbact.infocus.portal.shell.services.Services;
import eu.urbact.infocus.portal.shell.services.ShortMemory;
import eu.urbact.infocus.portal.shell.text.Lengths;

import static eu.urbact.infocus.portal.shell.Sent.stripped;

/** What a city's clusters do together with those of other cities. The service answers for the cities in the token alone. */
@Path("/partner/cooperations")
@Authenticated
@Blocking
@Produces(MediaType.TEXT_HTML)
public class CooperationPages {

    private static final int SIZE = 50;

    private static final String PATH = "/partner/cooperations";

    /** How fields are called on the pages, by their ids. */
    private static final Map<String, String> LABELS = Map.of(
            "from", "Our cluster",
            "to", "With the cluster",
            "message", "What you would like to do together",
            "word", "A word to the other city",
            "text", "What is to be done",
            "cityId", "Who does it",
            "dueOn", "Until");

    /** Addresses of further pages of the list. */
    public record Pager(String state) {

        /** Address of another page. */
        public String href(int number) {
            return UriBuilder.fromPath(PATH)
                    .queryParam("state", state)
                    .queryParam("page", number)
                    .build()
                    .toString();
        }
    }

    private final Services services;
    private final ShortMemory memory;
    private final ClusterNames clusters;
    private final Shell shell;

    CooperationPages(Services services, ShortMemory memory, ClusterNames clusters, Shell shell) {
        this.services = services;
        this.memory = memory;
        this.clusters = clusters;
        this.shell = shell;
    }

    /** The own city's cooperations. */
    @GET
    public TemplateInstance list(
            @QueryParam("state") @DefaultValue("") String state, @QueryParam("page") @DefaultValue("0") int page) {
        String bearer = shell.getVisitor().partnerBearer();
        Answer<Page<Cooperation>> cooperations = services.cooperation(
                client -> client.list(bearer, state.isEmpty() ? null : state, Math.max(0, page), SIZE));
        if (!cooperations.isDown()) {
            cooperations.orThrow();
        }
        return Templates.list(cooperations, state, new Pager(state));
    }

    /** The page on which a proposal is written. */
    @GET
    @Path("new")
    public TemplateInstance start(
            @QueryParam("from") @DefaultValue("") String from, @QueryParam("to") @DefaultValue("") String to) {
        shell.getVisitor().partnerBearer();
        return proposal(ProposalForm.of(from, to), FormErrors.NONE);
    }

    /** Proposes a cooperation. */
    @POST
    @PermitAll
    @Path("new")
    @Consumes(MediaType.APPLICATION_FORM_URLENCODED)
    public RestResponse<String> propose(MultivaluedMap<String, String> sent) {
        if (!shell.getVisitor().isSignedIn()) {
            return signInAgain(sent, "message");
        }
        String bearer = shell.getVisitor().partnerBearer();
        ProposalForm form = ProposalForm.of(sent);
        if (clusters.isLookedFor(sent)) {
            return HtmlPage.of(200, proposal(form, FormErrors.NONE));
        }
        FormErrors errors = form.check();
        if (errors.isPresent()) {
            return HtmlPage.of(422, proposal(form, errors));
        }
        Answer<Cooperation> answer =
                services.cooperation(client -> client.propose(bearer, form.submission(), form.proposal()));
        if (answer.isDown()) {
            return HtmlPage.of(503, proposal(form, down()));
        }
        if (answer.isMissing()) {
            return HtmlPage.of(
                    422,
                    proposal(
                            form,
                            FormErrors.general("Choose one of your own clusters, and a cluster of another city.")));
        }
        return answer.refusal()
                .map(problem ->
                        HtmlPage.of(problem.status(), proposal(form, explain(problem, UnaryOperator.identity()))))
                .orElseGet(() -> to(answer.value().id(), "proposed"));
    }

    /** One of them. */
    @GET
    @Path("{id}")
    public TemplateInstance show(@PathParam("id") String id, @QueryParam("done") @DefaultValue("") String done) {
        String bearer = shell.getVisitor().partnerBearer();
        Cooperation cooperation =
                services.cooperation(client -> client.show(bearer, id)).orThrow();
        return page(cooperation, StepForm.empty(), "", done, FormErrors.NONE);
    }

    /** Reached by a reload, or by a sign-in on the way: shows it. */
    @GET
    @Path("{id}/{form: answer|steps|done}")
    public RestResponse<String> again(@PathParam("id") String id) {
        return to(id, null);
    }

    /** Something that is done about a cooperation. */
    private interface Deed {
        Cooperation on(CooperationClient client, String bearer, String etag, Cooperation.Word word);
    }

    /** Answers it, takes it back, or ends it. */
    @POST
    @PermitAll
    @Path("{id}/answer")
    @Consumes(MediaType.APPLICATION_FORM_URLENCODED)
    public RestResponse<String> answer(@PathParam("id") String id, MultivaluedMap<String, String> sent) {
        if (!shell.getVisitor().isSignedIn()) {
            return signInAgain(sent, "word");
        }
        String deed = stripped(sent, "deed");
        String words = stripped(sent, "word");
        return switch (deed) {
            case "accept" -> become(id, sent, words, "accepted", (c, b, e, w) -> c.accept(b, id, e, w));
            case "decline" -> become(id, sent, words, "declined", (c, b, e, w) -> c.decline(b, id, e, w));
            case "withdraw" -> become(id, sent, words, "withdrawn", (c, b, e, w) -> c.withdraw(b, id, e, w));
            case "end" -> become(id, sent, words, "ended", (c, b, e, w) -> c.end(b, id, e));
            default -> to(id, null);
        };
    }

    private RestResponse<String> become(
            String id, MultivaluedMap<String, String> sent, String words, String done, Deed deed) {
        String bearer = shell.getVisitor().partnerBearer();
        String etag = SeenVersion.etag(stripped(sent, "etag"));
        Answer<Cooperation> answer = services.cooperation(
                client -> deed.on(client, bearer, etag, new Cooperation.Word(words.isEmpty() ? null : words)));
        return answer.refusal()
                .map(problem -> HtmlPage.of(
                        problem.status(), page(now(bearer, id), StepForm.empty(), words, "", explain(problem))))
                .orElseGet(() -> to(id, done));
    }

    /** Adds a step. */
    @POST
    @PermitAll
    @Path("{id}/steps")
    @Consumes(MediaType.APPLICATION_FORM_URLENCODED)
    public RestResponse<String> addStep(@PathParam("id") String id, MultivaluedMap<String, String> sent) {
        if (!shell.getVisitor().isSignedIn()) {
            return signInAgain(sent, "text");
        }
        String bearer = shell.getVisitor().partnerBearer();
        StepForm form = StepForm.of(sent);
        FormErrors errors = form.check();
        if (errors.isPresent()) {
            return HtmlPage.of(422, page(now(bearer, id), form, "", "", errors));
        }
        Answer<Cooperation> answer =
                services.cooperation(client -> client.addStep(bearer, form.submission(), id, form.step()));
        return answer.refusal()
                .map(problem -> HtmlPage.of(problem.status(), page(now(bearer, id), form, "", "", explain(problem))))
                .orElseGet(() -> to(id, "step"));
    }

    /** Says that a step is done. */
    @POST
    @Path("{id}/done")
    @Consumes(MediaType.APPLICATION_FORM_URLENCODED)
    public RestResponse<String> complete(@PathParam("id") String id, MultivaluedMap<String, String> sent) {
        String bearer = shell.getVisitor().partnerBearer();
        Answer<Cooperation> answer =
                services.cooperation(client -> client.complete(bearer, id, stripped(sent, "step")));
        return answer.refusal()
                .map(problem -> HtmlPage.of(
                        problem.status(), page(now(bearer, id), StepForm.empty(), "", "", explain(problem))))
                .orElseGet(() -> to(id, "completed"));
    }

    /** For whoever wrote while their session ended; nothing is asked of a service before the role has been checked. */
    private RestResponse<String> signInAgain(MultivaluedMap<String, String> sent, String written) {
        String words = stripped(sent, written);
        return SignInAgain.page(
                shell.getPath(), sent, words.isEmpty() ? List.of() : List.of(new SignInAgain.Line("Text", words)));
    }

    private Cooperation now(String bearer, String id) {
        return services.cooperation(client -> client.show(bearer, id)).orThrow();
    }

    /** What is wrong with a step or with an answer, whose words the page calls {@code word}. */
    private static FormErrors explain(Problem problem) {
        return explain(problem, field -> field.equals("message") ? "word" : field);
    }

    /**
     * The service's refusal in the words of the page.
     *
     * @param field how the page calls a field of the request
     */
    private static FormErrors explain(Problem problem, UnaryOperator<String> field) {
        if (problem.status() == 412) {
            return FormErrors.general(
                    "Somebody has changed this since you opened the page. Nothing was saved. Look at it as it"
                            + " is now, then decide again.");
        }
        if (!problem.errors().isEmpty()) {
            return new FormErrors(problem.errors().stream()
                    .map(error -> {
                        String name =
                                field.apply(FormErrors.field(error.field()).replace("ClusterId", ""));
                        return new FormErrors.Entry(
                                LABELS.containsKey(name) ? name : "",
                                Lengths.plain(LABELS.getOrDefault(name, ""), error.message(), null));
                    })
                    .toList());
        }
        String sentence = problem.sentence();
        return FormErrors.general(sentence.isBlank() ? "This was refused." : sentence);
    }

    private static FormErrors down() {
        return FormErrors.general(
                "The cluster directory does not answer at the moment. Nothing was sent; what you wrote is"
                        + " still here. Please try again in a minute.");
    }

    private TemplateInstance proposal(ProposalForm form, FormErrors errors) {
        // asked for by city: a list of all may end before the own ones come
        List<Answer<List<Cluster>>> ownByCity =
                shell.getVisitor().cities().stream().map(memory::clustersOf).toList();
        List<Cluster> own = ownByCity.stream()
                .flatMap(answer -> answer.or(List.of()).stream())
                .filter(this::isOwn)
                .toList();
        List<Cluster> others = new ArrayList<>(clusters.getChoices().stream()
                .filter(cluster -> !isOwn(cluster))
                .toList());
        if (form.to().matches(ProposalForm.ID)
                && !clusters.isDown()
                && others.stream().noneMatch(cluster -> form.to().equals(cluster.id()))) {
            Answer<Cluster> chosen = services.directory(client -> client.cluster(form.to()));
            if (chosen.isFound() && !isOwn(chosen.value())) {
                others.add(chosen.value());
            }
        }
        boolean down = clusters.isDown() || ownByCity.stream().anyMatch(Answer::isDown);
        return Templates.proposal(form, down, own, others, errors);
    }

    private boolean isOwn(Cluster cluster) {
        return shell.getVisitor().cities().contains(cluster.cityId());
    }

    private static TemplateInstance page(
            Cooperation cooperation, StepForm step, String word, String done, FormErrors errors) {
        return Templates.show(cooperation, step, word, done, errors);
    }

    private static RestResponse<String> to(String id, String done) {
        return Onward.to(PATH + "/{id}", id, done);
    }

    @CheckedTemplate(basePath = "cooperation")
    static class Templates {
        private Templates() {}

        static native TemplateInstance list(Answer<Page<Cooperation>> cooperations, String state, Pager pager);

        static native TemplateInstance proposal(
                ProposalForm form, boolean down, List<Cluster> own, List<Cluster> others, FormErrors errors);

        static native TemplateInstance show(
                Cooperation cooperation, StepForm step, String word, String done, FormErrors errors);
    }
}
