package eu.urbact.infocus.directory.referenceimport;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Pattern;

import eu.urbact.infocus.chassis.yaml.FileNotes;
import eu.urbact.infocus.chassis.yaml.YamlFile;
import eu.urbact.infocus.chassis.yaml.YamlMapping;
import eu.urbact.infocus.directory.reference.DivisionEntry;
import eu.urbact.infocus.directory.reference.SourceEntry;

/** Reads a file of reference data; its format is described in the service's README. One reader reads one file. */
final class ReferenceDataReader {

    private static final Pattern FORMAT = Pattern.compile("infocus-reference-data");
    private static final int VERSION = 1;

    /** The whole network fits into a thirtieth of it. */
    private static final int MOST_BYTES = 3_000_000;

    private static final Pattern DATA_VERSION = Pattern.compile("[0-9A-Za-z][0-9A-Za-z._-]{0,29}");

    private final EntryReader.Reading reading;
    private final TaxonomyReader taxonomy;
    private final PlaceReader places;
    private final KnowledgeReader knowledge;

    private ReferenceDataReader(Map<String, LocalDate> knownSources, FileNotes notes) {
        this.reading = new EntryReader.Reading(notes, new HashMap<>(knownSources), new ArrayList<>());
        this.taxonomy = new TaxonomyReader(reading);
        this.places = new PlaceReader(reading);
        this.knowledge = new KnowledgeReader(reading);
    }

    /**
     * Reads a file.
     *
     * @param file the file as it came
     * @param knownSources sources that the directory knows already, with the day on which each was last read
     * @param notes takes what is wrong in the file
     * @return the data; what was wrong, which is noted, is empty in it, and then it is good for nothing but to be checked further. Empty
     *     when the file cannot be taken apart
     */
    static Optional<ReferenceData> read(byte[] file, Map<String, LocalDate> knownSources, FileNotes notes) {
        return YamlFile.read(file, MOST_BYTES, notes).map(new ReferenceDataReader(knownSources, notes)::file);
    }

    private ReferenceData file(YamlMapping file) {
        file.requiredMatching("format", FORMAT, FORMAT.pattern());
        file.requiredInteger("version", VERSION, VERSION);
        String dataVersion = file.requiredMatching(
                        "dataVersion", DATA_VERSION, "at most 30 letters, digits, dots and hyphens")
                .orElse("");
        // the sources first: they give every provenance its day
        List<Placed<SourceEntry>> sources =
                file.mappings("sources").stream().map(taxonomy::source).toList();
        sources.forEach(source ->
                reading.readOn().put(source.value().id(), source.value().readOn()));
        List<Placed<DivisionEntry>> divisions = new ArrayList<>();
        ReferenceData data = new ReferenceData(
                dataVersion,
                sources,
                file.mappings("objectives").stream().map(taxonomy::objective).toList(),
                file.mappings("competences").stream().map(taxonomy::competence).toList(),
                file.mappings("naceSections").stream()
                        .map(section -> taxonomy.section(section, divisions))
                        .toList(),
                divisions,
                file.mappings("ecosystems").stream().map(taxonomy::ecosystem).toList(),
                file.mappings("vocabularyTerms").stream().map(taxonomy::term).toList(),
                file.mappings("regions").stream().map(places::region).toList(),
                file.mappings("cities").stream().map(places::city).toList(),
                file.mappings("clusters").stream().map(places::cluster).toList(),
                file.mappings("levers").stream().map(knowledge::lever).toList(),
                file.mappings("relatedness").stream()
                        .map(knowledge::relatedness)
                        .toList(),
                file.mappings("partnerships").stream()
                        .map(knowledge::partnership)
                        .toList(),
                file.mappings("knowledgeServices").stream()
                        .map(knowledge::knowledgeService)
                        .toList(),
                reading.mentions());
        file.end();
        return data;
    }
}
