package eu.urbact.infocus.portal.matching;

import jakarta.ws.rs.GET;
import jakarta.ws.rs.NotFoundException;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.QueryParam;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;

import io.quarkus.qute.CheckedTemplate;
import io.quarkus.qute.TemplateInstance;
import io.smallrye.common.annotation.Blocking;

import eu.urbact.infocus.portal.shell.Download;
import eu.urbact.infocus.portal.shell.services.Diversification;
import eu.urbact.infocus.portal.shell.services.MatchCell;
import eu.urbact.infocus.portal.shell.services.MatchMatrix;
import eu.urbact.infocus.portal.shell.services.Services;

/** Regional priorities against clusters: all regions, one region, one square, and the choice of domains. */
@Path("/")
@Blocking
@Produces(MediaType.TEXT_HTML)
public class MatrixPages {

    private static final String ID = "[a-z0-9-]{1,60}";

    private final Services services;

    MatrixPages(Services services) {
        this.services = services;
    }

    /** All regions at a glance. */
    @GET
    @Path("en/matrix")
    public TemplateInstance overview(@QueryParam("clusters") String clusters) {
        MatrixFilter filter = MatrixFilter.of("/en/matrix", clusters, null);
        MatchMatrix matrix = services.matchmaking(client -> client.matrices(filter.clusters()))
                .orThrow();
        return Templates.overview(matrix, Overview.of(matrix), filter);
    }

    /** All regions as a file. */
    @GET
    @Path("en/matrix.csv")
    @Produces(MediaType.WILDCARD)
    public Response overviewFile(@QueryParam("clusters") String clusters) {
        MatrixFilter filter = MatrixFilter.of("", clusters, null);
        return Download.inPieces(
                services.matchmaking(client -> client.matricesFile(filter.clusters()))
                        .orThrow(),
                "matrix",
                "csv");
    }

    /** One region. */
    @GET
    @Path("en/regions/{id: " + ID + "}/matrix")
    public TemplateInstance matrix(
            @PathParam("id") String id,
            @QueryParam("clusters") String clusters,
            @QueryParam("transpose") String transpose) {
        MatrixFilter filter = MatrixFilter.of("/en/regions/" + id + "/matrix", clusters, transpose);
        MatchMatrix matrix = services.matchmaking(client -> client.matrix(id, filter.clusters()))
                .orThrow();
        MatchMatrix.Region region = matrix.regions().stream().findFirst().orElseThrow(NotFoundException::new);
        return Templates.matrix(matrix, region, MatrixView.of(matrix, region, filter.transposed()), filter);
    }

    /** One region as a file. */
    @GET
    @Path("en/regions/{id: " + ID + "}/matrix.csv")
    @Produces(MediaType.WILDCARD)
    public Response matrixFile(@PathParam("id") String id, @QueryParam("clusters") String clusters) {
        MatrixFilter filter = MatrixFilter.of("", clusters, null);
        return Download.inPieces(
                services.matchmaking(client -> client.matrixFile(id, filter.clusters()))
                        .orThrow(),
                "matrix-" + id,
                "csv");
    }

    /** One square of the matrix, in both roles, today or as it was at a version of the data. */
    @GET
    @Path("en/regions/{id: " + ID + "}/matrix/{priority: " + ID + "}/{cluster: " + ID + "}")
    public TemplateInstance cell(
            @PathParam("id") String id,
            @PathParam("priority") String priority,
            @PathParam("cluster") String cluster,
            @QueryParam("dataVersion") String dataVersion) {
        String version = DataVersion.of(dataVersion);
        MatchCell cell = services.matchmaking(client -> client.cell(id, priority, cluster, version))
                .orThrow();
        boolean today = version == null
                || !services.matchmaking(client -> client.cell(id, priority, cluster, null))
                        .isGone();
        return Templates.cell(cell, version != null, today);
    }

    /** Which domains the region would keep if it had to choose. */
    @GET
    @Path("en/regions/{id: " + ID + "}/diversification")
    public TemplateInstance diversification(@PathParam("id") String id) {
        Diversification choice =
                services.matchmaking(client -> client.diversification(id)).orThrow();
        return Templates.diversification(choice, Curve.of(choice));
    }

    @CheckedTemplate(basePath = "matching")
    static class Templates {
        private Templates() {}

        static native TemplateInstance overview(MatchMatrix matrix, Overview overview, MatrixFilter filter);

        static native TemplateInstance matrix(
                MatchMatrix matrix, MatchMatrix.Region region, MatrixView view, MatrixFilter filter);

        static native TemplateInstance cell(MatchCell cell, boolean asItWas, boolean today);

        static native TemplateInstance diversification(Diversification choice, Curve curve);
    }
}
