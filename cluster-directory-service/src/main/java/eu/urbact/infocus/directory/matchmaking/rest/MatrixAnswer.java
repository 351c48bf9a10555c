package eu.urbact.infocus.directory.matchmaking.rest;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import java.util.stream.Collectors;
import jakarta.ws.rs.core.HttpHeaders;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;

import eu.urbact.infocus.chassis.table.TableFormat;
import eu.urbact.infocus.chassis.table.TableWriter;
import eu.urbact.infocus.directory.matchmaking.RegionMatrix;
import eu.urbact.infocus.directory.matchmaking.ShowMatches.Matrix;

/** A matrix as JSON or as a table. */
final class MatrixAnswer {

    static final String OWN = "own";
    static final String CLUSTERS = "own|network";
    static final String CLUSTERS_HINT = "must be own or network";
    static final String CLUSTERS_TEXT = "The region's own clusters, or all of the network";
    static final String CSV = "text/csv;charset=UTF-8";
    static final String FORMATS = "With Accept: text/csv the same as a table.";

    private static final List<String> COLUMNS = List.of(
            "region",
            "priority",
            "priority_label",
            "cluster",
            "cluster_name",
            "city",
            "own",
            "role",
            "score",
            "low",
            "high",
            "fit",
            "core",
            "enabler",
            "inside",
            "covers",
            "evidence",
            "model_version",
            "data_version",
            "fits",
            "core_fit",
            "enabler_fit",
            "fits_as",
            "priority_source",
            "priority_to_be_verified",
            "cluster_to_be_verified",
            "to_be_verified");

    private MatrixAnswer() {}

    /** A table is given to whoever names it; everybody else, also who takes anything, gets JSON. */
    static Response of(Matrix matrix, String name, HttpHeaders headers) {
        MediaType first = headers.getAcceptableMediaTypes().get(0);
        return first.getType().equals("text") && first.getSubtype().equals("csv")
                ? table(matrix, name)
                : Response.ok(matrix, MediaType.APPLICATION_JSON).build();
    }

    static Response table(Matrix matrix, String name) {
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        try (TableWriter table = TableFormat.CSV.open(out, "Matrix", COLUMNS)) {
            for (RegionMatrix region : matrix.regions()) {
                Map<String, RegionMatrix.ClusterColumn> columns = region.clusters().stream()
                        .collect(Collectors.toMap(column -> column.cluster().id(), Function.identity()));
                Map<String, RegionMatrix.PriorityRow> rows = region.priorities().stream()
                        .collect(Collectors.toMap(RegionMatrix.PriorityRow::id, Function.identity()));
                for (RegionMatrix.Cell cell : region.cells()) {
                    table.row(row(matrix, region, cell, columns.get(cell.cluster()), rows.get(cell.priority())));
                }
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return Response.ok(out.toByteArray(), CSV)
                .header("Content-Disposition", TableFormat.CSV.contentDisposition(name))
                .build();
    }

    private static List<Object> row(
            Matrix matrix,
            RegionMatrix region,
            RegionMatrix.Cell cell,
            RegionMatrix.ClusterColumn column,
            RegionMatrix.PriorityRow priority) {
        return Arrays.asList(
                region.regionId(),
                cell.priority(),
                priority.label(),
                cell.cluster(),
                column.cluster().name(),
                column.cluster().cityId(),
                column.own(),
                cell.role(),
                cell.score(),
                cell.low(),
                cell.high(),
                cell.fit(),
                cell.core(),
                cell.enabler(),
                cell.inside(),
                cell.covers(),
                cell.evidence(),
                matrix.modelVersion(),
                matrix.dataVersion(),
                cell.fits(),
                cell.coreFit(),
                cell.enablerFit(),
                cell.fitsAs(),
                priority.provenance().source().title(),
                priority.uncertain(),
                column.uncertain(),
                cell.uncertain());
    }
}
