package eu.urbact.infocus.portal.desk;

import java.net.URI;
import java.util.List;
import java.util.UUID;
import jakarta.annotation.security.RolesAllowed;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.DefaultValue;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.QueryParam;
import jakarta.ws.rs.core.Context;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.MultivaluedHashMap;
import jakarta.ws.rs.core.MultivaluedMap;
import jakarta.ws.rs.core.UriInfo;

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
import eu.urbact.infocus.portal.shell.services.Applicant;
import eu.urbact.infocus.portal.shell.services.Call;
import eu.urbact.infocus.portal.shell.services.City;
import eu.urbact.infocus.portal.shell.services.DeskClient;
import eu.urbact.infocus.portal.shell.services.DeskPlace;
import eu.urbact.infocus.portal.shell.services.DeskRow;
import eu.urbact.infocus.portal.shell.services.EarlierApplication;
import eu.urbact.infocus.portal.shell.services.Page;
import eu.urbact.infocus.portal.shell.services.Problem;
import eu.urbact.infocus.portal.shell.services.Review;
import eu.urbact.infocus.portal.shell.services.Services;
import eu.urbact.infocus.portal.shell.services.StagedDecision;

import static eu.urbact.infocus.portal.shell.Sent.given;
import static eu.urbact.infocus.portal.shell.Sent.text;

/**
 * One person of the plan after the other: all that is known, what colleagues think, and the decision to be staged. Staging leads to the
 * next person of the list, so that a list is worked through without going back to it.
 */
@Path("/org/w/{slug}/plan/people/{id}")
@RolesAllowed(Visitor.ORGANISER)
@Blocking
@Produces(MediaType.TEXT_HTML)
public class PersonPages {

    /**
     * What has happened, and to whom when it was not this person.
     *
     * @param other the row of that person, or null
     */
    public record Done(String code, DeskRow other) {

        static final Done NOTHING = new Done("", null);
    }

    /** Everything on the page. */
    public record View(
            Call call,
            PlanFilter filter,
            DeskPlace place,
            Applicant applicant,
            Answer<Review> review,
            Answer<List<EarlierApplication>> earlier,
            Answer<AdmissionPlan> plan,
            List<City> cities,
            StagingForm form,
            String comment,
            Done done) {

        /** The person's row of the list. */
        public DeskRow row() {
            return place.row();
        }
    }

    private final Services services;
    private final Shell shell;
    private final Searches searches;

    PersonPages(Services services, Shell shell, Searches searches) {
        this.services = services;
        this.shell = shell;
        this.searches = searches;
    }

    /** The person, within the list that the address tells. */
    @GET
    public TemplateInstance show(
            @PathParam("slug") String slug,
            @PathParam("id") String id,
            @Context UriInfo uri,
            @QueryParam("done") @DefaultValue("") String done,
            @QueryParam("of") @DefaultValue("") String of,
            @QueryParam("reason") @DefaultValue("") String reason) {
        PlanFilter filter = PlanFilter.of(slug, uri.getQueryParameters(), searches);
        Call call = services.callOf(slug).orThrow();
        DeskRow other = of.isEmpty() || of.equals(id)
                ? null
                : place(call, of, filter).map(DeskPlace::row).or(null);
        return page(call, filter, id, StagingForm.after(reason), "", new Done(done, other), FormErrors.NONE);
    }

    /** Reached by a reload, or by a sign-in on the way: starts anew. */
    @GET
    @Path("{form:staging|undo|vote|comment}")
    public RestResponse<String> again(@PathParam("slug") String slug, @PathParam("id") String id) {
        return RestResponse.seeOther(URI.create(
                PlanFilter.of(slug, new MultivaluedHashMap<>(), searches).person(id)));
    }

    /** Stages a decision and goes on to the next person. */
    @POST
    @Path("staging")
    @Consumes(MediaType.APPLICATION_FORM_URLENCODED)
    public RestResponse<String> stage(
            @PathParam("slug") String slug, @PathParam("id") String id, MultivaluedMap<String, String> sent) {
        PlanFilter filter = PlanFilter.of(slug, sent, searches);
        StagingForm form = StagingForm.of(sent);
        Call call = services.callOf(slug).orThrow();
        // asked before, because whoever is staged may be in the list no longer, and then has no place in it
        Answer<DeskPlace> place = place(call, id, filter);
        Answer<StagedDecision> answer = services.desk(client -> client.stage(
                shell.getVisitor().bearer(), id, tag(sent), form.toStaged("true".equals(sent.getFirst("replace")))));
        if (answer.isFound() && filter.isForgotten()) {
            // the next one would be one of all, whom nobody has searched for
            return RestResponse.seeOther(filter.after("STAGED", answer.value().step(), 1));
        }
        if (answer.isFound()) {
            String next = place.map(DeskPlace::next).or(null);
            String reason = form.decision().equals("DECLINE") ? form.reasonCode() : "";
            return RestResponse.seeOther(
                    next == null
                            ? filter.after("LAST", null, 0)
                            : filter.afterPerson(next, form.decision(), id, reason));
        }
        return refused(answer, call, filter, id, form, "");
    }

    /** Takes back what is staged. */
    @POST
    @Path("undo")
    @Consumes(MediaType.APPLICATION_FORM_URLENCODED)
    public RestResponse<String> undo(
            @PathParam("slug") String slug, @PathParam("id") String id, MultivaluedMap<String, String> sent) {
        PlanFilter filter = PlanFilter.of(slug, sent, searches);
        Call call = services.callOf(slug).orThrow();
        boolean others = "true".equals(sent.getFirst("others"));
        Answer<Boolean> answer =
                services.change(client -> client.takeBack(shell.getVisitor().bearer(), id, tag(sent), others));
        return answer.isFound()
                ? RestResponse.seeOther(filter.afterPerson(id, "UNDONE", "", ""))
                : refused(answer, call, filter, id, StagingForm.BLANK, "");
    }

    /** Votes. */
    @POST
    @Path("vote")
    @Consumes(MediaType.APPLICATION_FORM_URLENCODED)
    public RestResponse<String> vote(
            @PathParam("slug") String slug, @PathParam("id") String id, MultivaluedMap<String, String> sent) {
        PlanFilter filter = PlanFilter.of(slug, sent, searches);
        Call call = services.callOf(slug).orThrow();
        String vote = text(sent, "vote");
        Answer<Boolean> answer = services.change(
                client -> client.vote(shell.getVisitor().bearer(), id, new DeskClient.NewVote(given(vote))));
        return answer.isFound()
                ? RestResponse.seeOther(filter.afterPerson(id, "VOTED", "", ""))
                : refused(answer, call, filter, id, StagingForm.BLANK, "");
    }

    /** Writes a comment. */
    @POST
    @Path("comment")
    @Consumes(MediaType.APPLICATION_FORM_URLENCODED)
    public RestResponse<String> comment(
            @PathParam("slug") String slug, @PathParam("id") String id, MultivaluedMap<String, String> sent) {
        PlanFilter filter = PlanFilter.of(slug, sent, searches);
        Call call = services.callOf(slug).orThrow();
        String text = text(sent, "text");
        String key = text(sent, "key");
        Answer<Review.Comment> answer = services.desk(
                client -> client.comment(shell.getVisitor().bearer(), id, given(key), new DeskClient.NewComment(text)));
        return answer.isFound()
                ? RestResponse.seeOther(filter.afterPerson(id, "COMMENTED", "", ""))
                : refused(answer, call, filter, id, StagingForm.BLANK, text);
    }

    private Answer<DeskPlace> place(Call call, String id, PlanFilter filter) {
        return services.desk(client -> client.place(shell.getVisitor().bearer(), id, filter.query(call)));
    }

    private TemplateInstance page(
            Call call, PlanFilter filter, String id, StagingForm form, String comment, Done done, FormErrors errors) {
        String bearer = shell.getVisitor().bearer();
        DeskPlace place = place(call, id, filter).orThrow();
        Applicant applicant =
                services.desk(client -> client.applicant(bearer, id)).orThrow();
        return Templates.person(
                new View(
                        call,
                        filter,
                        place,
                        applicant,
                        services.desk(client -> client.review(bearer, id)),
                        services.desk(client -> client.earlier(bearer, id)),
                        services.desk(client -> client.plan(bearer, call.id())),
                        services.cities().or(Page.empty()).items(),
                        form,
                        comment,
                        done),
                UUID.randomUUID().toString(),
                errors);
    }

    private RestResponse<String> refused(
            Answer<?> answer, Call call, PlanFilter filter, String id, StagingForm form, String comment) {
        if (answer.isDown()) {
            FormErrors down = FormErrors.general(
                    "It was not confirmed, because registration does not answer. Look at the page before you try again.");
            return HtmlPage.of(503, page(call, filter, id, form, comment, Done.NOTHING, down));
        }
        Problem problem = answer.refusal().orElseThrow();
        return HtmlPage.of(
                problem.status(),
                page(call, filter, id, form, comment, Done.NOTHING, explain(problem, call, form, comment)));
    }

    private static FormErrors explain(Problem problem, Call call, StagingForm form, String comment) {
        if (problem.by() != null) {
            return FormErrors.general(Quicker.words(problem, Refusals.zone(call)));
        }
        if (problem.code().equals("reason-missing") || problem.code().equals("reason-not-true")) {
            return new FormErrors(List.of(new FormErrors.Entry("reasonCode", problem.sentence())));
        }
        return Refusals.of(problem, field -> field.equals("note") ? form.note() : comment);
    }

    /** As an entity tag for {@code If-Match}: what the organiser had in front of them. */
    private static String tag(MultivaluedMap<String, String> sent) {
        return "\"" + text(sent, "tag").replaceAll("[^0-9a-z.-]", "") + "\"";
    }

    @CheckedTemplate(basePath = "desk")
    static class Templates {
        private Templates() {}

        static native TemplateInstance person(View view, String key, FormErrors errors);
    }
}
