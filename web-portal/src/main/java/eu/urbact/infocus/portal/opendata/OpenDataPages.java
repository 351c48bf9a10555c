package eu.urbact.infocus.portal.opendata;

import java.net.URI;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.HeaderParam;
import jakarta.ws.rs.NotFoundException;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.Context;
import jakarta.ws.rs.core.HttpHeaders;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import jakarta.ws.rs.core.UriBuilder;

import io.quarkus.qute.CheckedTemplate;
import io.quarkus.qute.TemplateInstance;
import io.smallrye.common.annotation.Blocking;

import eu.urbact.infocus.portal.shell.HtmlPage;
import eu.urbact.infocus.portal.shell.JsonLd;
import eu.urbact.infocus.portal.shell.WithdrawnPage;
import eu.urbact.infocus.portal.shell.services.Answer;
import eu.urbact.infocus.portal.shell.services.Problem;
import eu.urbact.infocus.portal.shell.services.Services;

/** The open data, and where the names in it lead. */
@Path("/")
@Blocking
public class OpenDataPages {

    private static final Map<String, MediaType> TYPES = Map.of(
            "ttl",
            new MediaType("text", "turtle"),
            "jsonld",
            new MediaType("application", "ld+json"),
            "csv",
            new MediaType("text", "csv"),
            "geojson",
            new MediaType("application", "geo+json"));
    private static final List<String> GRAPHS = List.of("ttl", "jsonld");
    private static final String OPEN_DATA = "/en/open-data";
    private static final String ALLOW_ORIGIN = "Access-Control-Allow-Origin";
    private static final String EVERYBODY = "*";
    private static final Problem NOT_FOUND =
            new Problem("urn:infocus:problem:not-found", "There is no such thing", 404, null, null);

    /** The strategy to which a priority belongs, by the id of its region. */
    private static final Pattern STRATEGY = Pattern.compile("/id/strategy/([a-z0-9-]{1,60})>");

    /** Where people are led who follow the name of a concept: to the clusters that have it. */
    private static final Map<String, String> FACETS = Map.of(
            "competence", "competence",
            "ket", "competence",
            "ecosystem", "ecosystem",
            "nace2", "naceDivision");

    private final Services services;

    OpenDataPages(Services services) {
        this.services = services;
    }

    /** What there is, in which formats, and under which licence. */
    @GET
    @Path("en/open-data")
    @Produces(MediaType.TEXT_HTML)
    public TemplateInstance explained() {
        return Templates.openData(DATA_SETS);
    }

    /** The name of the catalogue: the page for people, the catalogue for machines. */
    @GET
    @Path("open-data")
    public Response catalogue(@Context HttpHeaders headers) {
        String kind = preferred(headers, GRAPHS);
        return seeOther(kind.equals("html") ? OPEN_DATA : "/open-data/catalogue." + kind);
    }

    /** A data set without a format: the page for people, for machines the file in the format they prefer. */
    @GET
    @Path("open-data/{set: [a-z]{1,20}}")
    public Response set(@PathParam("set") String set, @Context HttpHeaders headers) {
        DataSet known = DATA_SETS.stream()
                .filter(one -> one.path().equals(set))
                .findFirst()
                .orElseThrow(NotFoundException::new);
        String kind =
                preferred(headers, known.formats().stream().map(Format::suffix).toList());
        return seeOther(kind.equals("html") ? OPEN_DATA : "/open-data/" + set + "." + kind);
    }

    /** A file, as the directory made it. */
    @GET
    @Path("open-data/{file: [a-z]{1,20}\\.[a-z]{2,8}}")
    public Response file(@PathParam("file") String file, @HeaderParam(HttpHeaders.IF_NONE_MATCH) String known) {
        return passOn(services.openData(client -> client.file(file, known)).orThrow());
    }

    /** The file with the numbers of the matching model, as the directory reads it. */
    @GET
    @Path("en/model.yaml")
    public Response modelFile(@HeaderParam(HttpHeaders.IF_NONE_MATCH) String known) {
        return Response.fromResponse(passOn(
                        services.matchmaking(client -> client.modelFile(known)).orThrow()))
                .header(HttpHeaders.CONTENT_DISPOSITION, "attachment; filename=\"matching-model.yaml\"")
                .build();
    }

    /** Where the names of the network's own classes and properties lead. */
    @GET
    @Path("def")
    public Response vocabulary(@Context HttpHeaders headers) {
        return set("vocabulary", headers);
    }

    /** The name of a scheme, or of the network. */
    @GET
    @Path("id/{kind: [a-z0-9.]{1,20}}")
    public Response scheme(
            @PathParam("kind") String kind,
            @HeaderParam(HttpHeaders.IF_NONE_MATCH) String known,
            @Context HttpHeaders headers) {
        String preferred = preferred(headers, GRAPHS);
        boolean page = preferred.equals("html");
        Answer<Response> said =
                services.openData(client -> client.scheme(kind, type(page ? "ttl" : preferred), page ? null : known));
        if (page) {
            said.orThrow().close();
            return seeOther(OPEN_DATA);
        }
        return said.isMissing() ? refused(NOT_FOUND) : oneOfSeveral(said.orThrow());
    }

    /** The name of a concept, a cluster, a city or a priority. */
    @GET
    @Path("id/{kind: [a-z0-9.]{1,20}}/{code: [A-Za-z0-9-]{1,80}}")
    public Response thing(
            @PathParam("kind") String kind,
            @PathParam("code") String code,
            @HeaderParam(HttpHeaders.IF_NONE_MATCH) String known,
            @Context HttpHeaders headers) {
        String preferred = preferred(headers, GRAPHS);
        if (preferred.equals("html")) {
            return page(kind, code);
        }
        Answer<Response> said = services.openData(client -> client.thing(kind, code, type(preferred), known));
        return said.isMissing()
                ? refused(NOT_FOUND)
                : withdrawn(said).map(OpenDataPages::refused).orElseGet(() -> oneOfSeveral(said.orThrow()));
    }

    private Response page(String kind, String code) {
        return switch (kind) {
            case "cluster" -> seeOther("/en/clusters/" + code);
            case "city", "organisation" -> seeOther("/en/cities/" + code);
            case "competence",
                    "ket",
                    "ecosystem",
                    "nace2",
                    "dataset",
                    "priority",
                    "strategy",
                    "nace2.1",
                    "objective",
                    "industry",
                    "s3area",
                    "source",
                    "period",
                    "kind",
                    "scale" -> pageOfWhatIsSaid(kind, code);
            default -> throw new NotFoundException();
        };
    }

    /** What has no page of its own, or one that only searches for it, is looked up, so that nobody is told of something that there is not. */
    private Response pageOfWhatIsSaid(String kind, String code) {
        Answer<Response> said = services.openData(client -> client.thing(kind, code, type("ttl"), null));
        Optional<Problem> withdrawn = withdrawn(said);
        if (withdrawn.isPresent()) {
            return HtmlPage.of(withdrawn.get().status(), WithdrawnPage.of(withdrawn.get(), null))
                    .toResponse();
        }
        String statements = said.orThrow().readEntity(String.class);
        return seeOther(
                switch (kind) {
                    case "strategy" -> matrix(code);
                    case "priority" -> {
                        Matcher strategy = STRATEGY.matcher(statements);
                        yield strategy.find() ? matrix(strategy.group(1)) : OPEN_DATA;
                    }
                    default -> FACETS.containsKey(kind) ? clustersWith(kind, code) : OPEN_DATA;
                });
    }

    private static String clustersWith(String kind, String code) {
        String facet = kind.equals("nace2") && code.length() == 1 ? "naceSection" : FACETS.get(kind);
        return UriBuilder.fromPath("/en/clusters")
                .queryParam(facet, code)
                .build()
                .toString();
    }

    private static String matrix(String region) {
        return "/en/regions/" + region + "/matrix";
    }

    private static Optional<Problem> withdrawn(Answer<Response> said) {
        return said.refusal().filter(Problem::isWithdrawnCluster);
    }

    private static String type(String suffix) {
        return TYPES.get(suffix).toString();
    }

    /** The suffix of the format that the reader prefers, or html for people and for formats that there are not. */
    private static String preferred(HttpHeaders headers, List<String> suffixes) {
        Map<String, MediaType> offered = new LinkedHashMap<>();
        offered.put("html", MediaType.TEXT_HTML_TYPE);
        suffixes.forEach(suffix -> offered.put(suffix, TYPES.get(suffix)));
        return new Preference(headers.getAcceptableMediaTypes()).among(offered, "html");
    }

    private static Response seeOther(String path) {
        return Response.status(Response.Status.SEE_OTHER)
                .header(HttpHeaders.LOCATION, URI.create(path))
                // a reader on another site has to be let through each step of the way
                .header(ALLOW_ORIGIN, EVERYBODY)
                .header(HttpHeaders.VARY, HttpHeaders.ACCEPT)
                .build();
    }

    /** The same where the address has several formats and a page: the directory gives each format its own entity tag. */
    private static Response oneOfSeveral(Response answer) {
        return Response.fromResponse(passOn(answer))
                .header(HttpHeaders.VARY, null)
                .header(HttpHeaders.VARY, HttpHeaders.ACCEPT)
                .build();
    }

    /** What there is not, or what was taken out and why, for those who read data (RFC 9457). */
    private static Response refused(Problem problem) {
        Map<String, Object> said = new LinkedHashMap<>();
        said.put("type", problem.type());
        said.put("title", problem.title());
        said.put("status", problem.status());
        if (problem.detail() != null) {
            said.put("detail", problem.detail());
        }
        return Response.status(problem.status())
                .type("application/problem+json")
                .header(ALLOW_ORIGIN, EVERYBODY)
                .header(HttpHeaders.VARY, HttpHeaders.ACCEPT)
                .header(HttpHeaders.CACHE_CONTROL, "no-store")
                .entity(JsonLd.of(said).toString())
                .build();
    }

    /** The same answer, for everybody: other sites may read open data, too. */
    private static Response passOn(Response answer) {
        Response.ResponseBuilder same = Response.status(answer.getStatus()).header(ALLOW_ORIGIN, EVERYBODY);
        for (String header : List.of(
                HttpHeaders.CONTENT_TYPE,
                HttpHeaders.ETAG,
                HttpHeaders.CACHE_CONTROL,
                HttpHeaders.CONTENT_DISPOSITION,
                HttpHeaders.VARY)) {
            if (answer.getHeaderString(header) != null) {
                same.header(header, answer.getHeaderString(header));
            }
        }
        return answer.getStatus() == Response.Status.NOT_MODIFIED.getStatusCode()
                ? same.build()
                : same.entity(answer.readEntity(byte[].class)).build();
    }

    /** A data set on the page. */
    public record DataSet(String title, String path, String words, List<Format> formats) {}

    /** A format of a data set. */
    public record Format(String suffix, String label) {}

    private static final Format TTL = new Format("ttl", "Turtle (RDF)");
    private static final Format JSON = new Format("jsonld", "JSON-LD");
    private static final List<DataSet> DATA_SETS = List.of(
            new DataSet(
                    "Clusters",
                    "clusters",
                    "Clusters and the partner organisations of the cities, as W3C ORG and schema.org; the table has the columns"
                            + " of the European Cluster Collaboration Platform.",
                    List.of(new Format("csv", "CSV"), new Format("geojson", "GeoJSON"), TTL, JSON)),
            new DataSet(
                    "Priorities",
                    "priorities",
                    "Smart specialisation strategies of the regions and their priorities, with area (NUTS) and period.",
                    List.of(TTL, JSON)),
            new DataSet(
                    "Taxonomies",
                    "taxonomies",
                    "Competences with the key enabling technologies, NACE Rev. 2 and 2.1, industrial ecosystems, objectives, emerging"
                            + " industries and priority areas of smart specialisation as SKOS concepts, matched to the names that"
                            + " Eurostat and the United Nations use.",
                    List.of(TTL, JSON)),
            new DataSet(
                    "Levers and related terms",
                    "relations",
                    "What the scores of matches know beside the taxonomies: which competences serve which activities, and which terms are"
                            + " nearer to each other than the taxonomies say; each with its source.",
                    List.of(new Format("csv", "CSV"))),
            new DataSet(
                    "Vocabulary",
                    "vocabulary",
                    "The few classes and properties of the network's own, for what no vocabulary of others says.",
                    List.of(TTL, JSON)),
            new DataSet(
                    "Catalogue",
                    "catalogue",
                    "These data sets as a DCAT-AP catalogue for data portals.",
                    List.of(TTL, JSON)));

    @CheckedTemplate(basePath = "opendata")
    static class Templates {
        private Templates() {}

        static native TemplateInstance openData(List<DataSet> sets);
    }
}
