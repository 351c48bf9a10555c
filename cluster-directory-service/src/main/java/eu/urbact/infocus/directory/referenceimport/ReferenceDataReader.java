package eu.urbact.infocus.directory.referenceimport;

import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Pattern;

import eu.urbact.infocus.chassis.yaml.FileNotes;
import eu.urbact.infocus.chassis.yaml.Place;
import eu.urbact.infocus.chassis.yaml.Spelling;
import eu.urbact.infocus.chassis.yaml.YamlFile;
import eu.urbact.infocus.chassis.yaml.YamlMapping;
import eu.urbact.infocus.chassis.yaml.YamlValue;
import eu.urbact.infocus.directory.city.CityDescription;
import eu.urbact.infocus.directory.city.CityDescription.PartnerOrganisation;
import eu.urbact.infocus.directory.city.CityRole;
import eu.urbact.infocus.directory.city.CoordinatesRule;
import eu.urbact.infocus.directory.cluster.ClusterDescription;
import eu.urbact.infocus.directory.cluster.ClusterKind;
import eu.urbact.infocus.directory.cluster.Figure;
import eu.urbact.infocus.directory.matching.Relatedness;
import eu.urbact.infocus.directory.matchmaking.KnowledgeServiceEntry;
import eu.urbact.infocus.directory.matchmaking.LeverEntry;
import eu.urbact.infocus.directory.matchmaking.LeverStrength;
import eu.urbact.infocus.directory.matchmaking.PartnershipEntry;
import eu.urbact.infocus.directory.matchmaking.PartnershipKind;
import eu.urbact.infocus.directory.matchmaking.RelatednessEntry;
import eu.urbact.infocus.directory.reference.CompetenceEntry;
import eu.urbact.infocus.directory.reference.Confidence;
import eu.urbact.infocus.directory.reference.DivisionEntry;
import eu.urbact.infocus.directory.reference.EcosystemEntry;
import eu.urbact.infocus.directory.reference.Facet;
import eu.urbact.infocus.directory.reference.NutsArea;
import eu.urbact.infocus.directory.reference.ObjectiveEntry;
import eu.urbact.infocus.directory.reference.Provenance;
import eu.urbact.infocus.directory.reference.Scale;
import eu.urbact.infocus.directory.reference.SectionEntry;
import eu.urbact.infocus.directory.reference.SourceEntry;
import eu.urbact.infocus.directory.reference.Tag;
import eu.urbact.infocus.directory.reference.TermEntry;
import eu.urbact.infocus.directory.reference.Vocabulary;
import eu.urbact.infocus.directory.region.PriorityDescription;
import eu.urbact.infocus.directory.region.PriorityKind;
import eu.urbact.infocus.directory.region.RegionDescription;
import eu.urbact.infocus.directory.region.StrategyDescription;

/** Reads a file of reference data; its format is described in the service's README. One reader reads one file. */
final class ReferenceDataReader {

    private static final Pattern FORMAT = Pattern.compile("infocus-reference-data");
    private static final int VERSION = 1;

    private static final int LABEL = 200;
    private static final int TEXT = 1000;
    private static final int IDENTIFIER = 60;

    /** The whole network fits into a thirtieth of it. */
    private static final int MOST_BYTES = 3_000_000;

    private static final int FIRST_YEAR = 1900;
    private static final int LAST_YEAR = 2100;
    private static final int GOALS = 17;
    private static final int MOST_AMOUNT = 10_000_000;

    private static final Pattern SECTION = Pattern.compile("[A-U]");
    private static final Pattern SECTION_21 = Pattern.compile("[A-V]");
    private static final Pattern DIVISION = Pattern.compile("[0-9]{2}");
    private static final Pattern NUTS = Pattern.compile("[A-Z]{2}[0-9A-Z]{1,3}");
    private static final Pattern GOAL = Pattern.compile("[1-9]|1[0-7]");
    private static final Pattern PERIOD = Pattern.compile("\\d{4}-\\d{4}");
    private static final Pattern DATA_VERSION = Pattern.compile("[0-9A-Za-z][0-9A-Za-z._-]{0,29}");

    private final FileNotes notes;
    private final Map<String, LocalDate> readOn;
    private final List<Mention> mentions = new ArrayList<>();

    private ReferenceDataReader(Map<String, LocalDate> knownSources, FileNotes notes) {
        this.readOn = new HashMap<>(knownSources);
        this.notes = notes;
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
                file.mappings("sources").stream().map(this::source).toList();
        sources.forEach(source -> readOn.put(source.value().id(), source.value().readOn()));
        List<Placed<DivisionEntry>> divisions = new ArrayList<>();
        ReferenceData data = new ReferenceData(
                dataVersion,
                sources,
                file.mappings("objectives").stream().map(this::objective).toList(),
                file.mappings("competences").stream().map(this::competence).toList(),
                file.mappings("naceSections").stream()
                        .map(section -> section(section, divisions))
                        .toList(),
                divisions,
                file.mappings("ecosystems").stream().map(this::ecosystem).toList(),
                file.mappings("vocabularyTerms").stream().map(this::term).toList(),
                file.mappings("regions").stream().map(this::region).toList(),
                file.mappings("cities").stream().map(this::city).toList(),
                file.mappings("clusters").stream().map(this::cluster).toList(),
                file.mappings("levers").stream().map(this::lever).toList(),
                file.mappings("relatedness").stream().map(this::relatedness).toList(),
                file.mappings("partnerships").stream().map(this::partnership).toList(),
                file.mappings("knowledgeServices").stream()
                        .map(this::knowledgeService)
                        .toList(),
                mentions);
        file.end();
        return data;
    }

    private Placed<SourceEntry> source(YamlMapping entry) {
        SourceEntry source = new SourceEntry(
                identifier(entry, "id"),
                text(entry, "title", LABEL),
                entry.webAddress("url"),
                entry.requiredDate("readOn").orElse(LocalDate.EPOCH));
        entry.end();
        return new Placed<>(entry.place(), source);
    }

    private Placed<ObjectiveEntry> objective(YamlMapping entry) {
        ObjectiveEntry objective =
                new ObjectiveEntry(entry.requiredInteger("number", 1, GOALS).orElse(0), text(entry, "label", LABEL));
        entry.end();
        return new Placed<>(entry.place(), objective);
    }

    private Placed<CompetenceEntry> competence(YamlMapping entry) {
        CompetenceEntry competence = new CompetenceEntry(
                identifier(entry, "id"),
                entry.key("parent", IDENTIFIER),
                text(entry, "label", LABEL),
                entry.flag("keyEnablingTechnology"));
        competence.parentId().ifPresent(parent -> mention(Kind.COMPETENCE, parent, entry.place("parent")));
        entry.end();
        return new Placed<>(entry.place(), competence);
    }

    private Placed<SectionEntry> section(YamlMapping entry, List<Placed<DivisionEntry>> divisions) {
        SectionEntry section = new SectionEntry(
                entry.requiredMatching("code", SECTION, "a letter from A to U").orElse(""),
                text(entry, "label", LABEL),
                entry.requiredMatching("rev21", SECTION_21, "a letter from A to V")
                        .orElse(""));
        for (YamlMapping division : entry.mappings("divisions")) {
            String code =
                    division.requiredMatching("code", DIVISION, "two digits").orElse("");
            String label = text(division, "label", LABEL);
            Optional<String> rev21 = division.matching("rev21", SECTION_21, "a letter from A to V");
            boolean dissolved = division.flag("dissolvedInRev21");
            if (dissolved && rev21.isPresent()) {
                division.refuse("rev21", "a dissolved division has no section in Rev. 2.1");
            }
            divisions.add(new Placed<>(
                    division.place(),
                    new DivisionEntry(
                            code,
                            section.code(),
                            label,
                            dissolved ? Optional.empty() : Optional.of(rev21.orElse(section.rev21())))));
            division.end();
        }
        entry.end();
        return new Placed<>(entry.place(), section);
    }

    private Placed<EcosystemEntry> ecosystem(YamlMapping entry) {
        EcosystemEntry ecosystem = new EcosystemEntry(
                identifier(entry, "id"),
                text(entry, "label", LABEL),
                provenance(entry, "provenance"),
                codes(entry, "divisions", Kind.NACE_DIVISION, DIVISION, "two digits"),
                provenance(entry, "coding"));
        entry.end();
        return new Placed<>(entry.place(), ecosystem);
    }

    private Placed<TermEntry> term(YamlMapping entry) {
        TermEntry term = new TermEntry(
                identifier(entry, "id"),
                choice(entry, "vocabulary", Vocabulary.class),
                text(entry, "label", LABEL),
                provenance(entry, "provenance"));
        entry.end();
        return new Placed<>(entry.place(), term);
    }

    /** Codes without anything more to say about each. */
    private List<String> codes(YamlMapping entry, String field, Kind kind, Pattern pattern, String hint) {
        Set<String> seen = new HashSet<>();
        List<String> codes = new ArrayList<>();
        for (YamlValue value : entry.values(field)) {
            String code = value.single().orElse("");
            if (!pattern.matcher(code).matches()) {
                notes.add(value.place(), "must be " + hint);
            } else if (!seen.add(code)) {
                notes.add(value.place(), "is listed twice");
            } else {
                mention(kind, code, value.place());
            }
            codes.add(code);
        }
        return codes;
    }

    private Placed<RegionDescription> region(YamlMapping entry) {
        String id = identifier(entry, "id");
        String name = text(entry, "name", LABEL);
        String otherNames = entry.text("otherNames", LABEL).orElse("");
        String country = entry.requiredCountry("country").orElse("");
        List<NutsArea> nuts = nuts(entry, country);
        StrategyDescription strategy = strategy(entry.requiredMapping("strategy"));
        Provenance coding = provenance(entry, "coding");
        List<PriorityDescription> priorities = new ArrayList<>();
        for (YamlMapping priority : entry.mappings("priorities")) {
            priorities.add(new PriorityDescription(
                    identifier(priority, "id"),
                    text(priority, "label", LABEL),
                    choice(priority, "kind", PriorityKind.class),
                    priority.integer("since", FIRST_YEAR, LAST_YEAR),
                    provenance(priority, "provenance"),
                    tags(priority, coding, true)));
            priority.end();
        }
        List<String> ids = priorities.stream()
                .map(PriorityDescription::id)
                .filter(priority -> !priority.isEmpty())
                .toList();
        if (Set.copyOf(ids).size() < ids.size()) {
            entry.refuse("priorities", "holds two priorities with the same id");
        }
        entry.end();
        return new Placed<>(
                entry.place(), new RegionDescription(id, name, otherNames, country, nuts, strategy, priorities));
    }

    private StrategyDescription strategy(YamlMapping entry) {
        StrategyDescription strategy = new StrategyDescription(
                text(entry, "title", LABEL),
                entry.requiredMatching("period", PERIOD, "two years such as 2014-2020")
                        .orElse(""),
                entry.text("note", TEXT),
                provenance(entry, "provenance"));
        entry.end();
        return strategy;
    }

    private Placed<CityDescription> city(YamlMapping entry) {
        String country = entry.requiredCountry("country").orElse("");
        CityDescription city = new CityDescription(
                identifier(entry, "id"),
                text(entry, "name", LABEL),
                entry.text("otherNames", LABEL).orElse(""),
                country,
                choice(entry, "role", CityRole.class),
                organisation(entry.requiredMapping("partnerOrganisation")),
                coordinates(entry.requiredMapping("coordinates")),
                nuts(entry, country),
                identifier(entry, "region"));
        mention(Kind.REGION, city.regionId(), entry.place("region"));
        entry.end();
        return new Placed<>(entry.place(), city);
    }

    private PartnerOrganisation organisation(YamlMapping entry) {
        PartnerOrganisation organisation = new PartnerOrganisation(text(entry, "name", LABEL), provenance(entry));
        entry.end();
        return organisation;
    }

    private CityDescription.Place coordinates(YamlMapping entry) {
        Optional<Double> latitude = entry.requiredDecimal("lat");
        Optional<Double> longitude = entry.requiredDecimal("lon");
        CityDescription.Place place =
                new CityDescription.Place(latitude.orElse(0.0), longitude.orElse(0.0), provenance(entry));
        if (latitude.isPresent() && longitude.isPresent()) {
            CoordinatesRule.violation(place.latitude(), place.longitude())
                    .ifPresent(violation -> entry.refuse("lat", violation));
        }
        entry.end();
        return place;
    }

    private Placed<ClusterDescription> cluster(YamlMapping entry) {
        Provenance coding = provenance(entry, "coding");
        List<Tag> tags = new ArrayList<>(tags(entry, coding, false));
        entry.mapping("scale").ifPresent(scale -> {
            tags.add(new Tag(Facet.SCALE, choice(scale, "value", Scale.class).name(), 1, provenance(scale)));
            scale.end();
        });
        ClusterDescription cluster = new ClusterDescription(
                identifier(entry, "id"),
                text(entry, "name", LABEL),
                choice(entry, "kind", ClusterKind.class),
                entry.key("city", IDENTIFIER),
                entry.requiredCountry("country").orElse(""),
                text(entry, "summary", TEXT),
                text(entry, "keywords", TEXT),
                figures(entry),
                tags);
        cluster.cityId().ifPresent(city -> mention(Kind.CITY, city, entry.place("city")));
        entry.end();
        return new Placed<>(entry.place(), cluster);
    }

    private Placed<LeverEntry> lever(YamlMapping entry) {
        LeverEntry lever = new LeverEntry(
                identifier(entry, "competence"),
                division(entry, "division"),
                choice(entry, "strength", LeverStrength.class),
                provenance(entry));
        mention(Kind.COMPETENCE, lever.competence(), entry.place("competence"));
        entry.end();
        return new Placed<>(entry.place(), lever);
    }

    private String division(YamlMapping entry, String field) {
        String code = entry.requiredMatching(field, DIVISION, "two digits").orElse("");
        mention(Kind.NACE_DIVISION, code, entry.place(field));
        return code;
    }

    private Placed<RelatednessEntry> relatedness(YamlMapping entry) {
        Relatedness.Facet facet = choice(entry, "facet", Relatedness.Facet.class);
        boolean activities = facet == Relatedness.Facet.ACTIVITY;
        String one = activities ? division(entry, "one") : identifier(entry, "one");
        String other = activities ? division(entry, "other") : identifier(entry, "other");
        if (!activities) {
            mention(Kind.COMPETENCE, one, entry.place("one"));
            mention(Kind.COMPETENCE, other, entry.place("other"));
        }
        if (!one.isEmpty() && one.equals(other)) {
            entry.refuse("other", "is the same as the first");
        }
        double similarity = entry.requiredDecimal("similarity").orElse(0.0);
        if (similarity < 0 || similarity > 1) {
            entry.refuse("similarity", "must be between 0 and 1");
        }
        boolean inOrder = one.compareTo(other) < 0;
        RelatednessEntry relatedness = new RelatednessEntry(
                facet,
                inOrder ? one : other,
                inOrder ? other : one,
                // as it is read back from the database
                BigDecimal.valueOf(similarity).stripTrailingZeros(),
                identifier(entry, "channel"),
                provenance(entry));
        entry.end();
        return new Placed<>(entry.place(), relatedness);
    }

    private Placed<PartnershipEntry> partnership(YamlMapping entry) {
        PartnershipKind kind = choice(entry, "kind", PartnershipKind.class);
        boolean alliance = kind == PartnershipKind.ALLIANCE;
        List<String> members = members(entry, alliance ? "members" : "membersA");
        List<String> counterparts = alliance ? List.of() : members(entry, "membersB");
        if (alliance && members.size() < 2) {
            entry.refuse("members", "an alliance has at least two members");
        }
        if (!alliance && (members.isEmpty() || counterparts.isEmpty())) {
            entry.refuse("a partnership across fields needs membersA and membersB");
        }
        if (members.stream().anyMatch(counterparts::contains)) {
            entry.refuse("membersB", "a cluster stands on one side only");
        }
        PartnershipEntry partnership = new PartnershipEntry(
                identifier(entry, "id"),
                text(entry, "label", LABEL),
                kind,
                entry.integer("since", FIRST_YEAR, LAST_YEAR),
                members,
                counterparts,
                entry.text("note", TEXT),
                provenance(entry));
        entry.end();
        return new Placed<>(entry.place(), partnership);
    }

    private List<String> members(YamlMapping entry, String field) {
        Set<String> members = new LinkedHashSet<>();
        for (YamlValue value : entry.values(field)) {
            String cluster = value.single().orElse("");
            if (cluster.isEmpty()) {
                notes.add(value.place(), "must be the id of a cluster");
            } else if (!members.add(cluster)) {
                notes.add(value.place(), "is listed twice");
            }
            mention(Kind.CLUSTER, cluster, value.place());
        }
        return List.copyOf(members);
    }

    private Placed<KnowledgeServiceEntry> knowledgeService(YamlMapping entry) {
        KnowledgeServiceEntry service = new KnowledgeServiceEntry(
                division(entry, "division"),
                choice(entry, "group", KnowledgeServiceEntry.Group.class),
                provenance(entry));
        entry.end();
        return new Placed<>(entry.place(), service);
    }

    private List<Figure> figures(YamlMapping entry) {
        Set<List<Object>> seen = new HashSet<>();
        List<Figure> figures = new ArrayList<>();
        for (YamlMapping item : entry.mappings("figures")) {
            Figure figure = new Figure(
                    choice(item, "measure", Figure.Measure.class),
                    item.requiredInteger("value", 0, MOST_AMOUNT).orElse(0),
                    choice(item, "precision", Figure.Precision.class),
                    item.integer("asOf", FIRST_YEAR, LAST_YEAR).orElse(null),
                    provenance(item));
            if (!seen.add(List.of(
                    figure.measure(),
                    Optional.ofNullable(figure.asOf()),
                    figure.provenance().sourceId()))) {
                item.refuse("the same source gives this figure for this year already");
            }
            item.end();
            figures.add(figure);
        }
        return figures;
    }

    private List<Tag> tags(YamlMapping entry, Provenance coding, boolean ofPriority) {
        List<Tag> tags = new ArrayList<>();
        tags.addAll(tags(entry, "activities", Facet.ACTIVITY, ofPriority ? "" : "weight", coding));
        tags.addAll(tags(entry, "competences", Facet.COMPETENCE, ofPriority ? "" : "level", coding));
        tags.addAll(tags(entry, "objectives", Facet.OBJECTIVE, "", coding));
        if (ofPriority) {
            tags.addAll(tags(entry, "ecosystems", Facet.ECOSYSTEM, "", coding));
        } else {
            tags.addAll(tags(entry, "markets", Facet.MARKET, "", coding));
        }
        return tags;
    }

    /** Tags of one facet, each either a code alone or a mapping that says more about it. */
    private List<Tag> tags(YamlMapping entry, String field, Facet facet, String level, Provenance coding) {
        Set<String> seen = new HashSet<>();
        List<Tag> tags = new ArrayList<>();
        for (YamlValue value : entry.values(field)) {
            Tag tag = level.isEmpty() && value.single().isPresent()
                    ? new Tag(facet, value.single().get(), 1, coding)
                    : tag(value.mapping(), facet, level, coding);
            tags.add(tag);
            if (tag.code().isEmpty()) {
                continue; // that is said already
            }
            if (!seen.add(tag.code())) {
                notes.add(value.place(), "\"" + tag.code() + "\" is listed twice");
            }
            mentionCode(facet, tag.code(), value.place());
        }
        return tags;
    }

    private Tag tag(YamlMapping entry, Facet facet, String level, Provenance coding) {
        Tag tag = new Tag(
                facet,
                text(entry, "code", LABEL),
                level.isEmpty()
                        ? 1
                        : entry.requiredInteger(level, 1, facet.highestLevel()).orElse(0),
                entry.has("source") ? provenance(entry) : coding);
        entry.end();
        return tag;
    }

    private void mentionCode(Facet facet, String code, Place place) {
        switch (facet) {
            case ACTIVITY, MARKET -> mention(Kind.NACE_DIVISION, DIVISION, "two digits", code, place);
            case OBJECTIVE -> mention(Kind.OBJECTIVE, GOAL, "a number from 1 to 17", code, place);
            case COMPETENCE -> mention(Kind.COMPETENCE, code, place);
            case ECOSYSTEM -> mention(Kind.ECOSYSTEM, code, place);
            case SCALE -> {
                // a fixed list, checked where it is read
            }
        }
    }

    private void mention(Kind kind, Pattern pattern, String hint, String code, Place place) {
        if (pattern.matcher(code).matches()) {
            mention(kind, code, place);
        } else {
            notes.add(place, "must be " + hint);
        }
    }

    private void mention(Kind kind, String code, Place place) {
        if (!code.isEmpty()) {
            mentions.add(new Mention(kind, code, place));
        }
    }

    private List<NutsArea> nuts(YamlMapping entry, String country) {
        Set<List<Object>> seen = new HashSet<>();
        List<NutsArea> areas = new ArrayList<>();
        for (YamlMapping item : entry.mappings("nuts")) {
            NutsArea area = new NutsArea(
                    item.requiredMatching("code", NUTS, "a NUTS code such as ES213")
                            .orElse(""),
                    text(item, "name", LABEL),
                    item.requiredInteger("version", FIRST_YEAR, LAST_YEAR).orElse(0),
                    provenance(item));
            if (!area.code().isEmpty() && !area.code().startsWith(nutsCountry(country))) {
                item.refuse("code", "does not belong to the country " + country);
            }
            if (!area.code().isEmpty() && !seen.add(List.of(area.code(), area.version()))) {
                item.refuse("code", "is listed twice for version " + area.version());
            }
            item.end();
            areas.add(area);
        }
        if (areas.isEmpty()) {
            entry.refuse("nuts", "at least one NUTS code is needed");
        }
        return areas;
    }

    /** NUTS writes Greece and the United Kingdom in its own way. */
    private static String nutsCountry(String country) {
        return switch (country) {
            case "GR" -> "EL";
            case "GB" -> "UK";
            default -> country;
        };
    }

    /** A provenance in a field of its own. */
    private Provenance provenance(YamlMapping entry, String field) {
        YamlMapping item = entry.requiredMapping(field);
        Provenance provenance = provenance(item);
        item.end();
        return provenance;
    }

    /** A provenance among the other fields of an entry. */
    private Provenance provenance(YamlMapping entry) {
        String source = identifier(entry, "source");
        Optional<LocalDate> date = entry.date("date");
        Confidence confidence = choice(entry, "confidence", Confidence.class);
        boolean uncertain = entry.flag("uncertain");
        mention(Kind.SOURCE, source, entry.place("source"));
        return new Provenance(
                source, date.orElseGet(() -> readOn.getOrDefault(source, LocalDate.EPOCH)), confidence, uncertain);
    }

    /** A text; one that is wrong, which is noted, reads as an empty one, and then the data is never used. */
    private static String text(YamlMapping entry, String field, int longest) {
        return entry.requiredText(field, longest).orElse("");
    }

    private static String identifier(YamlMapping entry, String field) {
        return entry.requiredKey(field, IDENTIFIER).orElse("");
    }

    private static <E extends Enum<E>> E choice(YamlMapping entry, String field, Class<E> type) {
        return entry.requiredChoice(field, type, Spelling.SMALL_LETTERS).orElse(type.getEnumConstants()[0]);
    }
}
