package eu.urbact.infocus.portal.profiles;

import java.util.ArrayList;
import java.util.List;
import jakarta.annotation.security.RolesAllowed;
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
import io.smallrye.common.annotation.Blocking;
import org.jboss.resteasy.reactive.RestResponse;

import eu.urbact.infocus.portal.shell.FormErrors;
import eu.urbact.infocus.portal.shell.SeenVersion;
import eu.urbact.infocus.portal.shell.Shell;
import eu.urbact.infocus.portal.shell.security.Visitor;
import eu.urbact.infocus.portal.shell.services.Answer;
import eu.urbact.infocus.portal.shell.services.City;
import eu.urbact.infocus.portal.shell.services.Cluster;
import eu.urbact.infocus.portal.shell.services.Offer;
import eu.urbact.infocus.portal.shell.services.OwnProfile;
import eu.urbact.infocus.portal.shell.services.Page;
import eu.urbact.infocus.portal.shell.services.Problem;
import eu.urbact.infocus.portal.shell.services.Services;

import static eu.urbact.infocus.portal.shell.Sent.text;

/** The organisers' review of profiles: what waits, and the decision with the page in front of them. */
@Path("/org/clusters")
@RolesAllowed(Visitor.ORGANISER)
@Blocking
@Produces(MediaType.TEXT_HTML)
public class ReviewPages {

    private static final int SIZE = 50;
    private static final int HISTORY = 20;
    private static final String ID = "{id: [a-z0-9-]{1,60}}";

    private final Services services;
    private final Shell shell;

    ReviewPages(Services services, Shell shell) {
        this.services = services;
        this.shell = shell;
    }

    /** What waits for a review, or was published. */
    @GET
    public TemplateInstance list(
            @QueryParam("state") @DefaultValue("SUBMITTED") String state,
            @QueryParam("page") @DefaultValue("0") int page,
            @QueryParam("done") String done) {
        Answer<Page<OwnProfile.Item>> profiles = services.profiles(
                client -> client.forReview(bearer(), state.isEmpty() ? null : state, Math.max(0, page), SIZE));
        if (!profiles.isDown()) {
            profiles.orThrow();
        }
        return Templates.reviews(profiles, cities(), new ReviewFilter(state, Math.max(0, page)), done);
    }

    /** One of them as it would be published, with its contact person and its history. */
    @GET
    @Path(ID)
    public TemplateInstance show(@PathParam("id") String id) {
        return show(id, "", FormErrors.NONE);
    }

    /** Where a sign-in that was asked for in the middle of something comes back to. */
    @GET
    @Path(ID + "/{step: publication|return}")
    public RestResponse<String> afterSignIn(@PathParam("id") String id) {
        return RestResponse.seeOther(UriBuilder.fromPath("/org/clusters/{id}").build(id));
    }

    /** Shows it to everybody. */
    @POST
    @Path(ID + "/publication")
    @Consumes(MediaType.APPLICATION_FORM_URLENCODED)
    public RestResponse<String> publish(@PathParam("id") String id, MultivaluedMap<String, String> sent) {
        Answer<OwnProfile> answer =
                services.profiles(client -> client.publish(bearer(), id, SeenVersion.etag(text(sent, "version"))));
        // a second click finds published what it wants to publish
        return answer.isFound() || (answer.isStale() && isPublishedBySomebody(id))
                ? back("published")
                : ProfileRefusal.again(answer, problem -> show(id, "", notToPublish(problem)));
    }

    private boolean isPublishedBySomebody(String id) {
        return services.profiles(client -> client.reviewed(bearer(), id))
                .map(profile -> "PUBLISHED".equals(profile.state()))
                .or(false);
    }

    /** Sends it back to its city. */
    @POST
    @Path(ID + "/return")
    @Consumes(MediaType.APPLICATION_FORM_URLENCODED)
    public RestResponse<String> sendBack(@PathParam("id") String id, MultivaluedMap<String, String> sent) {
        String reason = text(sent, "reason");
        Answer<OwnProfile> answer = services.profiles(client -> client.sendBack(
                bearer(), id, SeenVersion.etag(text(sent, "version")), new OwnProfile.SendingBack(reason)));
        return answer.isFound()
                ? back("returned")
                : ProfileRefusal.again(answer, problem -> show(id, reason, explain(problem)));
    }

    private TemplateInstance show(String id, String reason, FormErrors errors) {
        OwnProfile profile =
                services.profiles(client -> client.reviewed(bearer(), id)).orThrow();
        Cluster cluster = services.profiles(client -> client.reviewedPreview(bearer(), id))
                .orThrow();
        Answer<Page<OwnProfile.Change>> changes =
                services.profiles(client -> client.reviewedHistory(bearer(), id, 0, HISTORY));
        Answer<Page<Offer>> offers = services.profiles(client -> client.offers(id, SIZE));
        return Templates.review(profile, cluster, offers, changes, reason, errors);
    }

    /** What could not be submitted any longer goes back to its city, which the first message leads to; the others say why. */
    private static FormErrors notToPublish(Problem problem) {
        if (problem.errors().isEmpty()) {
            return explain(problem);
        }
        List<FormErrors.Entry> entries = new ArrayList<>();
        entries.add(new FormErrors.Entry(
                "reason", "It cannot be published as it is. Send it back and say what has to be changed:"));
        problem.errors()
                .forEach(error -> entries.add(
                        new FormErrors.Entry("", ProfileSection.labelOf(error.field()) + ": " + error.message())));
        return new FormErrors(entries);
    }

    private static FormErrors explain(Problem problem) {
        if (problem.status() == 412) {
            String who = problem.by() == null ? "Somebody else" : problem.by();
            return FormErrors.general(
                    who + " has been quicker. Nothing was done. Look at the profile as it is now, then decide again.");
        }
        List<FormErrors.Entry> entries = problem.errors().stream()
                .map(error -> new FormErrors.Entry("reason", "What has to be changed: " + error.message()))
                .toList();
        return entries.isEmpty() ? FormErrors.general(problem.sentence()) : new FormErrors(entries);
    }

    private List<City> cities() {
        return services.cities().or(Page.empty()).items();
    }

    private String bearer() {
        return shell.getVisitor().bearer();
    }

    private static RestResponse<String> back(String done) {
        return RestResponse.seeOther(
                UriBuilder.fromPath("/org/clusters").queryParam("done", done).build());
    }

    /** What the list is narrowed by. */
    public record ReviewFilter(String state, int page) {

        /** Address of another page of the same list. */
        public String href(int number) {
            return "/org/clusters?state=" + state + "&page=" + number;
        }
    }

    @CheckedTemplate(basePath = "profiles")
    static class Templates {
        private Templates() {}

        static native TemplateInstance reviews(
                Answer<Page<OwnProfile.Item>> profiles, List<City> cities, ReviewFilter filter, String done);

        static native TemplateInstance review(
                OwnProfile profile,
                Cluster cluster,
                Answer<Page<Offer>> offers,
                Answer<Page<OwnProfile.Change>> changes,
                String reason,
                FormErrors errors);
    }
}
