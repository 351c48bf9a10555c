package eu.urbact.infocus.directory.referenceimport;

import java.io.StringReader;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Pattern;

import org.yaml.snakeyaml.LoaderOptions;
import org.yaml.snakeyaml.Yaml;
import org.yaml.snakeyaml.error.MarkedYAMLException;
import org.yaml.snakeyaml.error.YAMLException;
import org.yaml.snakeyaml.events.AliasEvent;
import org.yaml.snakeyaml.events.DocumentStartEvent;
import org.yaml.snakeyaml.events.Event;
import org.yaml.snakeyaml.nodes.Node;
import org.yaml.snakeyaml.nodes.ScalarNode;

import eu.urbact.infocus.directory.city.CityDescription;
import eu.urbact.infocus.directory.city.CityDescription.PartnerOrganisation;
import eu.urbact.infocus.directory.city.CityRole;
import eu.urbact.infocus.directory.city.CoordinatesRule;
import eu.urbact.infocus.directory.cluster.ClusterDescription;
import eu.urbact.infocus.directory.cluster.ClusterKind;
import eu.urbact.infocus.directory.cluster.Figure;
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
import eu.urbact.infocus.directory.region.PriorityDescription;
import eu.urbact.infocus.directory.region.PriorityKind;
import eu.urbact.infocus.directory.region.RegionDescription;
import eu.urbact.infocus.directory.region.StrategyDescription;

/** Reads a file of reference data; its format is described in the service's README. One reader reads one file. */
final class ReferenceDataReader {

    private static final String FORMAT = "infocus-reference-data";
    private static final int VERSION = 1;

    private static final int LABEL = 200;
    private static final int TEXT = 1000;
    private static final int ADDRESS = 500;
    private static final int FIRST_YEAR = 1900;
    private static final int LAST_YEAR = 2100;
    private static final int GOALS = 17;
    private static final int MOST_AMOUNT = 10_000_000;
    private static final int DEEPEST = 20;

    private static final Pattern SECTION = Pattern.compile("[A-U]");
    private static final Pattern SECTION_21 = Pattern.compile("[A-V]");
    private static final Pattern DIVISION = Pattern.compile("[0-9]{2}");
    private static final Pattern NUTS = Pattern.compile("[A-Z]{2}[0-9A-Z]{1,3}");
    private static final Pattern COUNTRY = Pattern.compile("[A-Z]{2}");
    private static final Pattern GOAL = Pattern.compile("[1-9]|1[0-7]");
    private static final Pattern PERIOD = Pattern.compile("\\d{4}-\\d{4}");
    private static final Pattern DATA_VERSION = Pattern.compile("[0-9A-Za-z][0-9A-Za-z._-]{0,29}");
    private static final Pattern PUBLIC_ADDRESS = Pattern.compile("https?://[^\\s\"<>]+");
    private static final Set<String> COUNTRIES = Set.of(Locale.getISOCountries());

    private final Findings findings;
    private final Map<String, LocalDate> readOn;
    private final List<Mention> mentions = new ArrayList<>();

    private ReferenceDataReader(Map<String, LocalDate> knownSources, Findings findings) {
        this.readOn = new HashMap<>(knownSources);
        this.findings = findings;
    }

    /**
     * Reads a file.
     *
     * @param text the file
     * @param knownSources sources that the directory knows already, with the day on which each was last read
     * @param findings takes what is wrong in the file
     * @return the data; empty when anything was wrong
     */
    static Optional<ReferenceData> read(String text, Map<String, LocalDate> knownSources, Findings findings) {
        Optional<Node> root = compose(text, findings);
        if (root.isEmpty() || !findings.isEmpty()) {
            return Optional.empty();
        }
        Optional<ReferenceData> data =
                YamlEntry.of(root.get(), "", findings).map(new ReferenceDataReader(knownSources, findings)::file);
        return findings.isEmpty() ? data : Optional.empty();
    }

    private static Optional<Node> compose(String text, Findings findings) {
        LoaderOptions options = new LoaderOptions();
        options.setNestingDepthLimit(DEEPEST);
        Yaml yaml = new Yaml(options);
        try {
            int documents = 0;
            for (Event event : yaml.parse(new StringReader(text))) {
                if (event instanceof AliasEvent) {
                    // an alias could blow a small file up to any size
                    findings.add(Place.of(event.getStartMark(), ""), "aliases (*name) are not supported");
                } else if (event instanceof DocumentStartEvent && ++documents > 1) {
                    findings.add(Place.of(event.getStartMark(), ""), "only one document is allowed in a file");
                }
            }
            if (!findings.isEmpty()) {
                return Optional.empty();
            }
            Node root = yaml.compose(new StringReader(text));
            if (root == null || documents == 0) {
                findings.add(new Place(1, 1, ""), "the file is empty");
                return Optional.empty();
            }
            return Optional.of(root);
        } catch (MarkedYAMLException e) {
            findings.add(Place.of(e.getProblemMark(), ""), "is not YAML: " + e.getProblem());
        } catch (YAMLException e) {
            findings.add(new Place(1, 1, ""), "is not YAML: " + e.getMessage());
        }
        return Optional.empty();
    }

    private ReferenceData file(YamlEntry file) {
        String format = file.requiredText("format", LABEL);
        if (!format.equals(FORMAT)) {
            findings.add(file.place("format"), "must be " + FORMAT);
        }
        file.requiredInteger("version", VERSION, VERSION);
        String dataVersion =
                file.requiredMatching("dataVersion", DATA_VERSION, "at most 30 letters, digits, dots and hyphens");
        // the sources first: they give every provenance its day
        List<Placed<SourceEntry>> sources =
                file.entries("sources").stream().map(this::source).toList();
        sources.forEach(source -> readOn.put(source.value().id(), source.value().readOn()));
        List<Placed<DivisionEntry>> divisions = new ArrayList<>();
        ReferenceData data = new ReferenceData(
                dataVersion,
                sources,
                file.entries("objectives").stream().map(this::objective).toList(),
                file.entries("competences").stream().map(this::competence).toList(),
                file.entries("naceSections").stream()
                        .map(section -> section(section, divisions))
                        .toList(),
                divisions,
                file.entries("ecosystems").stream().map(this::ecosystem).toList(),
                file.entries("regions").stream().map(this::region).toList(),
                file.entries("cities").stream().map(this::city).toList(),
                file.entries("clusters").stream().map(this::cluster).toList(),
                mentions);
        file.end();
        return data;
    }

    private Placed<SourceEntry> source(YamlEntry entry) {
        SourceEntry source = new SourceEntry(
                entry.requiredIdentifier("id"),
                entry.requiredText("title", LABEL),
                entry.text("url", ADDRESS),
                entry.requiredDate("readOn"));
        source.url()
                .filter(url -> !PUBLIC_ADDRESS.matcher(url).matches())
                .ifPresent(url ->
                        findings.add(entry.place("url"), "must be an address that begins with http:// or https://"));
        entry.end();
        return new Placed<>(entry.place(), source);
    }

    private Placed<ObjectiveEntry> objective(YamlEntry entry) {
        ObjectiveEntry objective =
                new ObjectiveEntry(entry.requiredInteger("number", 1, GOALS), entry.requiredText("label", LABEL));
        entry.end();
        return new Placed<>(entry.place(), objective);
    }

    private Placed<CompetenceEntry> competence(YamlEntry entry) {
        CompetenceEntry competence = new CompetenceEntry(
                entry.requiredIdentifier("id"),
                entry.identifier("parent"),
                entry.requiredText("label", LABEL),
                entry.flag("keyEnablingTechnology"));
        competence.parentId().ifPresent(parent -> mention(Kind.COMPETENCE, parent, entry.place("parent")));
        entry.end();
        return new Placed<>(entry.place(), competence);
    }

    private Placed<SectionEntry> section(YamlEntry entry, List<Placed<DivisionEntry>> divisions) {
        SectionEntry section = new SectionEntry(
                entry.requiredMatching("code", SECTION, "a letter from A to U"),
                entry.requiredText("label", LABEL),
                entry.requiredMatching("rev21", SECTION_21, "a letter from A to V"));
        for (YamlEntry division : entry.entries("divisions")) {
            String code = division.requiredMatching("code", DIVISION, "two digits");
            String label = division.requiredText("label", LABEL);
            Optional<String> rev21 = division.matching("rev21", SECTION_21, "a letter from A to V");
            boolean dissolved = division.flag("dissolvedInRev21");
            if (dissolved && rev21.isPresent()) {
                findings.add(division.place("rev21"), "a dissolved division has no section in Rev. 2.1");
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

    private Placed<EcosystemEntry> ecosystem(YamlEntry entry) {
        EcosystemEntry ecosystem = new EcosystemEntry(
                entry.requiredIdentifier("id"),
                entry.requiredText("label", LABEL),
                provenance(entry, "provenance"),
                codes(entry, "divisions", Kind.NACE_DIVISION, DIVISION, "two digits"),
                provenance(entry, "coding"));
        entry.end();
        return new Placed<>(entry.place(), ecosystem);
    }

    /** Codes without anything more to say about each. */
    private List<String> codes(YamlEntry entry, String field, Kind kind, Pattern pattern, String hint) {
        Set<String> seen = new HashSet<>();
        return entry.items(field, (node, where) -> {
            Place place = Place.of(node, where);
            String code = node instanceof ScalarNode scalar ? scalar.getValue() : "";
            if (!pattern.matcher(code).matches()) {
                findings.add(place, "must be " + hint);
            } else if (!seen.add(code)) {
                findings.add(place, "is listed twice");
            } else {
                mention(kind, code, place);
            }
            return code;
        });
    }

    private Placed<RegionDescription> region(YamlEntry entry) {
        String id = entry.requiredIdentifier("id");
        String name = entry.requiredText("name", LABEL);
        String country = country(entry);
        List<NutsArea> nuts = nuts(entry, country);
        StrategyDescription strategy = entry.requiredEntry("strategy")
                .map(this::strategy)
                .orElseGet(() -> new StrategyDescription("", "", Optional.empty(), harmless()));
        Provenance coding = provenance(entry, "coding");
        List<PriorityDescription> priorities = new ArrayList<>();
        for (YamlEntry priority : entry.entries("priorities")) {
            priorities.add(new PriorityDescription(
                    priority.requiredIdentifier("id"),
                    priority.requiredText("label", LABEL),
                    priority.requiredChoice("kind", PriorityKind.class),
                    priority.integer("since", FIRST_YEAR, LAST_YEAR),
                    provenance(priority, "provenance"),
                    tags(priority, coding, true)));
            priority.end();
        }
        if (priorities.stream().map(PriorityDescription::id).distinct().count() < priorities.size()) {
            findings.add(entry.place("priorities"), "holds two priorities with the same id");
        }
        entry.end();
        return new Placed<>(entry.place(), new RegionDescription(id, name, country, nuts, strategy, priorities));
    }

    private StrategyDescription strategy(YamlEntry entry) {
        StrategyDescription strategy = new StrategyDescription(
                entry.requiredText("title", LABEL),
                entry.requiredMatching("period", PERIOD, "two years such as 2014-2020"),
                entry.text("note", TEXT),
                provenance(entry, "provenance"));
        entry.end();
        return strategy;
    }

    private Placed<CityDescription> city(YamlEntry entry) {
        String country = country(entry);
        CityDescription city = new CityDescription(
                entry.requiredIdentifier("id"),
                entry.requiredText("name", LABEL),
                country,
                entry.requiredChoice("role", CityRole.class),
                entry.requiredEntry("partnerOrganisation")
                        .map(this::organisation)
                        .orElseGet(() -> new PartnerOrganisation("", harmless())),
                entry.requiredEntry("coordinates")
                        .map(this::coordinates)
                        .orElseGet(() -> new CityDescription.Place(0, 0, harmless())),
                nuts(entry, country),
                entry.requiredIdentifier("region"));
        mention(Kind.REGION, city.regionId(), entry.place("region"));
        entry.end();
        return new Placed<>(entry.place(), city);
    }

    private PartnerOrganisation organisation(YamlEntry entry) {
        PartnerOrganisation organisation =
                new PartnerOrganisation(entry.requiredText("name", LABEL), provenance(entry));
        entry.end();
        return organisation;
    }

    private CityDescription.Place coordinates(YamlEntry entry) {
        boolean complete = entry.has("lat") && entry.has("lon");
        CityDescription.Place place = new CityDescription.Place(
                entry.requiredDecimal("lat"), entry.requiredDecimal("lon"), provenance(entry));
        if (complete) {
            CoordinatesRule.violation(place.latitude(), place.longitude())
                    .ifPresent(violation -> findings.add(entry.place("lat"), violation));
        }
        entry.end();
        return place;
    }

    private Placed<ClusterDescription> cluster(YamlEntry entry) {
        Provenance coding = provenance(entry, "coding");
        List<Tag> tags = new ArrayList<>(tags(entry, coding, false));
        entry.entry("scale").ifPresent(scale -> {
            tags.add(new Tag(
                    Facet.SCALE, scale.requiredChoice("value", Scale.class).name(), 1, provenance(scale)));
            scale.end();
        });
        ClusterDescription cluster = new ClusterDescription(
                entry.requiredIdentifier("id"),
                entry.requiredText("name", LABEL),
                entry.requiredChoice("kind", ClusterKind.class),
                entry.identifier("city"),
                country(entry),
                entry.requiredText("summary", TEXT),
                entry.requiredText("keywords", TEXT),
                figures(entry),
                tags);
        cluster.cityId().ifPresent(city -> mention(Kind.CITY, city, entry.place("city")));
        entry.end();
        return new Placed<>(entry.place(), cluster);
    }

    private List<Figure> figures(YamlEntry entry) {
        Set<List<Object>> seen = new HashSet<>();
        List<Figure> figures = new ArrayList<>();
        for (YamlEntry item : entry.entries("figures")) {
            Figure figure = new Figure(
                    item.requiredChoice("measure", Figure.Measure.class),
                    item.requiredInteger("value", 0, MOST_AMOUNT),
                    item.requiredChoice("precision", Figure.Precision.class),
                    item.integer("asOf", FIRST_YEAR, LAST_YEAR).orElse(null),
                    provenance(item));
            if (!seen.add(List.of(
                    figure.measure(),
                    Optional.ofNullable(figure.asOf()),
                    figure.provenance().sourceId()))) {
                findings.add(item.place(), "the same source gives this figure for this year already");
            }
            item.end();
            figures.add(figure);
        }
        return figures;
    }

    private List<Tag> tags(YamlEntry entry, Provenance coding, boolean ofPriority) {
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
    private List<Tag> tags(YamlEntry entry, String field, Facet facet, String level, Provenance coding) {
        Set<String> seen = new HashSet<>();
        return entry.items(field, (node, where) -> {
            Tag tag = node instanceof ScalarNode scalar && level.isEmpty()
                    ? new Tag(facet, scalar.getValue(), 1, coding)
                    : YamlEntry.of(node, where, findings)
                            .map(item -> tag(item, facet, level, coding))
                            .orElseGet(() -> new Tag(facet, "", 1, coding));
            Place place = Place.of(node, where);
            if (!seen.add(tag.code())) {
                findings.add(place, "\"" + tag.code() + "\" is listed twice");
            }
            mentionCode(facet, tag.code(), place);
            return tag;
        });
    }

    private Tag tag(YamlEntry entry, Facet facet, String level, Provenance coding) {
        Tag tag = new Tag(
                facet,
                entry.requiredText("code", LABEL),
                level.isEmpty() ? 1 : entry.requiredInteger(level, 1, facet.highestLevel()),
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
            findings.add(place, "must be " + hint);
        }
    }

    private void mention(Kind kind, String code, Place place) {
        if (!code.isEmpty()) {
            mentions.add(new Mention(kind, code, place));
        }
    }

    private List<NutsArea> nuts(YamlEntry entry, String country) {
        boolean given = entry.has("nuts");
        Set<List<Object>> seen = new HashSet<>();
        List<NutsArea> areas = new ArrayList<>();
        for (YamlEntry item : entry.entries("nuts")) {
            NutsArea area = new NutsArea(
                    item.requiredMatching("code", NUTS, "a NUTS code such as ES213"),
                    item.requiredText("name", LABEL),
                    item.requiredInteger("version", FIRST_YEAR, LAST_YEAR),
                    provenance(item));
            if (!area.code().startsWith(nutsCountry(country))) {
                findings.add(item.place("code"), "does not belong to the country " + country);
            }
            if (!seen.add(List.of(area.code(), area.version()))) {
                findings.add(item.place("code"), "is listed twice for version " + area.version());
            }
            item.end();
            areas.add(area);
        }
        if (areas.isEmpty()) {
            findings.add(given ? entry.place("nuts") : entry.place(), "at least one NUTS code is needed");
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

    private String country(YamlEntry entry) {
        String country = entry.requiredMatching("country", COUNTRY, "two capital letters");
        if (COUNTRY.matcher(country).matches() && !COUNTRIES.contains(country)) {
            findings.add(entry.place("country"), "is not a country code of ISO 3166");
        }
        return country;
    }

    /** A provenance in a field of its own. */
    private Provenance provenance(YamlEntry entry, String field) {
        return entry.requiredEntry(field)
                .map(item -> {
                    Provenance provenance = provenance(item);
                    item.end();
                    return provenance;
                })
                .orElseGet(ReferenceDataReader::harmless);
    }

    /** A provenance among the other fields of an entry. */
    private Provenance provenance(YamlEntry entry) {
        String source = entry.requiredIdentifier("source");
        Optional<LocalDate> date = entry.date("date");
        Confidence confidence = entry.requiredChoice("confidence", Confidence.class);
        boolean uncertain = entry.flag("uncertain");
        mention(Kind.SOURCE, source, entry.place("source"));
        return new Provenance(
                source, date.orElseGet(() -> readOn.getOrDefault(source, LocalDate.EPOCH)), confidence, uncertain);
    }

    /** Stands for a provenance that could not be read; it is never used, because an error is noted. */
    private static Provenance harmless() {
        return new Provenance("", LocalDate.EPOCH, Confidence.INFERRED, true);
    }
}
