package eu.urbact.infocus.directory.matchmaking;

import java.math.BigDecimal;
import jakarta.persistence.Column;
import jakarta.persistence.Embedded;
import jakarta.persistence.Entity;
import jakarta.persistence.EnumType;
import jakarta.persistence.Enumerated;
import jakarta.persistence.Id;
import jakarta.persistence.Table;

import eu.urbact.infocus.directory.matching.Relatedness;
import eu.urbact.infocus.directory.reference.Provenance;

/** An entry of the relatedness table, as it is kept. */
@Entity
@Table(name = "relatedness")
class KeptRelatedness implements KeptEntry<RelatednessEntry> {

    @Id
    private String id;

    @Enumerated(EnumType.STRING)
    @Column(name = "facet", nullable = false)
    private Relatedness.Facet facet;

    @Column(name = "one", nullable = false)
    private String one;

    @Column(name = "other", nullable = false)
    private String other;

    @Column(name = "similarity", nullable = false)
    private BigDecimal similarity;

    @Column(name = "channel", nullable = false)
    private String channel;

    @Embedded
    private Provenance provenance;

    protected KeptRelatedness() {}

    KeptRelatedness(RelatednessEntry entry) {
        this.id = entry.id();
        take(entry);
    }

    @Override
    public RelatednessEntry entry() {
        return new RelatednessEntry(facet, one, other, similarity.stripTrailingZeros(), channel, provenance);
    }

    @Override
    public final void take(RelatednessEntry entry) {
        this.facet = entry.facet();
        this.one = entry.one();
        this.other = entry.other();
        this.similarity = entry.similarity();
        this.channel = entry.channel();
        this.provenance = entry.provenance();
    }
}
