package eu.urbact.infocus.registration.staging;

import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.UUID;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.transaction.Transactional;

import eu.urbact.infocus.chassis.audit.AuditEntry;
import eu.urbact.infocus.chassis.identity.Fingerprint;
import eu.urbact.infocus.chassis.outcome.Verdict;
import eu.urbact.infocus.registration.application.Decision;
import eu.urbact.infocus.registration.application.DecisionPolicy;
import eu.urbact.infocus.registration.application.LastChange;
import eu.urbact.infocus.registration.call.Calls;
import eu.urbact.infocus.registration.call.HandBackSeats;
import eu.urbact.infocus.registration.call.PromisedSeats;
import eu.urbact.infocus.registration.seat.BucketCode;
import eu.urbact.infocus.registration.seat.SeatBucket;
import eu.urbact.infocus.registration.seat.Seats;

/** Looks at what is staged for a call and says what the room would be like. Changes nothing. */
@ApplicationScoped
public class ReadPlan {

    private static final int FINGERPRINT_BYTES = 16;
    private static final String NONE = "none";

    private final Calls calls;
    private final Seats seats;
    private final PromisedSeats promises;
    private final HandBackSeats handBackSeats;
    private final StagedDecisions stagedDecisions;
    private final Demand demand;
    private final LastChange lastChange;

    ReadPlan(
            Calls calls,
            Seats seats,
            PromisedSeats promises,
            HandBackSeats handBackSeats,
            StagedDecisions stagedDecisions,
            Demand demand,
            LastChange lastChange) {
        this.calls = calls;
        this.seats = seats;
        this.promises = promises;
        this.handBackSeats = handBackSeats;
        this.stagedDecisions = stagedDecisions;
        this.demand = demand;
        this.lastChange = lastChange;
    }

    /** The room after everything has been released. */
    @Transactional
    public Plan all(UUID callId) {
        List<StagedDecisions.Planned> staged = stagedDecisions.planned(callId);
        return plan(
                callId, fingerprint(staged), staged.stream().map(ReadPlan::step).toList());
    }

    /**
     * The room after what is staged for these people has been released, and those of them for whom nothing is staged have been
     * admitted, as far as they can be.
     */
    @Transactional
    public Plan of(UUID callId, Collection<UUID> selected) {
        List<StagedDecisions.Planned> staged = stagedDecisions.planned(callId);
        Set<UUID> open = new HashSet<>(selected);
        List<Known> known = new ArrayList<>();
        for (StagedDecisions.Planned one : staged) {
            if (open.remove(one.person().id())) {
                known.add(step(one));
            }
        }
        stagedDecisions.people(callId, open).stream()
                .map(person -> new Known(person, null))
                .filter(Known::isPossible)
                .forEach(known::add);
        return plan(callId, fingerprint(staged), known);
    }

    /** The room after everything has been released, and those of these people for whom nothing is staged have been admitted, too. */
    @Transactional
    public Plan with(UUID callId, Collection<UUID> selected) {
        List<UUID> people = new ArrayList<>(selected);
        stagedDecisions.planned(callId).forEach(one -> people.add(one.person().id()));
        return of(callId, people);
    }

    /** Who has changed last what is staged for a call, or an application for which something was staged. */
    public Optional<AuditEntry> lastChange(UUID callId) {
        return lastChange.inCall(
                callId,
                Set.of(StageDecisions.ACTION, TakeBackStaged.ACTION),
                Set.of("decisions-released"),
                StageDecisions.ACTION);
    }

    /** A person, and what is staged for them, or null for admitting. */
    private record Known(StagedDecisions.Person person, StagedDecision staged) {

        Decision decision() {
            return staged == null ? Decision.ADMIT : staged.decision();
        }

        /** What was staged may have been overtaken by an offer of the waiting list. */
        boolean isPossible() {
            return DecisionPolicy.check(person.state(), decision(), staged == null ? null : staged.reasonCode())
                    instanceof Verdict.Allowed;
        }

        ReleasePolicy.Step step() {
            return new ReleasePolicy.Step(
                    person.id(),
                    decision(),
                    person.bucket() == null ? null : new BucketCode(person.bucket()),
                    staged == null ? null : staged.bucket(),
                    staged != null && staged.bucketProposed(),
                    person.contributor(),
                    person.cityId());
        }
    }

    private static Known step(StagedDecisions.Planned planned) {
        return new Known(planned.person(), planned.staged());
    }

    private Plan plan(UUID callId, String fingerprint, List<Known> all) {
        List<Known> known = all.stream().filter(Known::isPossible).toList();
        List<SeatBucket> buckets = seats.of(callId);
        Map<String, Integer> invited = promises.invited(callId);
        Set<BucketCode> handingBack = handBackSeats.whoseDayHasCome(callId);
        ReleasePolicy.Rehearsal rehearsal = ReleasePolicy.rehearse(
                buckets.stream()
                        .map(bucket -> new ReleasePolicy.Bucket(
                                bucket.code(),
                                bucket.limit(),
                                bucket.held(),
                                bucket.code().ofCity(invited),
                                handingBack.contains(bucket.code())))
                        .toList(),
                promises.nominees(callId),
                promises.stillInvited(callId),
                known.stream().map(Known::step).toList());
        Map<UUID, Known> byId =
                known.stream().collect(Collectors.toMap(one -> one.person().id(), Function.identity()));
        List<StagedDecisions.Person> holders = stagedDecisions.holders(callId);
        List<StagedDecisions.Person> after = after(holders, byId, rehearsal);
        Map<String, Integer> kept = promises.keptForSubstitutes(callId);
        return new Plan(
                fingerprint,
                calls.findById(callId).capacity(),
                rehearsal.overInAll(),
                buckets.stream()
                        .map(bucket -> new Plan.Bucket(
                                bucket.code(),
                                bucket.label(),
                                bucket.limit() - rehearsal.handedBack().getOrDefault(bucket.code(), 0),
                                bucket.held(),
                                rehearsal.freed().getOrDefault(bucket.code(), 0),
                                rehearsal.planned().getOrDefault(bucket.code(), 0),
                                rehearsal.over().getOrDefault(bucket.code(), 0),
                                rehearsal.kept().getOrDefault(bucket.code(), 0)))
                        .toList(),
                kept.values().stream().mapToInt(Integer::intValue).sum(),
                balance(holders, after, kept),
                demand.of(callId, ids(holders), ids(after)),
                Stream.concat(
                                rehearsal.inOrder().stream().map(step -> byId.get(step.applicationId())),
                                all.stream().filter(one -> !one.isPossible()))
                        .filter(one -> one.staged() != null)
                        .map(one -> planned(one, rehearsal))
                        .toList());
    }

    private static Plan.Planned planned(Known known, ReleasePolicy.Rehearsal rehearsal) {
        StagedDecision staged = known.staged();
        return new Plan.Planned(
                staged.applicationId(),
                staged.decision(),
                staged.reasonCode(),
                staged.note(),
                rehearsal.seats().get(staged.applicationId()),
                staged.stagedBy(),
                staged.stagedAt(),
                staged.seenVersion() != known.person().version(),
                !known.isPossible(),
                new Seen(known.person().version(), staged.stepId()));
    }

    /** Who would be in the room. Who would find no seat is counted, too: the plan says how many are too many. */
    private static List<StagedDecisions.Person> after(
            List<StagedDecisions.Person> holders, Map<UUID, Known> known, ReleasePolicy.Rehearsal rehearsal) {
        List<StagedDecisions.Person> after = new ArrayList<>(holders.stream()
                .filter(person -> !known.containsKey(person.id())
                        || known.get(person.id()).decision() == Decision.ADMIT)
                .toList());
        rehearsal.inOrder().stream()
                .filter(step -> step.decision() == Decision.ADMIT && step.from() == null)
                .forEach(step -> after.add(known.get(step.applicationId()).person()));
        return after;
    }

    private static Set<UUID> ids(List<StagedDecisions.Person> people) {
        return people.stream().map(StagedDecisions.Person::id).collect(Collectors.toSet());
    }

    private static Plan.Balance balance(
            List<StagedDecisions.Person> holders, List<StagedDecisions.Person> after, Map<String, Integer> kept) {
        return new Plan.Balance(
                groups(holders, after, person -> person.cityId() == null ? NONE : person.cityId(), kept),
                groups(holders, after, person -> person.profile().name()),
                groups(holders, after, person -> person.clusterId() == null ? NONE : person.clusterId()),
                organisations(holders, after),
                groups(holders, after, person -> person.newcomer() ? "NEWCOMER" : "RETURNING"));
    }

    private static List<Plan.Group> groups(
            List<StagedDecisions.Person> holders,
            List<StagedDecisions.Person> after,
            Function<StagedDecisions.Person, String> key) {
        return groups(holders, after, key, Map.of());
    }

    /** Also with seats that are taken, whoever comes, now and afterwards. */
    private static List<Plan.Group> groups(
            List<StagedDecisions.Person> holders,
            List<StagedDecisions.Person> after,
            Function<StagedDecisions.Person, String> key,
            Map<String, Integer> kept) {
        Map<String, int[]> counts = new TreeMap<>();
        kept.forEach((group, seats) -> counts.put(group, new int[] {seats, seats}));
        holders.forEach(person -> counts.computeIfAbsent(key.apply(person), none -> new int[2])[0]++);
        after.forEach(person -> counts.computeIfAbsent(key.apply(person), none -> new int[2])[1]++);
        return counts.entrySet().stream()
                .map(group -> new Plan.Group(group.getKey(), group.getValue()[0], group.getValue()[1]))
                .toList();
    }

    /** Clusters and other organisations, however people write the capitals; shown as the first of them has written it. */
    private static List<Plan.Group> organisations(
            List<StagedDecisions.Person> holders, List<StagedDecisions.Person> after) {
        Map<String, String> written = new HashMap<>();
        List.of(holders, after)
                .forEach(people -> people.forEach(person -> written.putIfAbsent(
                        folded(person), person.organisation().strip())));
        Map<String, Plan.Group> shown = new LinkedHashMap<>();
        groups(holders, after, ReadPlan::folded)
                .forEach(group ->
                        shown.put(group.key(), new Plan.Group(written.get(group.key()), group.held(), group.after())));
        return List.copyOf(shown.values());
    }

    private static String folded(StagedDecisions.Person person) {
        return person.organisation().strip().toLowerCase(Locale.ROOT);
    }

    private static String fingerprint(List<StagedDecisions.Planned> staged) {
        Fingerprint fingerprint = new Fingerprint();
        staged.forEach(one -> fingerprint.add(one.person().id() + " "
                + one.staged().stepId() + " " + one.person().version() + "\n"));
        return fingerprint.hex(FINGERPRINT_BYTES);
    }
}
