package eu.urbact.infocus.directory.referenceimport;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

import eu.urbact.infocus.chassis.yaml.Place;
import eu.urbact.infocus.chassis.yaml.YamlMapping;
import eu.urbact.infocus.chassis.yaml.YamlValue;
import eu.urbact.infocus.directory.city.CityDescription;
import eu.urbact.infocus.directory.city.CityDescription.PartnerOrganisation;
import eu.urbact.infocus.directory.city.CityRole;
import eu.urbact.infocus.directory.city.CoordinatesRule;
import eu.urbact.infocus.directory.cluster.ClusterDescription;
import eu.urbact.infocus.directory.cluster.ClusterKind;
import eu.urbact.infocus.directory.cluster.Figure;
import eu.urbact.infocus.directory.reference.Facet;
import eu.urbact.infocus.directory.reference.NutsArea;
import eu.urbact.infocus.directory.reference.Provenance;
import eu.urbact.infocus.directory.reference.Scale;
import eu.urbact.infocus.directory.reference.Tag;
import eu.urbact.infocus.directory.region.PriorityDescription;
import eu.urbact.infocus.directory.region.PriorityKind;
import eu.urbact.infocus.directory.region.RegionDescription;
import eu.urbact.infocus.directory.region.StrategyDescription;

/** Reads regions with their strategies and priorities, cities and clusters. */
final class PlaceReader extends EntryReader {

    private static final int MOST_AMOUNT = 10_000_000;

    private static final Pattern NUTS = Pattern.compile("[A-Z]{2}[0-9A-Z]{1,3}");

    /** Those that are law; what was before them had other rules. Another comes every three years at most. */
    private static final List<Integer> NUTS_VERSIONS = List.of(2003, 2006, 2010, 2013, 2016, 2021, 2024);

    private static final Pattern GOAL = Pattern.compile("[1-9]|1[0-7]");
    private static final Pattern PERIOD = Pattern.compile("\\d{4}-\\d{4}");

    PlaceReader(Reading reading) {
        super(reading);
    }

    Placed<RegionDescription> region(YamlMapping entry) {
        String id = identifier(entry, "id");
        String name = text(entry, "name", LABEL);
        String otherNames = optionalText(entry, "otherNames", LABEL).orElse("");
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
                optionalText(entry, "note", TEXT),
                provenance(entry, "provenance"));
        entry.end();
        return strategy;
    }

    Placed<CityDescription> city(YamlMapping entry) {
        String country = entry.requiredCountry("country").orElse("");
        CityDescription city = new CityDescription(
                identifier(entry, "id"),
                text(entry, "name", LABEL),
                optionalText(entry, "otherNames", LABEL).orElse(""),
                country,
                choice(entry, "role", CityRole.class),
                organisation(entry.requiredMapping("partnerOrganisation")),
                coordinates(entry.requiredMapping("coordinates"), country),
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

    private CityDescription.Place coordinates(YamlMapping entry, String country) {
        Optional<Double> latitude = entry.requiredDecimal("lat");
        Optional<Double> longitude = entry.requiredDecimal("lon");
        CityDescription.Place place =
                new CityDescription.Place(latitude.orElse(0.0), longitude.orElse(0.0), provenance(entry));
        if (latitude.isPresent() && longitude.isPresent()) {
            CoordinatesRule.violation(country, place.latitude(), place.longitude())
                    .ifPresent(violation -> entry.refuse("lat", violation));
        }
        entry.end();
        return place;
    }

    Placed<ClusterDescription> cluster(YamlMapping entry) {
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
                note(value.place(), "\"" + tag.code() + "\" is listed twice");
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
            if (area.version() != 0 && !NUTS_VERSIONS.contains(area.version())) {
                item.refuse(
                        "version",
                        "must be a version of NUTS: "
                                + NUTS_VERSIONS.stream().map(String::valueOf).collect(Collectors.joining(", ")));
            }
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
}
