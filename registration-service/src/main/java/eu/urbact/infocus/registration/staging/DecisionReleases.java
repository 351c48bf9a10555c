package eu.urbact.infocus.registration.staging;

import java.time.Duration;
import java.time.Instant;
import java.util.Optional;
import java.util.UUID;
import jakarta.enterprise.context.ApplicationScoped;

import io.quarkus.hibernate.orm.panache.PanacheQuery;
import io.quarkus.hibernate.orm.panache.PanacheRepositoryBase;

import eu.urbact.infocus.chassis.rest.Page;
import eu.urbact.infocus.chassis.rest.PageRequest;

/** All releases. */
@ApplicationScoped
public class DecisionReleases implements PanacheRepositoryBase<DecisionRelease, UUID> {

    /** Its decisions follow one another at once. A release that was cut off has no end, and holds up the waiting list no longer than this. */
    private static final Duration LONGEST_PAUSE = Duration.ofMinutes(5);

    /**
     * Whether decisions of a call are being released. What one of them frees is meant for another of them, so nobody offers it meanwhile.
     */
    public boolean isGoingOn(UUID callId, Instant now) {
        return count(
                        "callId = ?1 and finishedAt is null and coalesce(wentOnAt, releasedAt) > ?2",
                        callId,
                        now.minus(LONGEST_PAUSE))
                > 0;
    }

    /** The releases of a call, newest first. */
    public Page<DecisionRelease> of(UUID callId, PageRequest page) {
        PanacheQuery<DecisionRelease> releases = find("callId = ?1 order by releasedAt desc, id desc", callId);
        return Page.of(
                releases.range(page.offset(), page.offset() + page.size() - 1).list(), page, count("callId", callId));
    }

    /** Only if it is one of this call. */
    public Optional<DecisionRelease> of(UUID callId, UUID id) {
        return find("callId = ?1 and id = ?2", callId, id).firstResultOptional();
    }
}
