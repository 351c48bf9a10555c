package eu.urbact.infocus.directory.cluster;

import eu.urbact.infocus.directory.reference.ProvenanceView;
import eu.urbact.infocus.directory.reference.Taxonomy;

/**
 * A figure, as readers see it.
 *
 * @param measure what is counted
 * @param amount how many
 * @param precision how exactly the source says it
 * @param asOf year to which it belongs, or null
 * @param provenance who says so
 */
public record FigureView(
        Figure.Measure measure, int amount, Figure.Precision precision, Integer asOf, ProvenanceView provenance) {

    /**
     * Shows a figure.
     *
     * @param figure to show
     * @param taxonomy gives the source
     * @return how it is shown
     */
    public static FigureView of(Figure figure, Taxonomy taxonomy) {
        return new FigureView(
                figure.measure(),
                figure.amount(),
                figure.precision(),
                figure.asOf(),
                taxonomy.view(figure.provenance()));
    }
}
