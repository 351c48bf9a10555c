package eu.urbact.infocus.portal.profiles;

import java.util.List;
import java.util.function.Function;

import io.quarkus.qute.TemplateInstance;
import org.jboss.resteasy.reactive.RestResponse;

import eu.urbact.infocus.portal.shell.FormAgain;
import eu.urbact.infocus.portal.shell.FormErrors;
import eu.urbact.infocus.portal.shell.services.Answer;
import eu.urbact.infocus.portal.shell.services.Problem;
import eu.urbact.infocus.portal.shell.text.Times;

/** Why something about a profile was not done, in words for whoever writes or reviews it. */
final class ProfileRefusal {

    private ProfileRefusal() {}

    /** Somebody else was quicker with the same profile. */
    static FormErrors overtaken(Problem problem) {
        String who = problem.by() == null ? "Somebody else" : problem.by();
        String when = problem.at() == null ? "" : " on " + Times.written(problem.at(), null);
        return FormErrors.general(who + " has changed this profile" + when
                + ", after you opened it. Nothing of yours was saved yet. Your entries are below: look at the profile as it is"
                + " now, then save again.");
    }

    /** What keeps a profile from its next step, under the pages of the editor where it can be put right. */
    static FormErrors ofMove(Problem problem) {
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

    /** What is wrong with a table that was pasted. */
    static FormErrors ofTable(Problem problem) {
        List<FormErrors.Entry> entries = problem.errors().stream()
                .map(error -> new FormErrors.Entry(
                        "file",
                        "Headings and values" + (error.field().equals("file") ? "" : ", column " + error.field()) + ": "
                                + error.message()))
                .toList();
        return entries.isEmpty() ? FormErrors.general(problem.sentence()) : new FormErrors(entries);
    }

    /** The page once more, with what was entered, when the cluster directory has said no or nothing. */
    static RestResponse<String> again(Answer<?> answer, Function<Problem, TemplateInstance> page) {
        return FormAgain.page(
                answer,
                "This could not be saved, because the cluster directory does not answer at the moment. Please try"
                        + " again in a few minutes.",
                page);
    }
}
