package eu.urbact.infocus.directory.cluster.events;

import java.time.Instant;
import java.util.List;
import jakarta.enterprise.context.ApplicationScoped;

import com.fasterxml.jackson.annotation.JsonInclude;

import eu.urbact.infocus.chassis.outbox.Outbox;
import eu.urbact.infocus.chassis.outbox.OutgoingEvent;
import eu.urbact.infocus.directory.cluster.ClusterAnnouncements;
import eu.urbact.infocus.directory.cluster.ClusterDescription;
import eu.urbact.infocus.directory.reference.Facet;
import eu.urbact.infocus.directory.reference.Tag;

/** Writes what happened to clusters into the outbox. */
@ApplicationScoped
class ClusterOutbox implements ClusterAnnouncements {

    private static final String TOPIC = "infocus.directory.v1";
    private static final String PUBLISHED = "eu.urbact.infocus.directory.cluster-published.v1";
    private static final String WITHDRAWN = "eu.urbact.infocus.directory.cluster-withdrawn.v1";

    private final Outbox outbox;

    ClusterOutbox(Outbox outbox) {
        this.outbox = outbox;
    }

    @Override
    public void published(ClusterDescription cluster) {
        outbox.append(new OutgoingEvent(
                TOPIC,
                cluster.id(),
                PUBLISHED,
                new ClusterPublished(
                        cluster.id(),
                        cluster.name(),
                        cluster.kind().name(),
                        cluster.cityId().orElse(null),
                        cluster.country(),
                        cluster.scale().map(Tag::code).orElse(null),
                        levels(cluster, Facet.ACTIVITY),
                        levels(cluster, Facet.COMPETENCE),
                        codes(cluster, Facet.MARKET),
                        codes(cluster, Facet.OBJECTIVE))));
    }

    @Override
    public void withdrawn(String id, Instant at) {
        outbox.append(new OutgoingEvent(TOPIC, id, WITHDRAWN, new ClusterWithdrawnFact(id, at)));
    }

    private static List<String> codes(ClusterDescription cluster, Facet facet) {
        return cluster.tags().stream()
                .filter(tag -> tag.facet() == facet)
                .map(Tag::code)
                .toList();
    }

    private static List<Level> levels(ClusterDescription cluster, Facet facet) {
        return cluster.tags().stream()
                .filter(tag -> tag.facet() == facet)
                .map(tag -> new Level(tag.code(), tag.level()))
                .toList();
    }

    /** The wire record; its meaning is in the contract, which wants everything there, be it null. */
    @JsonInclude
    record ClusterPublished(
            String clusterId,
            String name,
            String kind,
            String cityId,
            String country,
            String scale,
            List<Level> activities,
            List<Level> competences,
            List<String> markets,
            List<String> objectives) {}

    /** The wire record; its meaning is in the contract. */
    record ClusterWithdrawnFact(String clusterId, Instant withdrawnAt) {}

    record Level(String code, int level) {}
}
