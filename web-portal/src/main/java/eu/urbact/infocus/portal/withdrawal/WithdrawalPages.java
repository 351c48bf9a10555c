package eu.urbact.infocus.portal.withdrawal;

import java.util.List;
import java.util.Optional;
import jakarta.annotation.security.RolesAllowed;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.DefaultValue;
import jakarta.ws.rs.FormParam;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.NotFoundException;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.QueryParam;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.MultivaluedHashMap;
import jakarta.ws.rs.core.MultivaluedMap;

import io.quarkus.qute.CheckedTemplate;
import io.quarkus.qute.TemplateInstance;
import io.smallrye.common.annotation.Blocking;
import org.jboss.resteasy.reactive.RestResponse;

import eu.urbact.infocus.portal.shell.FormErrors;
import eu.urbact.infocus.portal.shell.HtmlPage;
import eu.urbact.infocus.portal.shell.Onward;
import eu.urbact.infocus.portal.shell.Quicker;
import eu.urbact.infocus.portal.shell.Shell;
import eu.urbact.infocus.portal.shell.security.Visitor;
import eu.urbact.infocus.portal.shell.services.Answer;
import eu.urbact.infocus.portal.shell.services.City;
import eu.urbact.infocus.portal.shell.services.Cluster;
import eu.urbact.infocus.portal.shell.services.ClusterList;
import eu.urbact.infocus.portal.shell.services.ClusterSearchClient;
import eu.urbact.infocus.portal.shell.services.Page;
import eu.urbact.infocus.portal.shell.services.Problem;
import eu.urbact.infocus.portal.shell.services.Services;
import eu.urbact.infocus.portal.shell.services.WithdrawnCluster;

/** Clusters that organisers take out of the directory and bring back. */
@Path("/org/withdrawn-clusters")
@RolesAllowed(Visitor.ORGANISER)
@Blocking
@Produces(MediaType.TEXT_HTML)
public class WithdrawalPages {

    private static final String ID = "{id: [a-z0-9-]{1,60}}";
    private static final int TOO_LATE = 409;

    /** The refusal of what is so already. */
    private static final String STATE = "withdrawal-state";

    /** Clusters found that are shown; more words make them fewer. */
    private static final int MOST_FOUND = 20;

    private final Services services;
    private final Shell shell;

    WithdrawalPages(Services services, Shell shell) {
        this.services = services;
        this.shell = shell;
    }

    /** What is taken out, and looking for what is to be taken out. */
    @GET
    public RestResponse<String> list(@QueryParam("q") @DefaultValue("") String q) {
        String words = q.strip();
        if (words.length() > ClusterSearchClient.LONGEST_SEARCH) {
            return HtmlPage.of(
                    422,
                    list(
                            words,
                            new Answer.Missing<>(),
                            new FormErrors(List.of(new FormErrors.Entry(
                                    "q",
                                    "Words of its name: at most " + ClusterSearchClient.LONGEST_SEARCH
                                            + " characters.")))));
        }
        return HtmlPage.of(200, list(words, words.isEmpty() ? new Answer.Missing<>() : find(words), FormErrors.NONE));
    }

    private TemplateInstance list(String q, Answer<ClusterList> found, FormErrors errors) {
        Answer<List<WithdrawnCluster>> withdrawn = withdrawn();
        if (!withdrawn.isDown()) {
            withdrawn.orThrow();
        }
        return Templates.list(withdrawn, q, found, cities(), errors);
    }

    private Answer<ClusterList> find(String words) {
        MultivaluedMap<String, String> filter = new MultivaluedHashMap<>();
        filter.putSingle("q", words);
        filter.putSingle("scope", "ALL");
        filter.putSingle("size", String.valueOf(MOST_FOUND));
        return services.clusterSearch(client -> client.clusters(filter));
    }

    /** One cluster: taking it out with a reason, or why it was taken out and bringing it back. */
    @GET
    @Path(ID)
    public TemplateInstance show(@PathParam("id") String id, @QueryParam("done") @DefaultValue("") String done) {
        return show(id, "", done, FormErrors.NONE);
    }

    /** Takes it out. */
    @POST
    @Path(ID)
    @Consumes(MediaType.APPLICATION_FORM_URLENCODED)
    public RestResponse<String> takeOut(
            @PathParam("id") String id, @FormParam("reason") @DefaultValue("") String entered) {
        // it is said in one line; browsers send several for what was typed in several
        String reason = entered.strip().replaceAll("\\s+", " ");
        Optional<Problem> refusal = services.withdrawals(
                        client -> client.withdraw(bearer(), id, new WithdrawnCluster.Reason(reason)))
                .refusal();
        return refusal.isEmpty() || (refusal.get().isOwnRepetition() && isOutFor(id, reason))
                ? to(id, "out")
                : HtmlPage.of(refusal.get().formStatus(), show(id, entered, "", explain(refusal.get())));
    }

    /** Where a sign-in that was asked for in the middle of something comes back to. */
    @GET
    @Path(ID + "/return")
    public RestResponse<String> afterSignIn(@PathParam("id") String id) {
        return to(id, null);
    }

    /** Brings it back. */
    @POST
    @Path(ID + "/return")
    @Consumes(MediaType.APPLICATION_FORM_URLENCODED)
    public RestResponse<String> bringBack(@PathParam("id") String id) {
        Optional<Problem> refusal = services.withdrawals(client -> {
                    client.bringBack(bearer(), id);
                    return true;
                })
                .refusal();
        return refusal.isEmpty() || refusal.get().isOwnRepetition()
                ? to(id, "back")
                : HtmlPage.of(refusal.get().formStatus(), show(id, "", "", explain(refusal.get())));
    }

    private TemplateInstance show(String id, String reason, String done, FormErrors errors) {
        Answer<Cluster> cluster = services.directory(client -> client.cluster(id));
        return cluster.refusal().filter(Problem::isWithdrawnCluster).isPresent()
                ? Templates.takenOut(withdrawn(id).orElseThrow(NotFoundException::new), cities(), reason, done, errors)
                : Templates.shown(cluster.orThrow(), reason, done, errors);
    }

    /** Whether it is out with this very reason: then a second click has come to what the first one did. */
    private boolean isOutFor(String id, String reason) {
        return withdrawn(id).filter(out -> reason.equals(out.reason())).isPresent();
    }

    private Optional<WithdrawnCluster> withdrawn(String id) {
        return withdrawn().orThrow().stream()
                .filter(cluster -> id.equals(cluster.id()))
                .findFirst();
    }

    private Answer<List<WithdrawnCluster>> withdrawn() {
        return services.withdrawals(client -> client.list(bearer()));
    }

    private static FormErrors explain(Problem problem) {
        if (problem.status() == TOO_LATE) {
            return FormErrors.general(
                    problem.by() == null
                            ? problem.sentence() + " Nothing was done."
                                    + (problem.code().equals(STATE) ? " Look at it as it is now." : "")
                            : (problem.isOwnRepetition() ? "" : "Nothing was done. ") + Quicker.words(problem, ""));
        }
        List<FormErrors.Entry> entries = problem.errors().stream()
                .map(error -> new FormErrors.Entry("reason", "Reason: " + error.message()))
                .toList();
        return entries.isEmpty() ? FormErrors.general(problem.sentence()) : new FormErrors(entries);
    }

    private List<City> cities() {
        return services.cities().or(Page.empty()).items();
    }

    private String bearer() {
        return shell.getVisitor().bearer();
    }

    private static RestResponse<String> to(String id, String done) {
        return Onward.to("/org/withdrawn-clusters/{id}", id, done);
    }

    @CheckedTemplate(basePath = "withdrawal")
    static class Templates {
        private Templates() {}

        static native TemplateInstance list(
                Answer<List<WithdrawnCluster>> withdrawn,
                String q,
                Answer<ClusterList> found,
                List<City> cities,
                FormErrors errors);

        static native TemplateInstance shown(Cluster cluster, String reason, String done, FormErrors errors);

        static native TemplateInstance takenOut(
                WithdrawnCluster cluster, List<City> cities, String reason, String done, FormErrors errors);
    }
}
