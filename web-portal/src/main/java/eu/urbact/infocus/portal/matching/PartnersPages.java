package eu.urbact.infocus.portal.matching;

import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import jakarta.ws.rs.BadRequestException;
import jakarta.ws.rs.DefaultValue;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.QueryParam;
import jakarta.ws.rs.core.MediaType;

import io.quarkus.qute.CheckedTemplate;
import io.quarkus.qute.TemplateInstance;
import io.smallrye.common.annotation.Blocking;
import org.jboss.resteasy.reactive.RestResponse;

import eu.urbact.infocus.portal.shell.HtmlPage;
import eu.urbact.infocus.portal.shell.Shell;
import eu.urbact.infocus.portal.shell.services.Answer;
import eu.urbact.infocus.portal.shell.services.City;
import eu.urbact.infocus.portal.shell.services.ClusterRef;
import eu.urbact.infocus.portal.shell.services.ClusterSeats;
import eu.urbact.infocus.portal.shell.services.FeedbackCounts;
import eu.urbact.infocus.portal.shell.services.MatchFeedback;
import eu.urbact.infocus.portal.shell.services.MatchPair;
import eu.urbact.infocus.portal.shell.services.MatchPairs;
import eu.urbact.infocus.portal.shell.services.MatchPartners;
import eu.urbact.infocus.portal.shell.services.MatchmakingClient;
import eu.urbact.infocus.portal.shell.services.ModelCard;
import eu.urbact.infocus.portal.shell.services.Page;
import eu.urbact.infocus.portal.shell.services.Problem;
import eu.urbact.infocus.portal.shell.services.Services;

/** Which clusters should meet: of one cluster, of two, of the whole network; and how that is computed. */
@Path("/")
@Blocking
@Produces(MediaType.TEXT_HTML)
public class PartnersPages {

    static final String ALLIANCE = "alliance";
    static final String CROSS_INNOVATION = "cross-innovation";

    private static final Set<String> LENSES = Set.of(ALLIANCE, CROSS_INNOVATION);
    private static final List<String> MEASURES = List.of("CORE", "ENABLER", "ALLIANCE", "CROSS_INNOVATION");
    private static final List<String> STRANDS = List.of("ACTIVITY", "COMPETENCE", "SERVICE", "LEARNING");
    private static final String ID = "[a-z0-9-]{1,60}";
    private static final int PARTNERS = 10;
    private static final int PAIRS = 100;

    /** More does the directory not give at once. */
    private static final int MOST_PAIRS = 1000;

    private final Services services;
    private final Shell shell;

    PartnersPages(Services services, Shell shell) {
        this.services = services;
        this.shell = shell;
    }

    /** Partners of a cluster. */
    @GET
    @Path("en/clusters/{id: " + ID + "}/partners")
    public RestResponse<String> partners(
            @PathParam("id") String id,
            @QueryParam("lens") String lens,
            @QueryParam("scope") String scope,
            @QueryParam("city") @DefaultValue("") String city,
            @QueryParam("done") String done) {
        PartnerFilter filter = new PartnerFilter(
                id,
                Choice.of(lens, LENSES, ""),
                Choice.of(scope, PartnerFilter.SCOPES, "").equals(PartnerFilter.ALL),
                city.strip());
        List<PartnerView> views = Stream.of(ALLIANCE, CROSS_INNOVATION)
                .filter(filter::shows)
                .map(shown -> new PartnerView(shown, ask(filter, shown)))
                .toList();
        Answer<MatchPartners> answer = views.stream()
                .map(PartnerView::partners)
                .filter(Answer::isFound)
                .findFirst()
                .orElseGet(() -> views.get(0).partners());
        if (answer.refusal().filter(PartnersPages::isAboutTheCity).isPresent()) {
            return HtmlPage.of(422, Templates.unknownCity(filter));
        }
        MatchPartners first = answer.orThrow();
        boolean own = isOwn(first.cluster());
        Answer<List<MatchFeedback>> feedback = own
                ? services.matchmaking(
                        client -> client.feedback(shell.getVisitor().bearer(), id))
                : null;
        return HtmlPage.of(
                200,
                Templates.partners(
                        first.cluster(),
                        views,
                        filter,
                        services.cities().or(Page.empty()).items(),
                        own,
                        feedback != null && feedback.isDown(),
                        said(feedback),
                        own ? OwnWord.of(shell.getVisitor(), services) : OwnWord.NONE,
                        done,
                        first.modelVersion(),
                        first.dataVersion()));
    }

    private static boolean isAboutTheCity(Problem refused) {
        return refused.errors().stream().anyMatch(error -> error.field().endsWith("city"));
    }

    static boolean isLens(String name) {
        return name != null && LENSES.contains(name);
    }

    private Answer<MatchPartners> ask(PartnerFilter filter, String lens) {
        return services.matchmaking(client -> client.partners(
                filter.cluster(), lens, filter.scope(), filter.city().isEmpty() ? null : filter.city(), PARTNERS));
    }

    private boolean isOwn(ClusterRef cluster) {
        return cluster.cityId() != null && shell.getVisitor().cities().contains(cluster.cityId());
    }

    private static Map<String, String> said(Answer<List<MatchFeedback>> feedback) {
        return feedback == null
                ? Map.of()
                : feedback.or(List.of()).stream()
                        .collect(Collectors.toMap(MatchFeedback::partnerId, MatchFeedback::verdict));
    }

    /** Two clusters under both lenses, today or as they were at a version of the data. */
    @GET
    @Path("en/clusters/{id: " + ID + "}/partners/{other: " + ID + "}")
    public TemplateInstance pair(
            @PathParam("id") String id,
            @PathParam("other") String other,
            @QueryParam("dataVersion") String dataVersion) {
        String version = DataVersion.of(dataVersion);
        MatchPair pair =
                services.matchmaking(client -> client.pair(id, other, version)).orThrow();
        boolean today = version == null
                || !services.matchmaking(client -> client.pair(id, other, null)).isGone();
        boolean own = isOwn(pair.cluster());
        OwnWord word = own ? OwnWord.of(shell.getVisitor(), services) : OwnWord.NONE;
        return Templates.pair(pair, version != null, today, own, word);
    }

    /** The whole network. */
    @GET
    @Path("en/network/matches")
    public TemplateInstance network(
            @QueryParam("lens") String lens,
            @QueryParam("minPercentile") @DefaultValue("") String minPercentile,
            @QueryParam("untapped") String untapped) {
        NetworkFilter filter =
                new NetworkFilter(Choice.of(lens, LENSES, ALLIANCE), percentile(minPercentile), Choice.isYes(untapped));
        OwnWord word = OwnWord.of(shell.getVisitor(), services);
        // as many more as the city's own word can take away, so that others move up
        int asked = Math.min(MOST_PAIRS, PAIRS + (filter.untapped() ? word.most() : 0));
        MatchPairs everybodys = services.matchmaking(client ->
                        client.pairs(filter.lens(), filter.minPercentile(), "network", filter.untapped(), asked))
                .orThrow();
        MatchPairs pairs = word.in(everybodys, filter.untapped()).best(PAIRS);
        // all clusters keep their places, whichever pairs are shown
        List<ClusterRef> known = services.matchmaking(MatchmakingClient::seats)
                .map(ClusterSeats::clusters)
                .or(List.of());
        return Templates.network(pairs, NetworkPicture.of(known, pairs.items()), filter, word, PAIRS);
    }

    /** A whole number from 0 to 100; null when none is given, which leaves it to the model. */
    private static Integer percentile(String text) {
        if (text.isBlank()) {
            return null;
        }
        if (!text.strip().matches("100|\\d{1,2}")) {
            throw new BadRequestException();
        }
        return Integer.valueOf(text.strip());
    }

    /** How matches are computed. */
    @GET
    @Path("en/model")
    public TemplateInstance model() {
        return Templates.model(
                services.matchmaking(client -> client.modelCard()).orThrow(),
                services.matchmaking(client -> client.feedbackCounts()).or(null),
                MEASURES,
                STRANDS);
    }

    @CheckedTemplate(basePath = "matching")
    static class Templates {
        private Templates() {}

        static native TemplateInstance partners(
                ClusterRef cluster,
                List<PartnerView> views,
                PartnerFilter filter,
                List<City> cities,
                boolean own,
                boolean feedbackDown,
                Map<String, String> said,
                OwnWord word,
                String done,
                String modelVersion,
                String dataVersion);

        static native TemplateInstance unknownCity(PartnerFilter filter);

        static native TemplateInstance pair(MatchPair pair, boolean asItWas, boolean today, boolean own, OwnWord word);

        static native TemplateInstance network(
                MatchPairs pairs, NetworkPicture picture, NetworkFilter filter, OwnWord word, int shown);

        static native TemplateInstance model(
                ModelCard card, FeedbackCounts feedback, List<String> measures, List<String> strands);
    }
}
