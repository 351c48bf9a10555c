package eu.urbact.infocus.directory.referenceimport;

import java.util.List;

import eu.urbact.infocus.directory.city.CityDescription;
import eu.urbact.infocus.directory.cluster.ClusterDescription;
import eu.urbact.infocus.directory.matchmaking.KnowledgeServiceEntry;
import eu.urbact.infocus.directory.matchmaking.LeverEntry;
import eu.urbact.infocus.directory.matchmaking.PartnershipEntry;
import eu.urbact.infocus.directory.matchmaking.RelatednessEntry;
import eu.urbact.infocus.directory.reference.CompetenceEntry;
import eu.urbact.infocus.directory.reference.DivisionEntry;
import eu.urbact.infocus.directory.reference.EcosystemEntry;
import eu.urbact.infocus.directory.reference.ObjectiveEntry;
import eu.urbact.infocus.directory.reference.SectionEntry;
import eu.urbact.infocus.directory.reference.SourceEntry;
import eu.urbact.infocus.directory.reference.TermEntry;
import eu.urbact.infocus.directory.region.RegionDescription;

/**
 * A file of reference data that is well-formed in itself. Whether what it names exists is another question.
 *
 * @param dataVersion version the file gives itself
 * @param sources sources
 * @param objectives policy objectives
 * @param competences competences
 * @param sections NACE sections
 * @param divisions NACE divisions
 * @param ecosystems industrial ecosystems
 * @param terms terms of lists that are somebody else's
 * @param regions regions
 * @param cities cities
 * @param clusters clusters
 * @param levers what serves what
 * @param relatedness what is nearer than the taxonomies say
 * @param partnerships known partnerships of clusters
 * @param knowledgeServices divisions of knowledge-intensive services
 * @param mentions everything that entries name
 */
record ReferenceData(
        String dataVersion,
        List<Placed<SourceEntry>> sources,
        List<Placed<ObjectiveEntry>> objectives,
        List<Placed<CompetenceEntry>> competences,
        List<Placed<SectionEntry>> sections,
        List<Placed<DivisionEntry>> divisions,
        List<Placed<EcosystemEntry>> ecosystems,
        List<Placed<TermEntry>> terms,
        List<Placed<RegionDescription>> regions,
        List<Placed<CityDescription>> cities,
        List<Placed<ClusterDescription>> clusters,
        List<Placed<LeverEntry>> levers,
        List<Placed<RelatednessEntry>> relatedness,
        List<Placed<PartnershipEntry>> partnerships,
        List<Placed<KnowledgeServiceEntry>> knowledgeServices,
        List<Mention> mentions) {}
