package eu.urbact.infocus.directory.opendata.rest;

import java.net.URI;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;
import java.util.stream.Stream;
import jakarta.annotation.security.PermitAll;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.Context;
import jakarta.ws.rs.core.HttpHeaders;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Request;
import jakarta.ws.rs.core.Response;
import jakarta.ws.rs.core.Variant;

import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.media.Content;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.eclipse.microprofile.openapi.annotations.parameters.Parameter;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;

import eu.urbact.infocus.chassis.problem.Problems;
import eu.urbact.infocus.directory.cluster.Clusters;
import eu.urbact.infocus.directory.cluster.OwnSources;
import eu.urbact.infocus.directory.opendata.DataFormat;
import eu.urbact.infocus.directory.opendata.DataSet;
import eu.urbact.infocus.directory.opendata.OpenData;
import eu.urbact.infocus.directory.revision.Revalidated;

/** The files of the open data. */
@Path("/api/v1/open-data")
@PermitAll
@Tag(name = "Public")
class OpenDataResource {

    private static final String CATALOGUE = "catalogue";
    private static final String CLUSTER = "cluster";
    private static final String SOURCE = "source";
    private static final List<DataFormat> RDF = List.of(DataFormat.TURTLE, DataFormat.JSON_LD);
    private static final String NAME = "[a-z]{1,20}";

    private final OpenData openData;
    private final Clusters clusters;

    OpenDataResource(OpenData openData, Clusters clusters) {
        this.openData = openData;
        this.clusters = clusters;
    }

    @GET
    @Path("{name: " + NAME + "}.{suffix: [a-z]{2,8}}")
    @Revalidated
    @Operation(
            summary = "A data set as a file",
            description =
                    "clusters (ttl, jsonld, geojson, csv), priorities, taxonomies, vocabulary and catalogue (ttl, jsonld), relations"
                            + " (csv: levers and related terms)."
                            + " A file names the sources to which it refers, and no others. In the table, the columns"
                            + " members_total_precision and jobs_precision say how a number is meant (exact, about, at least),"
                            + " members_total_as_of and jobs_as_of of which year it is. CC BY 4.0.")
    @APIResponse(
            responseCode = "200",
            content = {
                @Content(mediaType = "text/turtle", schema = @Schema(implementation = String.class)),
                @Content(mediaType = "application/ld+json", schema = @Schema(implementation = String.class)),
                @Content(mediaType = "application/geo+json", schema = @Schema(implementation = String.class)),
                @Content(mediaType = "text/csv", schema = @Schema(implementation = String.class))
            })
    @APIResponse(responseCode = "404", description = "No such data set, or not in this format")
    public Response file(@PathParam("name") String name, @PathParam("suffix") String suffix) {
        DataFormat format = formats(name).stream()
                .filter(one -> one.suffix().equals(suffix))
                .findFirst()
                .orElseThrow(Problems::notFound);
        return file(name.equals(CATALOGUE) ? openData.catalogue(format) : openData.file(set(name), format), format);
    }

    @GET
    @Path("{name: " + NAME + "}")
    @Operation(
            summary = "A data set in the format that the reader prefers",
            description =
                    "Leads to the file in the format that Accept prefers; to Turtle, or the only format, where it takes any.")
    @APIResponse(responseCode = "303", description = "Location is the file")
    @APIResponse(responseCode = "404", description = "No such data set")
    @APIResponse(responseCode = "406", description = "In none of the formats that are accepted")
    public Response preferred(@PathParam("name") String name, @Context Request request) {
        DataFormat format = preferred(formats(name), request);
        return Response.seeOther(URI.create("/api/v1/open-data/" + name + "." + format.suffix()))
                .header(HttpHeaders.VARY, HttpHeaders.ACCEPT)
                .build();
    }

    @GET
    @Path("archive.zip")
    @Revalidated
    @Operation(summary = "All files in one archive")
    @APIResponse(
            responseCode = "200",
            content =
                    @Content(
                            mediaType = "application/zip",
                            schema = @Schema(implementation = String.class, format = "binary")))
    public Response archive() {
        return Response.ok(openData.archive())
                .type("application/zip")
                .header(HttpHeaders.CONTENT_DISPOSITION, "attachment; filename=\"infocus-open-data.zip\"")
                .build();
    }

    @GET
    @Path("things/{kind: [a-z0-9.]{1,20}}")
    @Produces({"text/turtle", "application/ld+json"})
    @Revalidated
    @Operation(
            summary = "What is said about a concept scheme, or about the network",
            description = "As Turtle or JSON-LD, whichever is accepted; Turtle otherwise.")
    @APIResponse(
            responseCode = "200",
            content = {
                @Content(mediaType = "text/turtle", schema = @Schema(implementation = String.class)),
                @Content(mediaType = "application/ld+json", schema = @Schema(implementation = String.class))
            })
    @APIResponse(responseCode = "404", description = "No such scheme")
    public Response scheme(
            @Parameter(
                            description =
                                    "competence, ket, nace2, nace2.1, ecosystem, objective, industry, s3area, kind, scale or network")
                    @PathParam("kind")
                    String kind,
            @Context Request request) {
        return statements(request, format -> openData.scheme(kind, format));
    }

    @GET
    @Path("things/{kind: [a-z0-9.]{1,20}}/{code: [A-Za-z0-9-]{1,80}}")
    @Produces({"text/turtle", "application/ld+json"})
    @Revalidated
    @Operation(
            summary = "What is said about one concept, cluster, city or priority",
            description = "As Turtle or JSON-LD, whichever is accepted; Turtle otherwise.")
    @APIResponse(
            responseCode = "200",
            content = {
                @Content(mediaType = "text/turtle", schema = @Schema(implementation = String.class)),
                @Content(mediaType = "application/ld+json", schema = @Schema(implementation = String.class))
            })
    @APIResponse(responseCode = "404", description = "No such thing")
    @APIResponse(
            responseCode = "410",
            description =
                    "A cluster that was taken out of the directory, or a source that came with its profile or to which nothing else"
                            + " refers; the detail says why")
    public Response thing(
            @Parameter(
                            description =
                                    "competence, ket, nace2, nace2.1, ecosystem, objective, industry, s3area, kind, scale, priority,"
                                            + " strategy, period, source, dataset, cluster, city or organisation")
                    @PathParam("kind")
                    String kind,
            @PathParam("code") String code,
            @Context Request request) {
        return statements(request, format -> {
            Optional<byte[]> said = openData.thing(kind, code, format);
            if (said.isEmpty()) {
                clusterOf(kind, code).ifPresent(id -> Problems.orThrow(clusters.shownOrWhyNot(id)));
            }
            return said;
        });
    }

    /** The cluster without which there is no such thing. */
    private Optional<String> clusterOf(String kind, String code) {
        return switch (kind) {
            case CLUSTER -> Optional.of(code);
            case SOURCE -> OwnSources.clusterOf(code).or(() -> clusters.withdrawnThatRefersTo(code));
            default -> Optional.empty();
        };
    }

    private static Response statements(Request request, Function<DataFormat, Optional<byte[]>> said) {
        DataFormat format = preferred(RDF, request);
        return file(said.apply(format).orElseThrow(Problems::notFound), format);
    }

    /** The formats of what has this name; the catalogue is no data set, but a file all the same. */
    private static List<DataFormat> formats(String name) {
        return name.equals(CATALOGUE) ? RDF : set(name).formats();
    }

    private static DataFormat preferred(List<DataFormat> formats, Request request) {
        Variant variant = request.selectVariant(formats.stream()
                .map(format -> new Variant(MediaType.valueOf(format.mediaType()), (String) null, null))
                .toList());
        if (variant == null) {
            throw new jakarta.ws.rs.NotAcceptableException();
        }
        return formats.stream()
                .filter(format -> MediaType.valueOf(format.mediaType()).isCompatible(variant.getMediaType()))
                .findFirst()
                .orElseThrow();
    }

    private static Response file(byte[] content, DataFormat format) {
        return Response.ok(content)
                .type(MediaType.valueOf(format.mediaType()).withCharset("UTF-8"))
                .build();
    }

    private static DataSet set(String name) {
        return Stream.of(DataSet.values())
                .filter(one -> one.path().equals(name))
                .findFirst()
                .orElseThrow(Problems::notFound);
    }
}
