package eu.urbact.infocus.directory.cluster;

import java.util.Collection;
import java.util.Comparator;
import java.util.List;
import jakarta.persistence.Column;
import jakarta.persistence.Embeddable;
import jakarta.persistence.Embedded;
import jakarta.persistence.EnumType;
import jakarta.persistence.Enumerated;

import eu.urbact.infocus.directory.reference.Provenance;

/**
 * A number about a cluster. Sources disagree and years pass, so there may be several of one measure.
 *
 * @param measure what is counted
 * @param amount how many
 * @param precision how exactly the source says it
 * @param asOf year to which it belongs, or null when the source does not say
 * @param provenance who says so
 */
@Embeddable
public record Figure(
        @Enumerated(EnumType.STRING) @Column(name = "measure")
        Measure measure,

        @Column(name = "amount") int amount,

        @Enumerated(EnumType.STRING) @Column(name = "amount_precision")
        Precision precision,

        @Column(name = "as_of") Integer asOf,
        @Embedded Provenance provenance) {

    /** What a figure counts. */
    public enum Measure {
        /** Members of the organisation. */
        MEMBERS,
        /** Direct jobs. */
        JOBS,
        /** Head offices of companies. */
        HEAD_OFFICES
    }

    /** How exactly a source gives a figure. */
    public enum Precision {
        EXACT,
        ABOUT,
        AT_LEAST
    }

    /**
     * Figures in the order in which they are kept and shown: by measure, newest first.
     *
     * @param figures in any order
     * @return an immutable sorted list
     */
    public static List<Figure> sorted(Collection<Figure> figures) {
        return figures.stream()
                .sorted(Comparator.comparing(Figure::measure)
                        .thenComparing(Figure::asOf, Comparator.nullsLast(Comparator.reverseOrder()))
                        .thenComparing(Figure::amount))
                .toList();
    }
}
