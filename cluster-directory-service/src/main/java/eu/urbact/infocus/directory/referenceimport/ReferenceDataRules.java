package eu.urbact.infocus.directory.referenceimport;

import java.util.ArrayList;
import java.util.Collection;
import java.util.EnumMap;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;
import java.util.stream.Collectors;

import eu.urbact.infocus.chassis.yaml.FileNotes;
import eu.urbact.infocus.directory.city.CityDescription;
import eu.urbact.infocus.directory.city.CityRole;
import eu.urbact.infocus.directory.cluster.ClusterDescription;
import eu.urbact.infocus.directory.cluster.Namesake;
import eu.urbact.infocus.directory.matchmaking.KnowledgeServiceEntry;
import eu.urbact.infocus.directory.matchmaking.LeverEntry;
import eu.urbact.infocus.directory.matchmaking.PartnershipEntry;
import eu.urbact.infocus.directory.matchmaking.RelatednessEntry;
import eu.urbact.infocus.directory.profile.Profiles.TakenName;
import eu.urbact.infocus.directory.reference.CompetenceEntry;
import eu.urbact.infocus.directory.reference.CompetenceTreeRule;
import eu.urbact.infocus.directory.reference.DivisionEntry;
import eu.urbact.infocus.directory.reference.EcosystemEntry;
import eu.urbact.infocus.directory.reference.SectionEntry;
import eu.urbact.infocus.directory.reference.SourceEntry;
import eu.urbact.infocus.directory.reference.TermEntry;
import eu.urbact.infocus.directory.referenceimport.KnownEntries.RegionPlace;
import eu.urbact.infocus.directory.region.PriorityDescription;
import eu.urbact.infocus.directory.region.RegionDescription;

/**
 * What must hold between the entries of a file and those that are known: ids are unique, everything named exists, a cluster is in the
 * country of its city and a city in its region, the competences form a tree, the network has one lead, and no cluster takes the id of what
 * another city writes, nor the name of another cluster of its city.
 */
final class ReferenceDataRules {

    private final ReferenceData data;
    private final KnownEntries known;
    private final FileNotes notes;
    private final Map<Kind, Set<String>> ids = new EnumMap<>(Kind.class);

    private ReferenceDataRules(ReferenceData data, KnownEntries known, FileNotes notes) {
        this.data = data;
        this.known = known;
        this.notes = notes;
    }

    /**
     * Checks a file against what is known.
     *
     * @param data the file
     * @param known what the directory knows
     * @param notes takes what is wrong
     */
    static void check(ReferenceData data, KnownEntries known, FileNotes notes) {
        ReferenceDataRules rules = new ReferenceDataRules(data, known, notes);
        boolean complete = notes.isEmpty();
        rules.idsAreUnique();
        rules.whatIsNamedExists();
        rules.citiesAreWhereTheirRegionsAre();
        rules.clustersAreWhereTheirCitiesAre();
        rules.draftsKeepTheirIds();
        rules.aCityHasOneClusterOfAName();
        if (complete) {
            // of what could not be read these would say what is not so
            rules.competencesFormATree();
            rules.prioritiesBelongToOneRegion();
            rules.oneCityLeads();
        }
    }

    private void idsAreUnique() {
        unique(Kind.SOURCE, data.sources(), SourceEntry::id);
        unique(Kind.OBJECTIVE, data.objectives(), objective -> String.valueOf(objective.number()));
        unique(Kind.COMPETENCE, data.competences(), CompetenceEntry::id);
        unique(Kind.NACE_SECTION, data.sections(), SectionEntry::code);
        unique(Kind.NACE_DIVISION, data.divisions(), DivisionEntry::code);
        unique(Kind.ECOSYSTEM, data.ecosystems(), EcosystemEntry::id);
        unique(Kind.VOCABULARY_TERM, data.terms(), TermEntry::id);
        unique(Kind.REGION, data.regions(), RegionDescription::id);
        unique(Kind.CITY, data.cities(), CityDescription::id);
        unique(Kind.CLUSTER, data.clusters(), ClusterDescription::id);
        unique(Kind.LEVER, data.levers(), LeverEntry::id);
        unique(Kind.RELATEDNESS, data.relatedness(), RelatednessEntry::id);
        unique(Kind.PARTNERSHIP, data.partnerships(), PartnershipEntry::id);
        unique(Kind.KNOWLEDGE_SERVICE, data.knowledgeServices(), KnowledgeServiceEntry::division);
    }

    private <T> void unique(Kind kind, Collection<Placed<T>> entries, Function<T, String> id) {
        Map<String, Integer> lines = new HashMap<>();
        for (Placed<T> entry : entries) {
            if (id.apply(entry.value()).isEmpty()) {
                continue; // that is said already
            }
            Integer first =
                    lines.putIfAbsent(id.apply(entry.value()), entry.place().line());
            if (first != null) {
                notes.add(
                        entry.place(),
                        "the %s \"%s\" is in line %d already".formatted(kind.words(), id.apply(entry.value()), first));
            }
        }
        Set<String> all = new HashSet<>(known.ids().getOrDefault(kind, Set.of()));
        all.addAll(lines.keySet());
        ids.put(kind, all);
    }

    private void whatIsNamedExists() {
        for (Mention mention : data.mentions()) {
            if (!ids.getOrDefault(mention.kind(), Set.of()).contains(mention.code())) {
                notes.add(
                        mention.place(),
                        "unknown %s \"%s\"".formatted(mention.kind().words(), mention.code()));
            }
        }
    }

    private void competencesFormATree() {
        Map<String, Optional<String>> parents = new HashMap<>(known.competenceParents());
        data.competences()
                .forEach(competence ->
                        parents.put(competence.value().id(), competence.value().parentId()));
        CompetenceTreeRule rule = new CompetenceTreeRule(parents);
        for (Placed<CompetenceEntry> competence : data.competences()) {
            boolean parentExists =
                    competence.value().parentId().map(parents::containsKey).orElse(true);
            if (parentExists) {
                rule.violation(competence.value().id())
                        .ifPresent(violation -> notes.add(competence.place(), violation));
            }
        }
    }

    private void prioritiesBelongToOneRegion() {
        Map<String, String> regions = new HashMap<>(known.priorityRegions());
        data.regions()
                .forEach(region -> regions.values().removeIf(region.value().id()::equals));
        for (Placed<RegionDescription> region : data.regions()) {
            for (PriorityDescription priority : region.value().priorities()) {
                String other = regions.put(priority.id(), region.value().id());
                if (other != null && !other.equals(region.value().id())) {
                    notes.add(
                            region.place(),
                            "the priority \"%s\" belongs to the region \"%s\" already".formatted(priority.id(), other));
                }
            }
        }
    }

    private void oneCityLeads() {
        Set<String> leads = new HashSet<>(known.leadCities());
        data.cities().forEach(city -> leads.remove(city.value().id()));
        List<Placed<CityDescription>> leading = data.cities().stream()
                .filter(city -> city.value().role() == CityRole.LEAD)
                .toList();
        for (Placed<CityDescription> city : leading) {
            if (!leads.isEmpty()) {
                notes.add(
                        city.place(),
                        "the network is led by \"" + leads.iterator().next() + "\" already");
            }
            leads.add(city.value().id());
        }
    }

    /** Otherwise a city's clusters would be compared with the strategy of a region somewhere else. */
    private void citiesAreWhereTheirRegionsAre() {
        Map<String, RegionPlace> regions = new HashMap<>(known.regions());
        data.regions().forEach(region -> regions.put(region.value().id(), RegionPlace.of(region.value())));
        for (Placed<CityDescription> placed : data.cities()) {
            CityDescription city = placed.value();
            RegionPlace region = regions.get(city.regionId());
            if (region == null || region.country().isEmpty() || city.country().isEmpty()) {
                continue; // that is said already
            }
            if (!region.country().equals(city.country())) {
                notes.add(
                        placed.place(),
                        "the region \"%s\" is in %s, not in %s"
                                .formatted(city.regionId(), region.country(), city.country()));
            } else if (city.nuts().stream().noneMatch(area -> isWithin(area.code(), region.nuts()))) {
                notes.add(
                        placed.place(),
                        "no NUTS code of the city lies in the region \"%s\", which is %s"
                                .formatted(
                                        city.regionId(),
                                        region.nuts().stream().sorted().collect(Collectors.joining(", "))));
            }
        }
    }

    /** A smaller area begins with the code of the one around it. What could not be read is said already. */
    private static boolean isWithin(String code, Set<String> areas) {
        return code.isEmpty() || areas.stream().anyMatch(code::startsWith);
    }

    private void clustersAreWhereTheirCitiesAre() {
        Map<String, String> countries = new HashMap<>(known.cityCountries());
        data.cities()
                .forEach(city -> countries.put(city.value().id(), city.value().country()));
        for (Placed<ClusterDescription> cluster : data.clusters()) {
            String country = cluster.value().country();
            cluster.value()
                    .cityId()
                    .map(countries::get)
                    .filter(of -> !of.isEmpty() && !country.isEmpty() && !of.equals(country))
                    .ifPresent(of -> notes.add(
                            cluster.place(),
                            "the city \"%s\" is in %s, not in %s"
                                    .formatted(cluster.value().cityId().orElseThrow(), of, country)));
        }
    }

    /**
     * A city's own people may not take a name twice either: nobody could tell the two apart. A cluster that has the name already keeps it,
     * also beside another one, so that a file that changes nothing is never refused.
     */
    private void aCityHasOneClusterOfAName() {
        Set<String> changed = data.clusters().stream()
                .map(cluster -> cluster.value().id())
                .filter(id -> !known.kept().contains(id))
                .collect(Collectors.toSet());
        Map<List<String>, TakenName> taken = new HashMap<>();
        Map<String, Set<List<String>>> owned = new HashMap<>();
        for (TakenName name : known.names()) {
            List<String> inCity = List.of(name.cityId(), name.nameKey());
            String owner = name.owner().idInItsCity();
            owned.computeIfAbsent(owner, id -> new HashSet<>()).add(inCity);
            if (name.written() || !changed.contains(owner)) {
                // one that may be named rather than one that may not
                taken.merge(inCity, name, (one, other) -> one.owner().seen() ? one : other);
            }
        }
        List<Placed<ClusterDescription>> newlyNamed = new ArrayList<>();
        for (Placed<ClusterDescription> placed : data.clusters()) {
            ClusterDescription cluster = placed.value();
            if (!changed.contains(cluster.id())
                    || cluster.cityId().isEmpty()
                    || cluster.name().isEmpty()) {
                continue;
            }
            if (owned.getOrDefault(cluster.id(), Set.of()).contains(inCity(cluster))) {
                taken.putIfAbsent(inCity(cluster), asInFile(cluster));
            } else {
                newlyNamed.add(placed);
            }
        }
        for (Placed<ClusterDescription> placed : newlyNamed) {
            ClusterDescription cluster = placed.value();
            TakenName other = taken.putIfAbsent(inCity(cluster), asInFile(cluster));
            if (other != null && !other.owner().idInItsCity().equals(cluster.id())) {
                notes.add(
                        placed.place(),
                        // what a city has not submitted is not the importer's to know
                        other.owner()
                                .shownId()
                                .map(id -> "the city \"%s\" has a cluster of this name already, \"%s\""
                                        .formatted(other.cityId(), id))
                                .orElse("the city \"%s\" uses this name already".formatted(other.cityId())));
            }
        }
    }

    /** The city of a cluster, and what of its name counts there. */
    private List<String> inCity(ClusterDescription cluster) {
        return List.of(cluster.cityId().orElseThrow(), known.nameKeys().get(cluster.name()));
    }

    private TakenName asInFile(ClusterDescription cluster) {
        List<String> name = inCity(cluster);
        return new TakenName(name.get(0), name.get(1), new Namesake(cluster.id(), true), false);
    }

    /** Later it could not be told whose the cluster is. What the id is used for is not the importer's to know. */
    private void draftsKeepTheirIds() {
        for (Placed<ClusterDescription> cluster : data.clusters()) {
            String city = known.drafts().get(cluster.value().id());
            if (city != null && cluster.value().cityId().filter(city::equals).isEmpty()) {
                notes.add(
                        cluster.place(),
                        "the id \"%s\" is in use; choose another id"
                                .formatted(cluster.value().id()));
            }
        }
    }
}
