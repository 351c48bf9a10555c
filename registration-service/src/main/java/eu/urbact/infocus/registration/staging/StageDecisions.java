package eu.urbact.infocus.registration.staging;

import java.time.Clock;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.function.Function;
import java.util.stream.Collectors;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.transaction.Transactional;

import eu.urbact.infocus.chassis.audit.AuditTrail;
import eu.urbact.infocus.chassis.identity.Ids;
import eu.urbact.infocus.chassis.outcome.Outcome;
import eu.urbact.infocus.chassis.outcome.Verdict;
import eu.urbact.infocus.chassis.problem.CommonProblem;
import eu.urbact.infocus.registration.application.Application;
import eu.urbact.infocus.registration.application.ApplicationFilter;
import eu.urbact.infocus.registration.application.Applications;
import eu.urbact.infocus.registration.application.DecisionPolicy;
import eu.urbact.infocus.registration.call.Calls;
import eu.urbact.infocus.registration.organiser.Organisers;
import eu.urbact.infocus.registration.problem.RegistrationProblem;
import eu.urbact.infocus.registration.seat.Seats;

/** Organisers say what they mean to decide, about one person or about many at once. Nobody is told, and no seat is taken. */
@ApplicationScoped
public class StageDecisions {

    /** What the audit trail calls it. */
    static final String ACTION = "decision-staged";

    /** How many can be staged in one go: a transaction locks them all. */
    public static final int AT_ONCE = 1_000;

    /**
     * One application.
     *
     * @param seen what the organiser had in front of them, or null for whatever there is
     */
    public record Target(UUID applicationId, Seen seen) {}

    /**
     * What came of it.
     *
     * @param stepId names this act, for taking it back as a whole; null when nothing was staged
     */
    public record Result(UUID stepId, List<StagedDecision> staged, List<Refusal> refused) {}

    private final Applications applications;
    private final Calls calls;
    private final StagedDecisions stagedDecisions;
    private final Seats seats;
    private final WhoWas whoWas;
    private final Organisers organisers;
    private final AuditTrail audit;
    private final Clock clock;

    StageDecisions(
            Applications applications,
            Calls calls,
            StagedDecisions stagedDecisions,
            Seats seats,
            WhoWas whoWas,
            Organisers organisers,
            AuditTrail audit,
            Clock clock) {
        this.applications = applications;
        this.calls = calls;
        this.stagedDecisions = stagedDecisions;
        this.seats = seats;
        this.whoWas = whoWas;
        this.organisers = organisers;
        this.audit = audit;
        this.clock = clock;
    }

    /**
     * Stages the same for each of these, as far as it is possible; who was quicker is told with each refusal.
     *
     * @param callId the call they are to be of, or null for any
     * @param replace whether something that somebody else has staged, and that was seen, is to be replaced
     */
    @Transactional
    public Result stage(UUID callId, List<Target> targets, Intent intent, boolean replace) {
        return stageEach(callId, targets, target -> intent, replace);
    }

    /** Stages something of its own for each of these for whom nothing is staged; what is staged already stays, and is reported. */
    @Transactional
    public Result stageUnlessStaged(UUID callId, Map<Target, Intent> intents) {
        Map<UUID, StagedDecision> staged = stagedDecisions.of(
                intents.keySet().stream().map(Target::applicationId).toList());
        List<Target> targets = new ArrayList<>();
        List<Refusal> refused = new ArrayList<>();
        for (Target target : intents.keySet()) {
            StagedDecision kept = staged.get(target.applicationId());
            if (kept == null) {
                targets.add(target);
            } else {
                refused.add(whoWas.staged(target.applicationId(), kept));
            }
        }
        Result result = stageEach(callId, targets, intents::get, false);
        refused.addAll(result.refused());
        return new Result(result.stepId(), result.staged(), List.copyOf(refused));
    }

    /**
     * Stages the same for everybody who passes a filter; what is staged already stays, and is reported.
     *
     * @param expected how many the organiser has seen to match; refused when they are others in number
     */
    @Transactional
    public Outcome<Result> stageMatching(ApplicationFilter filter, long expected, Intent intent) {
        long matching = applications.count(filter);
        if (matching != expected) {
            return Outcome.refused(
                    RegistrationProblem.SELECTION_CHANGED,
                    "%d matched when you looked, %d match now. Look again.".formatted(expected, matching));
        }
        Optional<Verdict.Refused> tooMany = tooMany(matching);
        if (tooMany.isPresent()) {
            return Outcome.refused(tooMany.get());
        }
        Map<Target, Intent> intents = new LinkedHashMap<>();
        applications.ids(filter, AT_ONCE).forEach(id -> intents.put(new Target(id, null), intent));
        return Outcome.done(stageUnlessStaged(filter.callId(), intents));
    }

    /** Why so many cannot be staged at once, if they cannot. */
    public static Optional<Verdict.Refused> tooMany(long matching) {
        return matching <= AT_ONCE
                ? Optional.empty()
                : Optional.of(new Verdict.Refused(
                        RegistrationProblem.SELECTION_TOO_LARGE,
                        "%d people match; at most %d can be staged, or looked at, at once. Narrow the list, for example to one city or one state, and take its parts one after the other."
                                .formatted(matching, AT_ONCE)));
    }

    private Result stageEach(UUID callId, List<Target> targets, Function<Target, Intent> intentOf, boolean replace) {
        // whoever is named twice is staged once
        Map<UUID, Target> once = new LinkedHashMap<>();
        targets.forEach(target -> once.putIfAbsent(target.applicationId(), target));
        Map<UUID, Application> found = applications.locked(once.keySet()).stream()
                .filter(application -> callId == null || application.callId().equals(callId))
                .collect(Collectors.toMap(Application::id, Function.identity()));
        Map<UUID, StagedDecision> before = stagedDecisions.of(found.keySet());
        Set<UUID> appliedAgain = applications.withLiveOther(found.values());
        StagedDecision.Step step = new StagedDecision.Step(Ids.next(), organisers.remember(), clock.instant());
        List<StagedDecision> staged = new ArrayList<>();
        List<Refusal> refused = new ArrayList<>();
        Map<Map<String, Object>, List<String>> written = new LinkedHashMap<>();
        for (Target target : once.values()) {
            Application application = found.get(target.applicationId());
            StagedDecision kept = before.get(target.applicationId());
            Intent intent = intentOf.apply(target);
            Optional<Refusal> refusal = check(
                    target,
                    application,
                    kept,
                    intent,
                    step.by(),
                    replace,
                    appliedAgain.contains(target.applicationId()));
            if (refusal.isPresent()) {
                refused.add(refusal.get());
                continue;
            }
            StagedDecision plan = kept == null ? new StagedDecision(application) : kept;
            plan.mean(intent, application, step);
            if (kept == null) {
                stagedDecisions.persist(plan);
            }
            staged.add(plan);
            written.computeIfAbsent(details(intent, step), details -> new ArrayList<>())
                    .add(application.id().toString());
        }
        stagedDecisions.flush();
        written.forEach((details, objects) -> audit.recordEach(ACTION, "application", objects, details));
        return new Result(staged.isEmpty() ? null : step.id(), List.copyOf(staged), List.copyOf(refused));
    }

    private Optional<Refusal> check(
            Target target,
            Application application,
            StagedDecision kept,
            Intent intent,
            String by,
            boolean replace,
            boolean appliedAgain) {
        UUID id = target.applicationId();
        if (application == null) {
            return Optional.of(Refusal.of(id, CommonProblem.NOT_FOUND, "There is no such application for this call."));
        }
        if (target.seen() != null && !target.seen().equals(Seen.of(application, kept))) {
            return Optional.of(whoWas.quicker(application, kept, target.seen()));
        }
        if (application.isErased()) {
            return Optional.of(
                    Refusal.of(id, RegistrationProblem.DECISION_NOT_POSSIBLE, "The person's data have been erased."));
        }
        if (kept != null && !kept.stagedBy().equals(by) && !replace) {
            return Optional.of(whoWas.staged(id, kept));
        }
        if (DecisionPolicy.check(application.state(), intent.decision(), intent.reason())
                instanceof Verdict.Refused refused) {
            return Optional.of(Refusal.of(id, refused));
        }
        if (DecisionPolicy.trueOf(application.appliedAt(), intent.reason(), calls.findById(application.callId()))
                instanceof Verdict.Refused refused) {
            return Optional.of(Refusal.of(id, refused));
        }
        if (DecisionPolicy.counts(appliedAgain) instanceof Verdict.Refused refused) {
            return Optional.of(Refusal.of(id, refused));
        }
        return intent.bucket() != null && !seats.has(application.callId(), intent.bucket())
                ? Optional.of(Refusal.of(
                        id,
                        RegistrationProblem.BUCKET_UNKNOWN,
                        "This call has no such seats. See the list of its buckets."))
                : Optional.empty();
    }

    private static Map<String, Object> details(Intent intent, StagedDecision.Step step) {
        Map<String, Object> details = new LinkedHashMap<>();
        details.put("decision", intent.decision());
        if (intent.reason() != null) {
            details.put("reasonCode", intent.reason());
        }
        if (intent.bucket() != null) {
            details.put("bucket", intent.bucket().value());
        }
        details.put("step", step.id());
        return details;
    }
}
