package eu.urbact.infocus.portal.answers;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Predicate;
import java.util.stream.Stream;
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
import eu.urbact.infocus.portal.shell.HadEntered;
import eu.urbact.infocus.portal.shell.HtmlPage;
import eu.urbact.infocus.portal.shell.Onward;
import eu.urbact.infocus.portal.shell.PersonalLinks;
import eu.urbact.infocus.portal.shell.Sent;
import eu.urbact.infocus.portal.shell.security.SignInAgain;
import eu.urbact.infocus.portal.shell.services.Answer;
import eu.urbact.infocus.portal.shell.services.Call;
import eu.urbact.infocus.portal.shell.services.OwnAnswers;
import eu.urbact.infocus.portal.shell.services.Problem;
import eu.urbact.infocus.portal.shell.services.Question;
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

    private static final String OTHERS_ASKED =
            "What is asked of you has changed since you opened this page, so nothing was saved. What you had entered is still here:"
                    + " look at it, and save what can be answered now.";
    private static final String FIXED =
            "Nothing was saved: the answers could not be changed any more when you sent them.";

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
        return HtmlPage.of(
                200, Templates.show(token, own, Given.of(own), List.of(), "saved".equals(done), FormErrors.NONE));
    }

    /** Reached by a reload of a page that was shown again. */
    @GET
    @Path("en/my/{token}/answers-given")
    public RestResponse<String> again(@PathParam("token") String token) {
        return to(token, null);
    }

    /**
     * Saves the answers, or shows them again with what is wrong. Nothing is sent on when other questions can be answered now than the page
     * has asked: what is not among them would be lost, and what the page has not asked be deleted.
     */
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
        if (!isAskedNow(sent, own)) {
            return overtaken(token, own, sent);
        }
        Given given = Given.of(sent, own);
        Answer<OwnAnswers> answer = services.answers(
                client -> client.put(token, PersonalLinks.address(request), new OwnAnswers.Given(given.toSend(own))));
        if (answer.isFound()) {
            return to(token, "saved");
        }
        if (answer instanceof Answer.Refused<OwnAnswers> refused) {
            Answer<OwnAnswers> now = find(token, request);
            if (now.isFound() && !isAskedNow(sent, now.value())) {
                return overtaken(token, now.value(), sent);
            }
            int status = refused.problem().formStatus();
            return HtmlPage.of(
                    status,
                    Templates.show(token, own, given, List.of(), false, explain(refused.problem(), own, given)));
        }
        return HtmlPage.of(503, Templates.show(token, own, given, List.of(), false, FormErrors.general(DOWN)));
    }

    private static boolean isAskedNow(MultivaluedMap<String, String> sent, OwnAnswers own) {
        return own.asked().equals(sent.getFirst("asked"));
    }

    /** The page as it is now, with what was sent: in its field, or, where there is none any more, to be copied. */
    private RestResponse<String> overtaken(String token, OwnAnswers own, MultivaluedMap<String, String> sent) {
        FormErrors errors = FormErrors.general(own.mayAnswer() ? OTHERS_ASKED : FIXED);
        return HtmlPage.of(
                409, Templates.show(token, own, Given.of(sent, own), withoutField(sent, own), false, errors));
    }

    /** What was sent, differs from what is kept, and has no field any more. */
    private List<SignInAgain.Line> withoutField(MultivaluedMap<String, String> sent, OwnAnswers own) {
        Map<String, List<String>> entered = new LinkedHashMap<>();
        sent.keySet().stream()
                .filter(field -> field.startsWith(Question.FIELD))
                .forEach(field -> entered.put(field.substring(Question.FIELD.length()), Given.entered(sent, field)));
        own.questions().stream()
                .filter(item -> item.changeable() || item.values().equals(entered.get(item.key())))
                .forEach(item -> entered.remove(item.key()));
        entered.values().removeIf(List::isEmpty);
        if (entered.isEmpty()) {
            return List.of();
        }
        // what is not answered and cannot be any more is asked by the call alone
        Answer<Call> call = own.workshopSlug() == null ? new Answer.Missing<>() : services.callOf(own.workshopSlug());
        List<Question> questions = Stream.concat(
                        own.questions().stream().map(OwnAnswers.Item::question),
                        call.map(Call::questions).or(List.of()).stream())
                .toList();
        return HadEntered.answers(entered, questions);
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

        /** What is kept. */
        static Given of(OwnAnswers own) {
            Map<String, List<String>> values = new LinkedHashMap<>();
            own.questions().forEach(item -> values.put(item.key(), item.values()));
            return new Given(values);
        }

        /** What was sent, and what is kept for what the page has not asked. A box that is not ticked sends nothing. */
        static Given of(MultivaluedMap<String, String> sent, OwnAnswers own) {
            List<String> asked = List.of(Sent.text(sent, "asked").split(" "));
            Map<String, List<String>> values = new LinkedHashMap<>();
            own.questions().forEach(item -> {
                String field = item.question().field();
                boolean isSent = item.changeable() && (asked.contains(item.key()) || sent.containsKey(field));
                values.put(item.key(), isSent ? entered(sent, field) : item.values());
            });
            return new Given(values);
        }

        static List<String> entered(MultivaluedMap<String, String> sent, String field) {
            return sent.getOrDefault(field, List.of()).stream()
                    .filter(Predicate.not(String::isBlank))
                    .toList();
        }

        /** What answers a question. */
        public List<String> of(OwnAnswers.Item item) {
            return values.getOrDefault(item.key(), List.of());
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

        /**
         * The page.
         *
         * @param entered what was sent and has no field any more
         */
        static native TemplateInstance show(
                String token,
                OwnAnswers own,
                Given given,
                List<SignInAgain.Line> entered,
                boolean saved,
                FormErrors errors);
    }
}
