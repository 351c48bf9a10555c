package eu.urbact.infocus.chassis.inbox;

import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import jakarta.enterprise.context.ApplicationScoped;

import io.quarkus.narayana.jta.QuarkusTransaction;

import eu.urbact.infocus.chassis.audit.AuditTrail;
import eu.urbact.infocus.chassis.outcome.Outcome;
import eu.urbact.infocus.chassis.problem.DependencyDown;
import eu.urbact.infocus.chassis.problem.ProblemType;
import eu.urbact.infocus.chassis.rest.Page;
import eu.urbact.infocus.chassis.rest.PageRequest;

/** What people may do with events that have not taken effect. */
@ApplicationScoped
public class InboxFailures {

    private static final ProblemType NOT_OPEN =
            new ProblemType("inbox-failure-settled", "This event is settled already", 409);

    private static final ProblemType STILL_FAILING =
            new ProblemType("inbox-failure-remains", "The event could still not be applied", 409);

    /** A kept event, for reading. The payload holds ids and states only; unreadable ones are shown by their length. */
    public record View(
            UUID id,
            String kind,
            String state,
            String topic,
            String key,
            UUID eventId,
            Long version,
            String type,
            String reason,
            int attempts,
            Instant failedAt,
            Instant settledAt,
            String payload) {

        static View of(InboxFailure failure) {
            InboxRecord record = failure.record();
            String payload = failure.kind() == InboxFailure.Kind.PARKED
                    ? new String(record.payload(), StandardCharsets.UTF_8)
                    : record.payload().length + " bytes";
            return new View(
                    failure.id(),
                    failure.kind().name(),
                    failure.state().name(),
                    record.topic(),
                    record.key(),
                    failure.eventId(),
                    failure.version(),
                    failure.type(),
                    failure.reason(),
                    failure.attempts(),
                    failure.failedAt(),
                    failure.settledAt(),
                    payload);
        }
    }

    private final InboxTable table;
    private final Inbox inbox;
    private final AuditTrail audit;

    InboxFailures(InboxTable table, Inbox inbox, AuditTrail audit) {
        this.table = table;
        this.inbox = inbox;
        this.audit = audit;
    }

    /** Kept events, oldest first; {@code kind} (PARKED, DEAD_LETTER) and {@code state} may be null for all. */
    public Page<View> list(String kind, String state, PageRequest page) {
        return table.list(
                        kind == null ? null : InboxFailure.Kind.valueOf(kind),
                        state == null ? null : InboxFailure.State.valueOf(state),
                        page)
                .map(View::of);
    }

    public Optional<View> find(UUID id) {
        return table.find(id).map(View::of);
    }

    /** Tries a kept event again, through the same checks as any other; its parked successors follow when it works. */
    public Outcome<View> replay(UUID id, boolean acceptGap) {
        InboxFailure before = table.find(id).orElseThrow();
        if (before.state() != InboxFailure.State.OPEN) {
            return notOpen();
        }
        boolean settled = tryAgain(id, acceptGap);
        if (!settled) {
            return Outcome.refused(STILL_FAILING, "See its reason; earlier events of its key may have to go first.");
        }
        inbox.continueWith(before.record().topic(), before.record().key());
        return Outcome.done(View.of(table.find(id).orElseThrow()));
    }

    /** Gives a kept event up, with a reason; its parked successors follow. */
    public Outcome<View> discard(UUID id, String reason) {
        InboxFailure before = table.find(id).orElseThrow();
        boolean discarded = QuarkusTransaction.requiringNew().call(() -> {
            boolean wasOpen = inbox.discard(id);
            if (wasOpen) {
                audit.record("inbox-event-discarded", "inbox-failure", id.toString(), Map.of("reason", reason));
            }
            return wasOpen;
        });
        if (!discarded) {
            return notOpen();
        }
        inbox.continueWith(before.record().topic(), before.record().key());
        return Outcome.done(View.of(table.find(id).orElseThrow()));
    }

    /** The event, its bookkeeping and the audit entry in one transaction; a failure leaves an entry, too. */
    private boolean tryAgain(UUID id, boolean acceptGap) {
        try {
            return QuarkusTransaction.requiringNew().call(() -> {
                boolean settled = inbox.replay(id, acceptGap);
                auditReplay(id, acceptGap, settled);
                return settled;
            });
        } catch (RuntimeException failure) {
            if (DependencyDown.isBehind(failure)) {
                throw failure;
            }
            QuarkusTransaction.requiringNew().run(() -> {
                table.countAttempt(id, Inbox.reason(failure));
                auditReplay(id, acceptGap, false);
            });
            return false;
        }
    }

    private void auditReplay(UUID id, boolean acceptGap, boolean settled) {
        audit.record(
                "inbox-event-replayed",
                "inbox-failure",
                id.toString(),
                Map.of("settled", settled, "acceptGap", acceptGap));
    }

    private static Outcome<View> notOpen() {
        return Outcome.refused(NOT_OPEN, "Somebody has replayed or discarded it before.");
    }
}
