package eu.urbact.infocus.directory.reference;

import java.util.Collection;
import java.util.Comparator;
import java.util.List;
import jakarta.persistence.Column;
import jakarta.persistence.Embeddable;
import jakarta.persistence.Embedded;

/**
 * An area of the European classification of territorial units. Areas are renumbered every few years, so a code means
 * something only together with its version.
 *
 * @param code such as {@code ES213}
 * @param name name of the area
 * @param version year of the NUTS version to which the code belongs
 * @param provenance who says so
 */
@Embeddable
public record NutsArea(
        @Column(name = "code") String code,
        @Column(name = "name") String name,
        @Column(name = "nuts_version") int version,
        @Embedded Provenance provenance) {

    private static final int COUNTRY_LETTERS = 2;

    /**
     * Level of the area, which its length tells.
     *
     * @return 1 (largest) to 3 (smallest)
     */
    public int level() {
        return code.length() - COUNTRY_LETTERS;
    }

    /**
     * Areas in the order in which they are kept and shown: newest version first, smallest area first.
     *
     * @param areas in any order
     * @return an immutable sorted list
     */
    public static List<NutsArea> sorted(Collection<NutsArea> areas) {
        return areas.stream()
                .sorted(Comparator.comparing(NutsArea::version, Comparator.reverseOrder())
                        .thenComparing(NutsArea::level, Comparator.reverseOrder())
                        .thenComparing(NutsArea::code))
                .toList();
    }
}
