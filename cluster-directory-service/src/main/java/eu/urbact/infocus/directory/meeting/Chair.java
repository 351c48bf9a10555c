package eu.urbact.infocus.directory.meeting;

import jakarta.persistence.Column;
import jakarta.persistence.Embeddable;

/** Who sits at which working table, as it is kept. */
@Embeddable
record Chair(
        @Column(name = "person") String person,
        @Column(name = "cluster_id") String clusterId) {}
