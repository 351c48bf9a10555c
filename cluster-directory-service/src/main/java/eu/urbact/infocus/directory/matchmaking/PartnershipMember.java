package eu.urbact.infocus.directory.matchmaking;

import jakarta.persistence.Column;
import jakarta.persistence.Embeddable;

/**
 * A member of a partnership.
 *
 * @param clusterId id of the cluster
 * @param counterpart whether it stands for the second of two fields
 */
@Embeddable
public record PartnershipMember(
        @Column(name = "cluster_id") String clusterId,
        @Column(name = "counterpart") boolean counterpart) {}
