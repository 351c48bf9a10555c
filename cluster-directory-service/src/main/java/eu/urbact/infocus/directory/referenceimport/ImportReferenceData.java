package eu.urbact.infocus.directory.referenceimport;

import java.time.Clock;
import java.time.LocalDate;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.transaction.Transactional;

import eu.urbact.infocus.chassis.audit.AuditTrail;
import eu.urbact.infocus.chassis.identity.Ids;
import eu.urbact.infocus.chassis.security.Caller;
import eu.urbact.infocus.chassis.yaml.FileNotes;
import eu.urbact.infocus.directory.city.Cities;
import eu.urbact.infocus.directory.city.CityDescription;
import eu.urbact.infocus.directory.city.PublishCity;
import eu.urbact.infocus.directory.cluster.ClusterDescription;
import eu.urbact.infocus.directory.cluster.Clusters;
import eu.urbact.infocus.directory.cluster.PublishCluster;
import eu.urbact.infocus.directory.matchmaking.KnowledgeServiceEntry;
import eu.urbact.infocus.directory.matchmaking.LeverEntry;
import eu.urbact.infocus.directory.matchmaking.MatchReferences;
import eu.urbact.infocus.directory.matchmaking.PartnershipEntry;
import eu.urbact.infocus.directory.matchmaking.RelatednessEntry;
import eu.urbact.infocus.directory.profile.Profiles;
import eu.urbact.infocus.directory.reference.Change;
import eu.urbact.infocus.directory.reference.CompetenceEntry;
import eu.urbact.infocus.directory.reference.DivisionEntry;
import eu.urbact.infocus.directory.reference.EcosystemEntry;
import eu.urbact.infocus.directory.reference.SectionEntry;
import eu.urbact.infocus.directory.reference.SourceEntry;
import eu.urbact.infocus.directory.reference.Taxonomies;
import eu.urbact.infocus.directory.reference.Taxonomy;
import eu.urbact.infocus.directory.reference.TermEntry;
import eu.urbact.infocus.directory.referenceimport.KnownEntries.RegionPlace;
import eu.urbact.infocus.directory.region.Region;
import eu.urbact.infocus.directory.region.RegionDescription;
import eu.urbact.infocus.directory.region.Regions;
import eu.urbact.infocus.directory.revision.DirectoryRevisions;

import static java.util.stream.Collectors.toMap;
import static java.util.stream.Collectors.toUnmodifiableSet;

/**
 * Brings a file of reference data in. What the file does not mention stays as it is; what it mentions is afterwards exactly
 * as in the file, except for clusters whose city has published them itself: those stay as the city wrote them.
 */
@ApplicationScoped
public class ImportReferenceData {

    private final Taxonomies taxonomies;
    private final DirectoryRevisions revisions;
    private final Regions regions;
    private final Cities cities;
    private final Clusters clusters;
    private final PublishCity publishCity;
    private final PublishCluster publishCluster;
    private final Profiles profiles;
    private final MatchReferences matchReferences;
    private final ReferenceImports imports;
    private final AuditTrail auditTrail;
    private final Caller caller;
    private final Clock clock;

    ImportReferenceData(
            Taxonomies taxonomies,
            DirectoryRevisions revisions,
            Regions regions,
            Cities cities,
            Clusters clusters,
            PublishCity publishCity,
            PublishCluster publishCluster,
            Profiles profiles,
            MatchReferences matchReferences,
            ReferenceImports imports,
            AuditTrail auditTrail,
            Caller caller,
            Clock clock) {
        this.taxonomies = taxonomies;
        this.revisions = revisions;
        this.regions = regions;
        this.cities = cities;
        this.clusters = clusters;
        this.publishCity = publishCity;
        this.publishCluster = publishCluster;
        this.profiles = profiles;
        this.matchReferences = matchReferences;
        this.imports = imports;
        this.auditTrail = auditTrail;
        this.caller = caller;
        this.clock = clock;
    }

    /**
     * Takes a file over, completely or not at all.
     *
     * @param file the file as it came
     * @return a report, or what is wrong in the file
     */
    @Transactional
    public ImportOutcome take(byte[] file) {
        revisions.lockForImport();
        FileNotes notes = new FileNotes();
        Taxonomy known = taxonomies.inTransaction();
        Map<String, LocalDate> knownSources =
                known.sources().stream().collect(toMap(SourceEntry::id, SourceEntry::readOn));
        Optional<ReferenceData> data = ReferenceDataReader.read(file, knownSources, notes);
        data.ifPresent(read -> ReferenceDataRules.check(read, knownEntries(known, read), notes));
        return data.isPresent() && notes.isEmpty()
                ? new ImportOutcome.Taken(take(data.get()).report())
                : new ImportOutcome.Faulty(notes.inOrder());
    }

    private KnownEntries knownEntries(Taxonomy known, ReferenceData data) {
        profiles.lockNames(data.clusters().stream()
                .flatMap(cluster -> cluster.value().cityId().stream())
                .collect(toUnmodifiableSet()));
        return new KnownEntries(
                Map.of(
                        Kind.SOURCE, ids(known.sources(), SourceEntry::id),
                        Kind.OBJECTIVE, ids(known.objectives(), objective -> String.valueOf(objective.number())),
                        Kind.COMPETENCE, ids(known.competences(), CompetenceEntry::id),
                        Kind.NACE_SECTION, ids(known.sections(), SectionEntry::code),
                        Kind.NACE_DIVISION, ids(known.divisions(), DivisionEntry::code),
                        Kind.ECOSYSTEM, ids(known.ecosystems(), EcosystemEntry::id),
                        Kind.REGION, regions.ids(),
                        Kind.CITY, cities.ids(),
                        Kind.CLUSTER, matchReferences.clusterIds()),
                known.competences().stream().collect(toMap(CompetenceEntry::id, CompetenceEntry::parentId)),
                regions.priorityOwners(),
                cities.leads(),
                profiles.citiesOfDrafts(),
                cities.countries(),
                regions.listAll().stream()
                        .map(Region::description)
                        .collect(toMap(RegionDescription::id, RegionPlace::of)),
                kept(),
                profiles.takenNames(),
                profiles.nameKeys(data.clusters().stream()
                        .map(cluster -> cluster.value().name())
                        .toList()));
    }

    /** The clusters that no file changes. */
    private Set<String> kept() {
        Set<String> kept = new HashSet<>(profiles.publishedIds());
        clusters.withdrawn().forEach(cluster -> kept.add(cluster.description().id()));
        return kept;
    }

    private static <T> Set<String> ids(Collection<T> entries, Function<T, String> id) {
        return entries.stream().map(id).collect(toUnmodifiableSet());
    }

    private ReferenceImport take(ReferenceData data) {
        load(data);
        List<ImportEntry> entries = new ArrayList<>();
        put(entries, Kind.SOURCE, data.sources(), SourceEntry::id, taxonomies::put);
        put(
                entries,
                Kind.OBJECTIVE,
                data.objectives(),
                objective -> String.valueOf(objective.number()),
                taxonomies::put);
        put(entries, Kind.COMPETENCE, data.competences(), CompetenceEntry::id, taxonomies::put);
        put(entries, Kind.NACE_SECTION, data.sections(), SectionEntry::code, taxonomies::put);
        put(entries, Kind.NACE_DIVISION, data.divisions(), DivisionEntry::code, taxonomies::put);
        put(entries, Kind.ECOSYSTEM, data.ecosystems(), EcosystemEntry::id, taxonomies::put);
        put(entries, Kind.VOCABULARY_TERM, data.terms(), TermEntry::id, taxonomies::put);
        put(entries, Kind.REGION, data.regions(), RegionDescription::id, regions::put);
        put(entries, Kind.CITY, data.cities(), CityDescription::id, publishCity::publish);
        Set<String> kept = kept();
        put(
                entries,
                Kind.CLUSTER,
                data.clusters(),
                ClusterDescription::id,
                cluster -> kept.contains(cluster.id()) ? Change.KEPT : publishCluster.publishOneOfMany(cluster));
        put(entries, Kind.LEVER, data.levers(), LeverEntry::id, matchReferences::put);
        put(entries, Kind.RELATEDNESS, data.relatedness(), RelatednessEntry::id, matchReferences::put);
        put(entries, Kind.PARTNERSHIP, data.partnerships(), PartnershipEntry::id, matchReferences::put);
        put(
                entries,
                Kind.KNOWLEDGE_SERVICE,
                data.knowledgeServices(),
                KnowledgeServiceEntry::division,
                matchReferences::put);
        if (count(entries, Change.UNCHANGED) + count(entries, Change.KEPT) < entries.size()) {
            clusters.refreshSearchTexts();
            revisions.raise();
        }
        ReferenceImport done = new ReferenceImport(
                // the database keeps no more than microseconds, and the answer shall stay the same
                Ids.next(),
                data.dataVersion(),
                clock.instant().truncatedTo(ChronoUnit.MICROS),
                caller.actor(),
                entries);
        imports.persist(done);
        auditTrail.record(
                "reference-data-imported",
                "reference-import",
                done.report().id().toString(),
                Map.of(
                        "dataVersion", data.dataVersion(),
                        "created", count(entries, Change.CREATED),
                        "updated", count(entries, Change.UPDATED),
                        "unchanged", count(entries, Change.UNCHANGED),
                        "kept", count(entries, Change.KEPT)));
        return done;
    }

    /** What the file may change, in a few questions; the taxonomies have been loaded to check it. */
    private void load(ReferenceData data) {
        regions.listAll();
        cities.listAll();
        clusters.list(
                "id in ?1",
                data.clusters().stream().map(cluster -> cluster.value().id()).toList());
        matchReferences.load();
    }

    private static <T> void put(
            List<ImportEntry> report,
            Kind kind,
            List<Placed<T>> entries,
            Function<T, String> id,
            Function<T, Change> put) {
        for (Placed<T> entry : entries) {
            report.add(new ImportEntry(entry.place().line(), kind, id.apply(entry.value()), put.apply(entry.value())));
        }
    }

    private static long count(List<ImportEntry> entries, Change change) {
        return entries.stream().filter(entry -> entry.change() == change).count();
    }
}
