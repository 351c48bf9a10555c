package eu.urbact.infocus.directory.matching;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.util.EnumMap;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Pattern;

import eu.urbact.infocus.chassis.yaml.FileNotes;
import eu.urbact.infocus.chassis.yaml.YamlFile;
import eu.urbact.infocus.chassis.yaml.YamlMapping;

/** Reads the numbers of the model; a file with anything wrong in it gives no model. */
public final class MatchingModelFile {

    private static final String DELIVERED = "/reference-data/matching-model.yaml";
    private static final Pattern FORMAT = Pattern.compile("infocus-matching-model");
    private static final Pattern VERSION = Pattern.compile("[0-9A-Za-z][0-9A-Za-z._-]{0,29}");
    private static final int MOST_BYTES = 100_000;
    private static final int MOST = 100_000;
    private static final double ROUNDING = 1e-12;

    private MatchingModelFile() {}

    /**
     * The model that is delivered with the service.
     *
     * @return the model
     */
    public static MatchingModel delivered() {
        FileNotes notes = new FileNotes();
        return read(deliveredFile(), notes)
                .orElseThrow(() -> new IllegalStateException(DELIVERED + ": " + notes.inOrder()));
    }

    /**
     * The file itself, as it is delivered, for whoever wants to check or reuse the numbers.
     *
     * @return YAML
     */
    public static byte[] deliveredFile() {
        try (InputStream file = MatchingModelFile.class.getResourceAsStream(DELIVERED)) {
            return file.readAllBytes();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /**
     * Reads a file.
     *
     * @param file the file as it came
     * @param notes takes what is wrong
     * @return the model; empty when anything was wrong
     */
    public static Optional<MatchingModel> read(byte[] file, FileNotes notes) {
        return YamlFile.read(file, MOST_BYTES, notes).flatMap(read -> model(read, notes));
    }

    private static Optional<MatchingModel> model(YamlMapping file, FileNotes notes) {
        file.requiredMatching("format", FORMAT, FORMAT.pattern());
        file.requiredInteger("version", 1, 1);
        String version = file.requiredMatching("modelVersion", VERSION, "at most 30 letters, digits, dots and hyphens")
                .orElse("");
        YamlMapping weights = file.requiredMapping("weights");
        Map<Measure, Weights> measures = new EnumMap<>(Measure.class);
        weights(weights, "core", Measure.CORE, measures);
        weights(weights, "enabler", Measure.ENABLER, measures);
        weights(weights, "alliance", Measure.ALLIANCE, measures);
        weights(weights, "crossInnovation", Measure.CROSS_INNOVATION, measures);
        weights.end();
        YamlMapping coverage = file.requiredMapping("coverage");
        double inside = share(coverage, "inside");
        double covers = share(coverage, "covers");
        if (Math.abs(inside + covers - 1) > ROUNDING) {
            coverage.refuse("inside and covers must sum up to 1");
        }
        coverage.end();
        int highestLevel = file.requiredInteger("highestLevel", 1, MOST).orElse(1);
        YamlMapping levers = file.requiredMapping("levers");
        double documented = share(levers, "documented");
        double accepted = share(levers, "accepted");
        if (accepted > documented) {
            levers.refuse("accepted", "must not be stronger than a documented one");
        }
        levers.end();
        YamlMapping thresholds = file.requiredMapping("thresholds");
        MatchingModel.Thresholds from = new MatchingModel.Thresholds(
                share(thresholds, "core"),
                share(thresholds, "enabler"),
                thresholds.requiredInteger("crowdedFrom", 1, MOST).orElse(1),
                thresholds.requiredInteger("untappedPercentile", 0, 100).orElse(0));
        thresholds.end();
        YamlMapping limits = file.requiredMapping("limits");
        MatchingModel.Limits shown = new MatchingModel.Limits(
                limits.requiredInteger("questions", 0, 10).orElse(0),
                limits.requiredInteger("rankedMutually", 1, 1000).orElse(1),
                limits.requiredInteger("standingAmong", 2, 10_000).orElse(2),
                limits.requiredInteger("allPairsUpTo", 2, 10_000).orElse(2),
                limits.requiredInteger("diversification", 1, 20).orElse(1),
                share(limits, "connection"));
        limits.end();
        file.end();
        return notes.isEmpty()
                ? Optional.of(new MatchingModel(
                        version, measures, inside, covers, highestLevel, documented, accepted, from, shown))
                : Optional.empty();
    }

    private static void weights(YamlMapping file, String field, Measure measure, Map<Measure, Weights> measures) {
        YamlMapping entry = file.requiredMapping(field);
        double activity = optionalShare(entry, "activity");
        double competence = optionalShare(entry, "competence");
        double service = optionalShare(entry, "service");
        double learning = optionalShare(entry, "learning");
        entry.end();
        if (Math.abs(activity + competence + service + learning - 1) > ROUNDING) {
            entry.refuse("the shares must sum up to 1");
        } else if (!measure.betweenClusters() && learning > 0) {
            entry.refuse("learning", "is measured between clusters only");
        } else if (Math.min(Math.min(activity, competence), Math.min(service, learning)) >= 0) {
            measures.put(measure, new Weights(activity, competence, service, learning));
        }
    }

    private static double optionalShare(YamlMapping entry, String field) {
        return entry.has(field) ? share(entry, field) : 0;
    }

    private static double share(YamlMapping entry, String field) {
        double value = entry.requiredDecimal(field).orElse(0.0);
        if (value < 0 || value > 1) {
            entry.refuse(field, "must be between 0 and 1");
        }
        return value;
    }
}
