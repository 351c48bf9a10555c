package eu.urbact.infocus.directory.matchmaking;

import java.math.BigDecimal;
import java.math.RoundingMode;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.Stream;

import eu.urbact.infocus.directory.cluster.ClusterDescription;
import eu.urbact.infocus.directory.cluster.ClusterRoles;
import eu.urbact.infocus.directory.matching.Diversification;
import eu.urbact.infocus.directory.matching.Explanation;
import eu.urbact.infocus.directory.matching.Matcher;
import eu.urbact.infocus.directory.matching.MatchingModel;
import eu.urbact.infocus.directory.matching.Measure;
import eu.urbact.infocus.directory.matching.Profile;
import eu.urbact.infocus.directory.matching.Rating;
import eu.urbact.infocus.directory.reference.Facet;
import eu.urbact.infocus.directory.reference.Tag;
import eu.urbact.infocus.directory.region.PriorityDescription;
import eu.urbact.infocus.directory.region.RegionDescription;

/** Holds the priorities of a region against clusters. */
final class RegionMatrices {

    /** More would tell nobody anything. */
    private static final int MOST_DIGITS = 5;

    private static final Set<Facet> COMPARED = Set.of(Facet.ACTIVITY, Facet.COMPETENCE, Facet.MARKET);

    /** What a cluster is for a priority, in numbers. */
    private record Match(Rating core, Rating enabler) {

        boolean isCore() {
            return core.score() >= enabler.score();
        }

        Rating best() {
            return isCore() ? core : enabler;
        }

        Rating in(RegionMatrix.Role role) {
            return role == RegionMatrix.Role.CORE ? core : enabler;
        }

        double low() {
            return Math.max(core.low(), enabler.low());
        }

        double fit() {
            return Math.max(core.fit(), enabler.fit());
        }

        double high() {
            return Math.max(core.high(), enabler.high());
        }
    }

    private final MatchState state;
    private final Matcher matcher;
    private final MatchingModel.Thresholds thresholds;

    RegionMatrices(MatchState state) {
        this.state = state;
        this.matcher = state.priorityMatcher();
        this.thresholds = state.model().thresholds();
    }

    /** The matrix of a region, with its own clusters or with all of the network. */
    RegionMatrix of(RegionDescription region, boolean wholeNetwork) {
        List<ClusterDescription> clusters = state.clusters().stream()
                .filter(cluster -> wholeNetwork ? cluster.cityId().isPresent() : isOf(cluster, region))
                .toList();
        Map<String, Map<String, Match>> matches = new HashMap<>();
        List<RegionMatrix.Cell> cells = new ArrayList<>();
        Map<String, Profile> ready = ready(clusters);
        for (PriorityDescription priority : region.priorities()) {
            Profile row = state.priority(priority.id()).orElseThrow();
            Map<String, Match> line = new HashMap<>();
            for (ClusterDescription cluster : clusters) {
                Profile column = ready.get(cluster.id());
                Match match = match(column, row);
                line.put(cluster.id(), match);
                cells.add(cell(priority, column, row, match));
            }
            matches.put(priority.id(), line);
        }
        List<ClusterDescription> own =
                clusters.stream().filter(cluster -> isOf(cluster, region)).toList();
        Set<String> named = region.priorities().stream()
                .flatMap(priority -> priority.tags().stream())
                .filter(tag -> tag.facet() == Facet.ACTIVITY)
                .map(Tag::code)
                .collect(Collectors.toSet());
        int divisions = state.taxonomy().divisions().size();
        return new RegionMatrix(
                region.id(),
                region.name(),
                region.strategy().title(),
                divisions == 0 ? 0 : 1 - (double) named.size() / divisions,
                named.size(),
                divisions,
                profiled(own),
                region.priorities().stream()
                        .map(priority -> row(priority, own, matches.get(priority.id())))
                        .toList(),
                clusters.stream()
                        .map(cluster -> column(cluster, region, isOf(cluster, region), matches))
                        .toList(),
                cells);
    }

    private Map<String, Profile> ready(List<ClusterDescription> clusters) {
        return clusters.stream()
                .map(ClusterDescription::id)
                .collect(Collectors.toMap(
                        id -> id, id -> state.clusterForPriorities(id).orElseThrow()));
    }

    /** What {@link #of} says of a region's own clusters, without cells and evidence. */
    RegionSummary summary(RegionDescription region) {
        List<ClusterDescription> own = state.clusters().stream()
                .filter(cluster -> isOf(cluster, region))
                .toList();
        Map<String, Map<String, Match>> matches = new HashMap<>();
        Map<String, Profile> ready = ready(own);
        for (PriorityDescription priority : region.priorities()) {
            Profile row = state.priority(priority.id()).orElseThrow();
            Map<String, Match> line = new HashMap<>();
            own.forEach(cluster -> line.put(cluster.id(), match(ready.get(cluster.id()), row)));
            matches.put(priority.id(), line);
        }
        Map<String, ClusterRoles.Role> roles = new HashMap<>();
        if (isCoded(region)) {
            own.forEach(cluster -> roles.put(cluster.id(), role(column(cluster, region, true, matches))));
        }
        return new RegionSummary(
                Map.copyOf(roles),
                own.size(),
                profiled(own),
                (int) region.priorities().stream()
                        .filter(RegionMatrices::isCoded)
                        .count(),
                region.priorities().stream()
                        .map(priority -> row(priority, own, matches.get(priority.id())))
                        .filter(row -> row.gap() == RegionMatrix.Gap.ORPHAN)
                        .toList());
    }

    private static ClusterRoles.Role role(RegionMatrix.ClusterColumn column) {
        if (column.gap() == RegionMatrix.Gap.ORPHAN) {
            return ClusterRoles.Role.ORPHAN;
        }
        return column.role() == RegionMatrix.Role.CORE ? ClusterRoles.Role.CORE : ClusterRoles.Role.ENABLER;
    }

    private boolean isOf(ClusterDescription cluster, RegionDescription region) {
        return state.regionOf(cluster).filter(region.id()::equals).isPresent();
    }

    private static int profiled(List<ClusterDescription> clusters) {
        return (int) clusters.stream().filter(RegionMatrices::isProfiled).count();
    }

    private static boolean isProfiled(ClusterDescription cluster) {
        return has(cluster, Facet.ACTIVITY) && has(cluster, Facet.COMPETENCE);
    }

    /** Whether anything is recorded of a priority that a cluster could be compared with. */
    private static boolean isCoded(PriorityDescription priority) {
        return priority.tags().stream().anyMatch(tag -> COMPARED.contains(tag.facet()));
    }

    private static boolean isCoded(RegionDescription region) {
        return region.priorities().stream().anyMatch(RegionMatrices::isCoded);
    }

    private static boolean isUncertain(PriorityDescription priority) {
        return priority.provenance().uncertain() || isUncertain(priority.tags());
    }

    static boolean isUncertain(List<Tag> tags) {
        return tags.stream()
                .anyMatch(tag ->
                        COMPARED.contains(tag.facet()) && tag.provenance().uncertain());
    }

    private static boolean has(ClusterDescription cluster, Facet facet) {
        return cluster.tags().stream().anyMatch(tag -> tag.facet() == facet);
    }

    private Match match(Profile cluster, Profile priority) {
        return new Match(
                matcher.rate(Measure.CORE, cluster, priority), matcher.rate(Measure.ENABLER, cluster, priority));
    }

    private RegionMatrix.Cell cell(PriorityDescription named, Profile cluster, Profile priority, Match match) {
        Explanation explanation = matcher.evidence(match.isCore() ? Measure.CORE : Measure.ENABLER, cluster, priority);
        Matcher.Coverage coverage = matcher.coverage(cluster, priority);
        return new RegionMatrix.Cell(
                priority.subject().id(),
                cluster.subject().id(),
                role(match),
                match.best().score(),
                match.low(),
                match.high(),
                match.fit(),
                fits(match),
                fitsAs(match),
                match.core().score(),
                match.core().fit(),
                match.enabler().score(),
                match.enabler().fit(),
                coverage.inside(),
                coverage.covers(),
                Evidence.of(explanation),
                named.provenance().uncertain() || explanation.uncertain());
    }

    private static RegionMatrix.Role role(Match match) {
        return match.best().score() == 0
                ? RegionMatrix.Role.NONE
                : match.isCore() ? RegionMatrix.Role.CORE : RegionMatrix.Role.ENABLER;
    }

    private boolean fits(Match match) {
        return fitsAs(match) != RegionMatrix.Role.NONE;
    }

    /** The role in which it fits: the larger one where it fits in both. It need not be the larger one where it fits in one. */
    private RegionMatrix.Role fitsAs(Match match) {
        boolean core = match.core().fit() >= thresholds.core();
        boolean enabler = match.enabler().fit() >= thresholds.enabler();
        if (!core && !enabler) {
            return RegionMatrix.Role.NONE;
        }
        return core && (!enabler || match.isCore()) ? RegionMatrix.Role.CORE : RegionMatrix.Role.ENABLER;
    }

    /** Whether what is not known yet could make one fit. */
    private boolean couldFit(Match match) {
        return match.core().high() >= thresholds.core() || match.enabler().high() >= thresholds.enabler();
    }

    private RegionMatrix.PriorityRow row(
            PriorityDescription priority, List<ClusterDescription> own, Map<String, Match> matches) {
        List<ClusterDescription> fitting =
                own.stream().filter(cluster -> fits(matches.get(cluster.id()))).toList();
        double core = largest(own, matches, match -> match.core().fit());
        double enabler = largest(own, matches, match -> match.enabler().fit());
        Optional<String> incomparable = incomparable(priority, own);
        RegionMatrix.Gap gap = gap(fitting.size(), incomparable.isPresent());
        String reason = incomparable.orElseGet(() -> switch (gap) {
            case ORPHAN ->
                "No profiled cluster of the region belongs to \"%s\" or serves it, as far as is known: %s.%s"
                        .formatted(
                                priority.label(),
                                distance(core, enabler),
                                open(own.stream().map(cluster -> matches.get(cluster.id()))));
            case CROWDED ->
                "%d clusters of the region fit it: %s."
                        .formatted(
                                fitting.size(),
                                fitting.stream().map(ClusterDescription::name).collect(Collectors.joining(", ")));
            case NONE ->
                fitting.stream().map(ClusterDescription::name).collect(Collectors.joining(", ")) + " fit"
                        + (fitting.size() == 1 ? "s" : "") + " it.";
        });
        return new RegionMatrix.PriorityRow(
                priority.id(),
                priority.label(),
                gap,
                reason,
                core,
                enabler,
                fitting.size(),
                state.taxonomy().view(priority.provenance()),
                isUncertain(priority));
    }

    private RegionMatrix.Gap gap(int fitting, boolean isIncomparable) {
        if (isIncomparable || (fitting > 0 && fitting < thresholds.crowdedFrom())) {
            return RegionMatrix.Gap.NONE;
        }
        return fitting == 0 ? RegionMatrix.Gap.ORPHAN : RegionMatrix.Gap.CROWDED;
    }

    /** Why nothing can be said about a priority; empty where it can be compared. */
    private static Optional<String> incomparable(PriorityDescription priority, List<ClusterDescription> own) {
        if (own.isEmpty()) {
            return Optional.of("No cluster of the region is in the directory yet, so nothing can be said about \"%s\"."
                    .formatted(priority.label()));
        }
        return isCoded(priority)
                ? Optional.empty()
                : Optional.of(
                        "No activity, competence or market of \"%s\" has been recorded yet, so no cluster can be compared with it."
                                .formatted(priority.label()));
    }

    private String open(Stream<Match> matches) {
        return matches.anyMatch(this::couldFit) ? " What is not known yet could change that." : "";
    }

    private static double largest(
            List<ClusterDescription> clusters, Map<String, Match> matches, Function<Match, Double> value) {
        return clusters.stream()
                .mapToDouble(cluster -> value.apply(matches.get(cluster.id())))
                .max()
                .orElse(0);
    }

    private String distance(double core, double enabler) {
        return String.format(
                Locale.ROOT,
                "the best fit of one that belongs is %s (needed: %s), of one that serves %s (needed: %s)",
                below(core, thresholds.core()),
                threshold(thresholds.core()),
                below(enabler, thresholds.enabler()),
                threshold(thresholds.enabler()));
    }

    /**
     * A fit that is not enough, with as many digits, two at least, as show that it is not. The portal's {@code Scores} writes them by the same
     * rule in code of its own, as only the API joins the two: a change belongs in both.
     */
    static String below(double fit, double needed) {
        for (int digits = 2; digits <= MOST_DIGITS; digits++) {
            String text = String.format(Locale.ROOT, "%." + digits + "f", fit);
            if (Double.parseDouble(text) < needed) {
                return text;
            }
        }
        return "just below " + threshold(needed);
    }

    /** With all its digits, two at least: what is needed must not look like less or more. */
    private static String threshold(double needed) {
        BigDecimal exact = BigDecimal.valueOf(needed);
        return exact.setScale(Math.max(2, exact.scale()), RoundingMode.UNNECESSARY)
                .toPlainString();
    }

    private RegionMatrix.ClusterColumn column(
            ClusterDescription cluster,
            RegionDescription region,
            boolean own,
            Map<String, Map<String, Match>> matches) {
        double core = 0;
        double enabler = 0;
        for (Map<String, Match> line : matches.values()) {
            core = Math.max(core, line.get(cluster.id()).core().fit());
            enabler = Math.max(enabler, line.get(cluster.id()).enabler().fit());
        }
        boolean orphan = isCoded(region) && core < thresholds.core() && enabler < thresholds.enabler();
        // what is near a priority that it does not fit matters only where it fits none
        Function<Match, RegionMatrix.Role> roleIn = orphan ? RegionMatrices::role : this::fitsAs;
        Optional<PriorityDescription> best = Optional.empty();
        RegionMatrix.Role role = RegionMatrix.Role.NONE;
        double largest = 0;
        for (PriorityDescription priority : region.priorities()) {
            Match match = matches.get(priority.id()).get(cluster.id());
            RegionMatrix.Role as = roleIn.apply(match);
            double score = as == RegionMatrix.Role.NONE ? 0 : match.in(as).score();
            if (score > largest) {
                best = Optional.of(priority);
                role = as;
                largest = score;
            }
        }
        return new RegionMatrix.ClusterColumn(
                state.ref(cluster.id()),
                own,
                orphan ? RegionMatrix.Gap.ORPHAN : RegionMatrix.Gap.NONE,
                orphan
                        ? whyOrphan(cluster, region, core, enabler, matches)
                        : isCoded(region) ? whyNot(cluster, best, role) : nothingCoded(cluster, region),
                role,
                best.map(PriorityDescription::id).orElse(null),
                core,
                enabler,
                isUncertain(cluster.tags()));
    }

    private static String whyNot(
            ClusterDescription cluster, Optional<PriorityDescription> best, RegionMatrix.Role role) {
        return best.map(priority -> "%s %s \"%s\"."
                        .formatted(
                                cluster.name(),
                                role == RegionMatrix.Role.CORE ? "belongs to" : "serves",
                                priority.label()))
                .orElse("");
    }

    private static String nothingCoded(ClusterDescription cluster, RegionDescription region) {
        return "No activity, competence or market has been recorded for any priority of \"%s\" yet, so %s can be compared with none."
                .formatted(region.strategy().title(), cluster.name());
    }

    private String whyOrphan(
            ClusterDescription cluster,
            RegionDescription region,
            double core,
            double enabler,
            Map<String, Map<String, Match>> matches) {
        Set<String> named = region.priorities().stream()
                .flatMap(priority -> priority.tags().stream())
                .filter(tag -> tag.facet() == Facet.ACTIVITY)
                .map(Tag::code)
                .collect(Collectors.toSet());
        String missing = cluster.tags().stream()
                .filter(tag -> tag.facet() == Facet.ACTIVITY && !named.contains(tag.code()))
                .map(tag -> state.taxonomy().label(Facet.ACTIVITY, tag.code()))
                .collect(Collectors.joining(", "));
        StringBuilder reason = new StringBuilder("No priority of \"%s\" fits %s, as far as is known: %s."
                .formatted(region.strategy().title(), cluster.name(), distance(core, enabler)));
        if (!missing.isEmpty()) {
            // a label may end with an abbreviation
            reason.append(" The strategy does not name: ").append(missing).append(missing.endsWith(".") ? "" : ".");
        }
        if (!has(cluster, Facet.MARKET)) {
            reason.append(" The cluster does not say which markets it serves.");
        }
        reason.append(open(region.priorities().stream()
                .map(priority -> matches.get(priority.id()).get(cluster.id()))));
        return reason.toString();
    }

    /** The best choices of one, two and more domains of a region; none where there is no cluster to choose by. */
    Diversified diversification(RegionDescription region) {
        List<ClusterDescription> own = state.clusters().stream()
                .filter(cluster -> isOf(cluster, region))
                .toList();
        List<PriorityDescription> domains = own.isEmpty()
                ? List.of()
                : region.priorities().stream().filter(RegionMatrices::isCoded).toList();
        List<Profile> priorities = domains.stream()
                .map(priority -> state.priority(priority.id()).orElseThrow())
                .toList();
        ClusterSizes sizes = ClusterSizes.of(own);
        double[][] fit = new double[own.size()][priorities.size()];
        for (int i = 0; i < own.size(); i++) {
            Profile cluster = state.clusterForPriorities(own.get(i).id()).orElseThrow();
            for (int j = 0; j < priorities.size(); j++) {
                fit[i][j] = match(cluster, priorities.get(j)).fit();
            }
        }
        double[][] relatedness = new double[priorities.size()][priorities.size()];
        for (int i = 0; i < priorities.size(); i++) {
            for (int j = 0; j < priorities.size(); j++) {
                relatedness[i][j] = matcher.relatedness(priorities.get(i), priorities.get(j));
            }
        }
        MatchingModel.Limits limits = state.model().limits();
        List<DiversificationStep> steps = new ArrayList<>();
        double before = 0;
        for (Diversification.Step step : new Diversification(sizes.values(), fit, relatedness, limits.connection())
                .curve(limits.diversification())) {
            steps.add(new DiversificationStep(
                    step.domains().size(),
                    step.domains().stream()
                            .map(domains::get)
                            .map(priority -> new DiversificationStep.Domain(
                                    priority.id(), priority.label(), isUncertain(priority)))
                            .toList(),
                    step.value(),
                    step.served(),
                    step.value() - before));
            before = step.value();
        }
        return new Diversified(sizes, steps);
    }

    /** The best choices, with what the clusters counted. */
    record Diversified(ClusterSizes sizes, List<DiversificationStep> steps) {}
}
