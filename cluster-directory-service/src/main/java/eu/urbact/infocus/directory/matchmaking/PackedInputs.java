package eu.urbact.infocus.directory.matchmaking;

import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.util.List;
import java.util.Map;
import java.util.zip.GZIPInputStream;
import java.util.zip.GZIPOutputStream;

import com.fasterxml.jackson.annotation.JsonInclude;
import com.fasterxml.jackson.databind.DeserializationFeature;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.SerializationFeature;
import com.fasterxml.jackson.databind.json.JsonMapper;
import com.fasterxml.jackson.datatype.jdk8.Jdk8Module;
import com.fasterxml.jackson.datatype.jsr310.JavaTimeModule;

import eu.urbact.infocus.directory.cluster.ClusterDescription;
import eu.urbact.infocus.directory.matching.MatchingModel;
import eu.urbact.infocus.directory.reference.CompetenceEntry;
import eu.urbact.infocus.directory.reference.DivisionEntry;
import eu.urbact.infocus.directory.reference.SectionEntry;
import eu.urbact.infocus.directory.reference.SourceEntry;
import eu.urbact.infocus.directory.reference.Taxonomy;
import eu.urbact.infocus.directory.region.RegionDescription;

/**
 * Inputs as compressed JSON: one or two hundred bytes a cluster, since most of it is said again and again. Texts and figures of clusters are
 * left out, for no score rests on them.
 *
 * @param revision of the directory
 * @param model the numbers
 * @param sources titles and addresses
 * @param competences the tree
 * @param sections of NACE
 * @param divisions of NACE
 * @param clusters with names, places and tags
 * @param regions with their priorities
 * @param cityNames names of the cities by id
 * @param cityRegions region of each city, by ids
 * @param levers which competences serve which activities
 * @param relatedness the relatedness table
 * @param partnerships known partnerships
 */
record PackedInputs(
        long revision,
        MatchingModel model,
        List<SourceEntry> sources,
        List<CompetenceEntry> competences,
        List<SectionEntry> sections,
        List<DivisionEntry> divisions,
        List<ClusterDescription> clusters,
        List<RegionDescription> regions,
        Map<String, String> cityNames,
        Map<String, String> cityRegions,
        List<LeverEntry> levers,
        List<RelatednessEntry> relatedness,
        List<PartnershipEntry> partnerships) {

    /** Its own: what is kept must stay readable whatever is configured for the API, and when a later version has dropped a field. */
    private static final ObjectMapper JSON = JsonMapper.builder()
            .addModules(new Jdk8Module(), new JavaTimeModule())
            .disable(SerializationFeature.WRITE_DATES_AS_TIMESTAMPS)
            .disable(DeserializationFeature.FAIL_ON_UNKNOWN_PROPERTIES)
            .defaultPropertyInclusion(
                    JsonInclude.Value.construct(JsonInclude.Include.NON_ABSENT, JsonInclude.Include.ALWAYS))
            .build();

    static byte[] pack(MatchInputs inputs) {
        Taxonomy taxonomy = inputs.taxonomy();
        PackedInputs packed = new PackedInputs(
                inputs.revision(),
                inputs.model(),
                List.copyOf(taxonomy.sources()),
                taxonomy.competences(),
                taxonomy.sections(),
                taxonomy.divisions(),
                inputs.clusters().stream().map(PackedInputs::bare).toList(),
                List.copyOf(inputs.regions()),
                inputs.cityNames(),
                inputs.cityRegions(),
                inputs.levers(),
                inputs.relatedness(),
                inputs.partnerships());
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        try (OutputStream out = new GZIPOutputStream(bytes)) {
            JSON.writeValue(out, packed);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return bytes.toByteArray();
    }

    private static ClusterDescription bare(ClusterDescription cluster) {
        return new ClusterDescription(
                cluster.id(),
                cluster.name(),
                cluster.kind(),
                cluster.cityId(),
                cluster.country(),
                "",
                "",
                List.of(),
                cluster.tags());
    }

    static MatchInputs unpack(byte[] bytes) {
        try (InputStream in = new GZIPInputStream(new ByteArrayInputStream(bytes))) {
            PackedInputs packed = JSON.readValue(in, PackedInputs.class);
            return new MatchInputs(
                    packed.revision(),
                    packed.model(),
                    Taxonomy.forMatching(
                            packed.revision(),
                            packed.sources(),
                            packed.competences(),
                            packed.sections(),
                            packed.divisions()),
                    packed.clusters(),
                    packed.regions(),
                    packed.cityNames(),
                    packed.cityRegions(),
                    packed.levers(),
                    packed.relatedness(),
                    packed.partnerships());
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
