package eu.urbact.infocus.portal.matching;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import jakarta.ws.rs.core.UriBuilder;

import eu.urbact.infocus.portal.shell.services.MatchMatrix;

/**
 * A matrix as a table: lines of squares, with priorities as lines or, transposed, as columns.
 *
 * @param columns heads of the columns
 * @param lines one for each row
 */
public record MatrixView(List<Head> columns, List<Line> lines) {

    /**
     * Head of a row or column.
     *
     * @param label of the priority or cluster
     * @param href page of the cluster, or null
     * @param place city of a cluster that is not the region's own, or null
     * @param gap {@code ORPHAN}, {@code CROWDED} or {@code NONE}
     * @param uncertain whether it, or its coding, is still to be verified
     */
    public record Head(String id, String label, String href, String place, String gap, boolean uncertain) {}

    /** A row. */
    public record Line(Head head, List<Square> squares) {}

    /**
     * A square.
     *
     * @param column head of its column
     * @param cell what is in it
     * @param href the page that explains it
     * @param fits the role whose threshold is reached, see {@link MatchMatrix.Cell#fittingAs}
     */
    public record Square(Head column, MatchMatrix.Cell cell, String href, String fits) {}

    static MatrixView of(MatchMatrix matrix, MatchMatrix.Region region, boolean transposed) {
        List<Head> priorities = region.priorities().stream()
                .map(priority ->
                        new Head(priority.id(), priority.label(), null, null, priority.gap(), priority.uncertain()))
                .toList();
        List<Head> clusters = region.clusters().stream()
                .map(column -> new Head(
                        column.cluster().id(),
                        column.cluster().name(),
                        "/en/clusters/" + column.cluster().id(),
                        column.own() ? null : column.cluster().city(),
                        column.own() ? column.gap() : "NONE",
                        column.uncertain()))
                .toList();
        Map<List<String>, Square> squares = new HashMap<>();
        for (MatchMatrix.Cell cell : region.cells()) {
            squares.put(
                    List.of(cell.priority(), cell.cluster()),
                    new Square(null, cell, href(region, cell), cell.fittingAs(matrix)));
        }
        List<Head> columns = transposed ? priorities : clusters;
        List<Line> lines = (transposed ? clusters : priorities)
                .stream()
                        .map(head -> new Line(
                                head,
                                columns.stream()
                                        .map(column -> square(
                                                column,
                                                squares.get(
                                                        transposed
                                                                ? List.of(column.id(), head.id())
                                                                : List.of(head.id(), column.id()))))
                                        .toList()))
                        .toList();
        return new MatrixView(columns, lines);
    }

    private static Square square(Head column, Square found) {
        return found == null
                ? new Square(column, null, null, "")
                : new Square(column, found.cell(), found.href(), found.fits());
    }

    static String href(MatchMatrix.Region region, MatchMatrix.Cell cell) {
        return UriBuilder.fromPath("/en/regions/{region}/matrix/{priority}/{cluster}")
                .build(region.regionId(), cell.priority(), cell.cluster())
                .toString();
    }
}
