package eu.urbact.infocus.portal.myapplication;

import java.util.function.Supplier;

import io.vertx.core.http.HttpServerRequest;
import org.jboss.resteasy.reactive.RestResponse;

import eu.urbact.infocus.portal.shell.FormErrors;
import eu.urbact.infocus.portal.shell.Meanwhile;
import eu.urbact.infocus.portal.shell.PersonalLinks;
import eu.urbact.infocus.portal.shell.services.Answer;
import eu.urbact.infocus.portal.shell.services.OwnApplication;
import eu.urbact.infocus.portal.shell.services.Problem;

/**
 * A form by which people change something of their application. Whatever is refused, the input is kept.
 *
 * @param <F> what the form holds
 */
abstract class ChangePages<F extends ChangePages.Form<F>> {

    /** What people have entered, letter by letter. */
    interface Form<F> {

        /** The same words on top of the application as it is now. */
        F on(OwnApplication application);

        /** The refusal in the words of this form, in the order of its fields. */
        FormErrors explain(Problem problem);
    }

    /** Stands in for an application that cannot be read at the moment, around a form that has been filled in already. */
    private static final OwnApplication UNREAD = new OwnApplication(
            null, 0, null, null, null, null, null, null, null, null, null, null, null, null, null, null, null, null,
            null, null, null, null, null, null, null, false, false, false, true, true, false, false, false, false, null,
            null, null, false, false, null);

    private static final String DOWN =
            "Your change could not be sent, because our registration does not answer at the moment. Nothing you entered is lost:"
                    + " please send it again in a few minutes.";

    private final OwnApplications applications;

    ChangePages(OwnApplications applications) {
        this.applications = applications;
    }

    /** What the form begins with. */
    abstract F filled(OwnApplication own);

    /** Whether it can still be changed. */
    abstract boolean isOpen(OwnApplication own);

    /** Where the application as it is now differs from what was entered. */
    abstract Meanwhile meanwhile(F form, OwnApplication own);

    abstract RestResponse<String> form(int status, String token, OwnApplication own, F form, FormErrors errors);

    /** Why it is too late, with the input to copy; null when nothing has been entered. */
    abstract RestResponse<String> tooLate(String token, OwnApplication own, F form);

    /** The form with what has been said so far, or why it is too late. */
    RestResponse<String> show(String token, HttpServerRequest request) {
        Answer<OwnApplication> answer = applications.find(token, request);
        if (answer.isMissing()) {
            return PersonalLinks.unknown();
        }
        OwnApplication own = answer.orThrow();
        return isOpen(own) ? form(200, token, own, filled(own), FormErrors.NONE) : tooLate(token, own, null);
    }

    /** The form as it is filled in so far, for whoever has looked something up on the way. Nothing is sent. */
    RestResponse<String> again(String token, HttpServerRequest request, F form) {
        Answer<OwnApplication> answer = applications.find(token, request);
        if (answer.isMissing()) {
            return PersonalLinks.unknown();
        }
        if (answer.isDown()) {
            return form(503, token, UNREAD, form, FormErrors.general(DOWN));
        }
        OwnApplication own = answer.orThrow();
        return isOpen(own) ? form(200, token, own, form, FormErrors.NONE) : tooLate(token, own, form);
    }

    /** Sends it, and goes back to the application; or shows the form again with what is wrong. */
    RestResponse<String> send(
            String token, HttpServerRequest request, F form, Supplier<Answer<OwnApplication>> sending) {
        Answer<OwnApplication> changed = PersonalLinks.ask(token, sending);
        if (changed.isFound()) {
            return MyApplicationPages.back(token, "edited");
        }
        Answer<OwnApplication> now = changed.isMissing() ? changed : applications.find(token, request);
        if (now.isMissing()) {
            return PersonalLinks.unknown();
        }
        if (now.isDown()) {
            return form(503, token, UNREAD, form, FormErrors.general(DOWN));
        }
        OwnApplication own = now.orThrow();
        if (!(changed instanceof Answer.Refused<OwnApplication> refused)) {
            return form(503, token, own, form, FormErrors.general(DOWN));
        }
        if (!isOpen(own)) {
            return tooLate(token, own, form);
        }
        int status = refused.problem().status();
        return status == 412 || status == 428
                ? form(
                        412,
                        token,
                        own,
                        form.on(own),
                        meanwhile(form, own)
                                .after(FormErrors.general(
                                        "Your application has been changed since you opened this form, perhaps by you in another"
                                                + " window. Nothing is saved yet. What you entered is kept below: look at it and"
                                                + " send it again.")))
                : form(refused.problem().formStatus(), token, own, form, form.explain(refused.problem()));
    }
}
