package eu.urbact.infocus.portal.desk;

import java.util.List;
import java.util.Optional;
import java.util.UUID;
import jakarta.annotation.security.RolesAllowed;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.DefaultValue;
import jakarta.ws.rs.FormParam;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;

import io.quarkus.qute.CheckedTemplate;
import io.quarkus.qute.TemplateInstance;
import io.smallrye.common.annotation.Blocking;
import org.jboss.resteasy.reactive.RestResponse;

import eu.urbact.infocus.portal.shell.FormErrors;
import eu.urbact.infocus.portal.shell.HtmlPage;
import eu.urbact.infocus.portal.shell.Quicker;
import eu.urbact.infocus.portal.shell.Shell;
import eu.urbact.infocus.portal.shell.security.Visitor;
import eu.urbact.infocus.portal.shell.services.AdmissionPlan;
import eu.urbact.infocus.portal.shell.services.Answer;
import eu.urbact.infocus.portal.shell.services.Call;
import eu.urbact.infocus.portal.shell.services.City;
import eu.urbact.infocus.portal.shell.services.DeskClient;
import eu.urbact.infocus.portal.shell.services.MailPreview;
import eu.urbact.infocus.portal.shell.services.MailPreviewClient;
import eu.urbact.infocus.portal.shell.services.Page;
import eu.urbact.infocus.portal.shell.services.Problem;
import eu.urbact.infocus.portal.shell.services.Released;
import eu.urbact.infocus.portal.shell.services.Services;
import eu.urbact.infocus.portal.shell.text.Times;

import static eu.urbact.infocus.portal.shell.Sent.given;

/** The release of the plan: who would be told what, with samples of the mails, and the one button of the desk that tells people. */
@Path("/org/w/{slug}/plan/release")
@RolesAllowed(Visitor.ORGANISER)
@Blocking
@Produces(MediaType.TEXT_HTML)
public class ReleasePages {

    private final Services services;
    private final Shell shell;

    ReleasePages(Services services, Shell shell) {
        this.services = services;
        this.shell = shell;
    }

    /** Who would be told what, before anybody is. */
    @GET
    public TemplateInstance preview(@PathParam("slug") String slug) {
        return page(services.callOf(slug).orThrow(), null, FormErrors.NONE);
    }

    /** Releases what was looked at. */
    @POST
    @Consumes(MediaType.APPLICATION_FORM_URLENCODED)
    public RestResponse<String> release(
            @PathParam("slug") String slug,
            @FormParam("tag") @DefaultValue("") String tag,
            @FormParam("key") @DefaultValue("") String key,
            @FormParam("newest") String newest) {
        Call call = services.callOf(slug).orThrow();
        Answer<Released> answer = services.releases(client ->
                client.release(shell.getVisitor().bearer(), call.id(), tag, given(key), new DeskClient.Selected(null)));
        if (answer.isDown()) {
            FormErrors down = FormErrors.general(
                    "The release was not confirmed, because registration does not answer. Look at what is still staged below before you try again.");
            return HtmlPage.of(503, page(call, null, down));
        }
        return answer.refusal()
                .map(problem -> HtmlPage.of(problem.status(), page(call, null, explain(problem, call, newest))))
                .orElseGet(() -> {
                    Released released = answer.value();
                    return HtmlPage.of(200, page(call, released, Refusals.left(released.kept(), call)));
                });
    }

    /** @param newest the last release when the plan was looked at; empty when there was none, null when that was not known */
    private FormErrors explain(Problem problem, Call call, String newest) {
        if (problem.status() != 412) {
            return FormErrors.general(problem.sentence());
        }
        Optional<Released.Release> since = newest == null
                ? Optional.empty()
                : releases(call).or(Page.empty()).items().stream()
                        .findFirst()
                        .filter(last -> !newest.equals(last.id()));
        if (since.isPresent()) {
            boolean own = problem.isOwnRepetition() && since.get().releasedBy().equals(problem.by());
            return FormErrors.general("By this click nobody was told anything: the plan you looked at was released by "
                    + (own ? "yourself, perhaps in another window" : since.get().releasedBy()) + ", "
                    + Times.written(since.get().releasedAt(), Refusals.zone(call))
                    + ". How many were told stands below, under “Released before”. Above it is what is staged now.");
        }
        return FormErrors.general(
                "The plan has changed since you looked at it. By this click nobody was told anything. "
                        + (problem.by() == null
                                ? "Look at it now, then release."
                                : Quicker.wordsOfMany(problem, Refusals.zone(call))));
    }

    private TemplateInstance page(Call call, Released released, FormErrors errors) {
        String bearer = shell.getVisitor().bearer();
        Answer<AdmissionPlan> plan = services.desk(client -> client.plan(bearer, call.id()));
        return Templates.release(
                call,
                plan,
                mails(plan.isFound() ? plan.value() : null),
                releases(call),
                released,
                UUID.randomUUID().toString(),
                services.cities().or(Page.empty()).items(),
                errors);
    }

    private Answer<Page<Released.Release>> releases(Call call) {
        return services.desk(client -> client.releases(shell.getVisitor().bearer(), call.id(), 5));
    }

    /** The mails to those who stand for the others, as they would get them. */
    private Answer<MailPreview.All> mails(AdmissionPlan plan) {
        List<MailPreviewClient.Draft> drafts = plan == null
                ? List.of()
                : plan.told().stream()
                        .flatMap(outcome -> outcome.samples().stream()
                                .map(sample -> new MailPreviewClient.Draft(
                                        sample.applicationId(), outcome.mail(), sample.reasonCode(), sample.note())))
                        .toList();
        return drafts.isEmpty()
                ? new Answer.Found<>(new MailPreview.All(List.of()))
                : services.mailPreviews(
                        client -> client.preview(shell.getVisitor().bearer(), new MailPreviewClient.Wanted(drafts)));
    }

    @CheckedTemplate(basePath = "desk")
    static class Templates {
        private Templates() {}

        static native TemplateInstance release(
                Call call,
                Answer<AdmissionPlan> plan,
                Answer<MailPreview.All> mails,
                Answer<Page<Released.Release>> releases,
                Released released,
                String key,
                List<City> cities,
                FormErrors errors);
    }
}
