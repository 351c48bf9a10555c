package eu.urbact.infocus.portal.shell;

import java.util.UUID;
import java.util.function.Function;
import jakarta.ws.rs.NotFoundException;

import io.quarkus.qute.TemplateInstance;
import org.jboss.resteasy.reactive.RestResponse;

import eu.urbact.infocus.portal.shell.services.Answer;
import eu.urbact.infocus.portal.shell.services.Problem;

/** A form that is shown again, with what was entered, because a service has said no or nothing. */
public final class FormAgain {

    private FormAgain() {}

    /**
     * The status of a page that shows the form.
     *
     * @param answer one that has brought nothing
     * @throws NotFoundException when what it is about is not there
     */
    public static int status(Answer<?> answer) {
        if (answer.isMissing()) {
            throw new NotFoundException();
        }
        return answer instanceof Answer.Refused<?> refused ? refused.problem().formStatus() : 503;
    }

    /**
     * The random id that a form goes on with when it is shown again: its own, so that nothing is done twice; another one when what came of
     * the first was erased since, so that what is sent once more is meant anew.
     *
     * @param answer one that has brought nothing
     */
    public static String id(Answer<?> answer, String id) {
        return answer instanceof Answer.Refused<?> refused && refused.problem().isErasedSince()
                ? UUID.randomUUID().toString()
                : id;
    }

    /**
     * The form with what is said about it.
     *
     * @param answer one that has brought nothing
     * @param down what is said when the service could not be asked, as if it were its own sentence
     * @param page the form with this refusal in words
     * @throws RuntimeException as {@link Answer#refusal()} for what is a page of its own
     */
    public static RestResponse<String> page(Answer<?> answer, String down, Function<Problem, TemplateInstance> page) {
        Problem problem = answer.isDown()
                ? new Problem(null, null, 503, down, null)
                : answer.refusal().orElseThrow();
        return HtmlPage.of(problem.formStatus(), page.apply(problem));
    }
}
