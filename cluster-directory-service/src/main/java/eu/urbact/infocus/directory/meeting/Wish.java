package eu.urbact.infocus.directory.meeting;

import jakarta.persistence.Column;
import jakarta.persistence.Embeddable;
import jakarta.persistence.EnumType;
import jakarta.persistence.Enumerated;

import eu.urbact.infocus.directory.offer.OfferKind;
import eu.urbact.infocus.directory.reference.Facet;

/**
 * Something that somebody in the room offers or needs, as it was entered for this workshop.
 *
 * @param side whose it is
 * @param subject key of the person or id of the cluster
 * @param kind which way
 * @param facet ACTIVITY or COMPETENCE
 * @param code NACE division or competence
 */
@Embeddable
public record Wish(
        @Enumerated(EnumType.STRING) @Column(name = "side") Side side,
        @Column(name = "subject") String subject,
        @Enumerated(EnumType.STRING) @Column(name = "kind") OfferKind kind,
        @Enumerated(EnumType.STRING) @Column(name = "facet") Facet facet,
        @Column(name = "code") String code) {

    /** The two sides of the room. */
    public enum Side {
        /** A participant or contributor. */
        PERSON,
        /** A cluster that is represented. */
        CLUSTER
    }
}
