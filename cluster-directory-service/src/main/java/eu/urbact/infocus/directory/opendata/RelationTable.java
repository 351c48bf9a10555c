package eu.urbact.infocus.directory.opendata;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;

import eu.urbact.infocus.chassis.table.TableFormat;
import eu.urbact.infocus.chassis.table.TableWriter;
import eu.urbact.infocus.directory.matchmaking.LeverEntry;
import eu.urbact.infocus.directory.matchmaking.RelatednessEntry;
import eu.urbact.infocus.directory.reference.Facet;
import eu.urbact.infocus.directory.reference.Provenance;
import eu.urbact.infocus.directory.reference.ProvenanceView;
import eu.urbact.infocus.directory.reference.Taxonomy;

/**
 * Levers and related terms as a table, one row each. A lever leads from a competence to an activity and says how well established that is;
 * related terms are alike both ways and say how much.
 */
final class RelationTable {

    static final List<String> COLUMNS = List.of(
            "relation",
            "one_facet",
            "one",
            "one_label",
            "other_facet",
            "other",
            "other_label",
            "strength",
            "similarity",
            "channel",
            "source",
            "source_title",
            "source_url",
            "looked_up",
            "confidence",
            "to_be_verified");

    private RelationTable() {}

    static byte[] of(List<LeverEntry> levers, List<RelatednessEntry> relatedness, Taxonomy taxonomy) {
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        try (TableWriter table = TableFormat.CSV.open(out, "relations", COLUMNS)) {
            for (LeverEntry lever : levers) {
                List<Object> cells = terms(
                        "lever", Facet.COMPETENCE, lever.competence(), Facet.ACTIVITY, lever.division(), taxonomy);
                cells.addAll(Arrays.asList(Words.of(lever.strength()), null, null));
                table.row(with(cells, lever.provenance(), taxonomy));
            }
            for (RelatednessEntry entry : relatedness) {
                Facet facet = entry.labels();
                List<Object> cells = terms("relatedness", facet, entry.one(), facet, entry.other(), taxonomy);
                cells.addAll(Arrays.asList(null, entry.similarity(), entry.channel()));
                table.row(with(cells, entry.provenance(), taxonomy));
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return out.toByteArray();
    }

    private static List<Object> terms(
            String relation, Facet oneFacet, String one, Facet otherFacet, String other, Taxonomy taxonomy) {
        return new ArrayList<>(Arrays.asList(
                relation,
                Words.of(oneFacet),
                one,
                taxonomy.label(oneFacet, one),
                Words.of(otherFacet),
                other,
                taxonomy.label(otherFacet, other)));
    }

    private static List<Object> with(List<Object> cells, Provenance provenance, Taxonomy taxonomy) {
        ProvenanceView.SourceView source = taxonomy.view(provenance).source();
        cells.addAll(Arrays.asList(
                source.id(),
                source.title(),
                source.url(),
                provenance.checkedOn(),
                Words.of(provenance.confidence()),
                provenance.uncertain()));
        return cells;
    }
}
