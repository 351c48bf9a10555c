package eu.urbact.infocus.portal.answers;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Predicate;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.GET;
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
import io.vertx.core.http.HttpServerRequest;
import org.jboss.resteasy.reactive.RestResponse;

import eu.urbact.infocus.portal.shell.FormErrors;
import eu.urbact.infocus.portal.shell.HtmlPage;
import eu.urbact.infocus.portal.shell.Onward;
import eu.urbact.infocus.portal.shell.PersonalLinks;
import eu.urbact.infocus.portal.shell.services.Answer;
import eu.urbact.infocus.portal.shell.services.OwnAnswers;
import eu.urbact.infocus.portal.shell.services.Problem;
import eu.urbact.infocus.portal.shell.services.Services;
import eu.urbact.infocus.portal.shell.text.Lengths;

/** One page: what was answered, and the form for what can be answered now. */
@Path("/")
@Blocking
@Produces(MediaType.TEXT_HTML)
public class OwnAnswersPages {

    private static final String FIELD = "answers.";
    private static final String DOWN =
            "Your answers could not be saved, because our registration does not answer at the moment. They are below: please send"
                    + " them again in a few minutes.";

    private final Services services;

    OwnAnswersPages(Services services) {
        this.services = services;
    }

    /** The answers. */
    @GET
    @Path("en/my/{token}/answers")
    public RestResponse<String> show(
            @PathParam("token") String token, @QueryParam("done") String done, HttpServerRequest request) {
        Answer<OwnAnswers> found = find(token, request);
        if (found.isMissing()) {
            return PersonalLinks.unknown();
        }
        OwnAnswers own = found.orThrow();
        Map<String, List<String>> given = new LinkedHashMap<>();
        own.questions().forEach(item -> given.put(item.key(), item.values()));
        return HtmlPage.of(200, Templates.show(token, own, new Given(given), "saved".equals(done), FormErrors.NONE));
    }

    /** Reached by a reload of a page that was shown again. */
    @GET
    @Path("en/my/{token}/answers-given")
    public RestResponse<String> again(@PathParam("token") String token) {
        return to(token, null);
    }

    /** Saves the answers, or shows them again with what is wrong. */
    @POST
    @Path("en/my/{token}/answers-given")
    @Consumes(MediaType.APPLICATION_FORM_URLENCODED)
    public RestResponse<String> save(
            @PathParam("token") String token, MultivaluedMap<String, String> sent, HttpServerRequest request) {
        Answer<OwnAnswers> found = find(token, request);
        if (found.isMissing()) {
            return PersonalLinks.unknown();
        }
        OwnAnswers own = found.orThrow();
        Given given = Given.of(sent, own);
        Answer<OwnAnswers> answer = services.answers(
                client -> client.put(token, PersonalLinks.address(request), new OwnAnswers.Given(given.toSend(own))));
        if (answer.isFound()) {
            return to(token, "saved");
        }
        if (answer instanceof Answer.Refused<OwnAnswers> refused) {
            int status = refused.problem().formStatus();
            return HtmlPage.of(
                    status, Templates.show(token, own, given, false, explain(refused.problem(), own, given)));
        }
        return HtmlPage.of(503, Templates.show(token, own, given, false, FormErrors.general(DOWN)));
    }

    private static FormErrors explain(Problem problem, OwnAnswers own, Given given) {
        List<FormErrors.Entry> entries = own.questions().stream()
                .flatMap(item -> problem.errors().stream()
                        .filter(error -> error.field().equals(FIELD + item.key()))
                        .map(error -> new FormErrors.Entry(
                                item.question().field(),
                                item.label() + " – " + Lengths.plain(error.message(), given.text(item)))))
                .toList();
        return entries.isEmpty() ? FormErrors.general(problem.sentence()) : new FormErrors(entries);
    }

    private Answer<OwnAnswers> find(String token, HttpServerRequest request) {
        return PersonalLinks.ask(
                token, () -> services.answers(client -> client.show(token, PersonalLinks.address(request))));
    }

    private static RestResponse<String> to(String token, String done) {
        return Onward.to("/en/my/{token}/answers", token, done);
    }

    /**
     * Answers as they were entered.
     *
     * @param values by the key of the question
     */
    public record Given(Map<String, List<String>> values) {

        static Given of(MultivaluedMap<String, String> sent, OwnAnswers own) {
            Map<String, List<String>> values = new LinkedHashMap<>();
            own.questions().forEach(item -> {
                List<String> entered = sent.get(item.question().field());
                values.put(item.key(), item.changeable() ? entered == null ? List.of() : entered : item.values());
            });
            return new Given(values);
        }

        /** What answers a question. */
        public List<String> of(OwnAnswers.Item item) {
            return values.getOrDefault(item.key(), List.of()).stream()
                    .filter(Predicate.not(String::isBlank))
                    .toList();
        }

        String text(OwnAnswers.Item item) {
            return String.join("", of(item));
        }

        /** What the service gets: only what can be changed now. */
        Map<String, Object> toSend(OwnAnswers own) {
            Map<String, Object> answers = new LinkedHashMap<>();
            own.questions().stream()
                    .filter(item -> item.changeable() && !of(item).isEmpty())
                    .forEach(item -> answers.put(item.key(), item.question().value(of(item))));
            return answers;
        }

        @Override
        public String toString() {
            return "Given";
        }
    }

    @CheckedTemplate(basePath = "answers")
    static class Templates {
        private Templates() {}

        static native TemplateInstance show(
                String token, OwnAnswers own, Given given, boolean saved, FormErrors errors);
    }
}
