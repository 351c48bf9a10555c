package eu.urbact.infocus.directory.reference;

import java.util.Collection;
import java.util.Comparator;
import java.util.List;
import jakarta.persistence.Column;
import jakarta.persistence.Embeddable;
import jakarta.persistence.Embedded;
import jakarta.persistence.EnumType;
import jakarta.persistence.Enumerated;

/**
 * One statement about a cluster or a regional priority, in the words of a taxonomy.
 *
 * @param facet which side it describes
 * @param code code in the taxonomy of the facet
 * @param level strength, 1 to {@link Facet#highestLevel()}
 * @param provenance who says so
 */
@Embeddable
public record Tag(
        @Enumerated(EnumType.STRING) @Column(name = "facet") Facet facet,
        @Column(name = "code") String code,
        @Column(name = "level") int level,
        @Embedded Provenance provenance) {

    /** Strongest first within a facet, then by code: the order in which tags are kept and shown. */
    public static final Comparator<Tag> ORDER = Comparator.comparing(Tag::facet)
            .thenComparing(Tag::level, Comparator.reverseOrder())
            .thenComparing(Tag::code);

    /**
     * Tags in their order.
     *
     * @param tags in any order
     * @return an immutable sorted list, so that two descriptions with the same tags are equal
     */
    public static List<Tag> sorted(Collection<Tag> tags) {
        return tags.stream().sorted(ORDER).toList();
    }
}
