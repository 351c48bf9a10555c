package eu.urbact.infocus.directory.opendata;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collection;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import java.util.stream.Stream;

import eu.urbact.infocus.chassis.table.TableFormat;
import eu.urbact.infocus.chassis.table.TableWriter;
import eu.urbact.infocus.directory.city.CityDescription;
import eu.urbact.infocus.directory.cluster.ClusterDescription;
import eu.urbact.infocus.directory.cluster.ClusterDetails;
import eu.urbact.infocus.directory.cluster.EccpFields;
import eu.urbact.infocus.directory.cluster.Figure;
import eu.urbact.infocus.directory.reference.Facet;
import eu.urbact.infocus.directory.reference.NutsArea;
import eu.urbact.infocus.directory.reference.Provenance;
import eu.urbact.infocus.directory.reference.Tag;
import eu.urbact.infocus.directory.reference.Taxonomy;

/**
 * All clusters as a table: the fields of a profile of the European Cluster Collaboration Platform first, by the names that the
 * platform's form has, then what this directory knows besides; how a number is meant, and of which year it is, stands in columns of
 * its own. Several values of one cell are separated by semicolons. Nobody to contact is in it, neither a person nor a role.
 */
final class EccpTable {

    static final List<String> COLUMNS = EccpFields.columnsAnd(EccpFields.DIRECTORY_COLUMNS);

    private static final int NUTS_3 = 3;

    private EccpTable() {}

    static byte[] of(
            List<ClusterDescription> clusters,
            Map<String, CityDescription> cities,
            Map<String, List<String>> ecosystems,
            Taxonomy taxonomy,
            Names names) {
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        try (TableWriter table = TableFormat.CSV.open(out, "clusters", COLUMNS)) {
            for (ClusterDescription cluster : clusters) {
                table.row(row(
                        cluster,
                        cluster.cityId().map(cities::get),
                        ecosystems.getOrDefault(cluster.id(), List.of()),
                        taxonomy,
                        names));
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return out.toByteArray();
    }

    private static List<Object> row(
            ClusterDescription cluster,
            Optional<CityDescription> city,
            List<String> ecosystems,
            Taxonomy taxonomy,
            Names names) {
        ClusterDetails details = cluster.details().orElse(ClusterDetails.NONE);
        Optional<Figure> members = newest(cluster, Figure.Measure.MEMBERS);
        Optional<Figure> jobs = newest(cluster, Figure.Measure.JOBS);
        List<Object> cells = new ArrayList<>(EccpFields.cells(
                cluster.name(),
                cluster.summary(),
                details,
                members.map(Figure::amount).orElse(null),
                words(details.sectoralIndustries(), labels(cluster, Facet.ACTIVITY, taxonomy)),
                words(details.technologyFields(), labels(cluster, Facet.COMPETENCE, taxonomy))));
        cells.addAll(Arrays.asList(
                cluster.id(),
                cluster.kind().name().toLowerCase(Locale.ROOT).replace('_', '-'),
                city.map(CityDescription::name).orElse(null),
                cluster.country(),
                city.flatMap(EccpTable::nuts3).orElse(null),
                city.map(its -> its.place().latitude()).orElse(null),
                city.map(its -> its.place().longitude()).orElse(null),
                cluster.scale()
                        .map(tag -> tag.code().toLowerCase(Locale.ROOT).replace('_', '-'))
                        .orElse(null),
                codes(cluster, Facet.ACTIVITY),
                codes(cluster, Facet.MARKET),
                EccpFields.joined(labels(cluster, Facet.COMPETENCE, taxonomy)),
                EccpFields.joined(ecosystems.stream()
                        .map(id -> taxonomy.label(Facet.ECOSYSTEM, id))
                        .toList()),
                jobs.map(Figure::amount).orElse(null),
                EccpFields.joined(provenances(cluster)
                        .map(provenance -> taxonomy.view(provenance).source().title())
                        .distinct()
                        .sorted()
                        .toList()),
                provenances(cluster).anyMatch(Provenance::uncertain),
                names.page("/en/clusters/" + cluster.id()).stringValue(),
                members.map(Figure::precision).map(Words::of).orElse(null),
                members.map(Figure::asOf).orElse(null),
                jobs.map(Figure::precision).map(Words::of).orElse(null),
                jobs.map(Figure::asOf).orElse(null)));
        return cells;
    }

    /** What the cluster's own profile says; the directory's coding where it says nothing. */
    private static List<String> words(List<String> own, List<String> coded) {
        return own.isEmpty() ? coded : own;
    }

    private static Optional<String> nuts3(CityDescription city) {
        return city.nuts().stream()
                .filter(area -> area.level() == NUTS_3)
                .map(NutsArea::code)
                .findFirst();
    }

    private static Stream<Provenance> provenances(ClusterDescription cluster) {
        return Stream.of(
                        cluster.tags().stream().map(Tag::provenance).toList(),
                        cluster.figures().stream().map(Figure::provenance).toList())
                .flatMap(Collection::stream);
    }

    /** The newest figure; they are kept newest first. */
    private static Optional<Figure> newest(ClusterDescription cluster, Figure.Measure measure) {
        return cluster.figures().stream()
                .filter(figure -> figure.measure() == measure)
                .findFirst();
    }

    private static List<String> labels(ClusterDescription cluster, Facet facet, Taxonomy taxonomy) {
        return tags(cluster, facet, tag -> taxonomy.label(facet, tag.code()));
    }

    private static String codes(ClusterDescription cluster, Facet facet) {
        return EccpFields.joined(tags(cluster, facet, Tag::code));
    }

    private static List<String> tags(ClusterDescription cluster, Facet facet, Function<Tag, String> text) {
        return cluster.tags().stream()
                .filter(tag -> tag.facet() == facet)
                .map(text)
                .toList();
    }
}
