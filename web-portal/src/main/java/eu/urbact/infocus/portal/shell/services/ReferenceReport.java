package eu.urbact.infocus.portal.shell.services;

import java.time.Instant;
import java.util.List;
import java.util.Locale;

/** What an import of reference data brought. */
public record ReferenceReport(
        String id,
        String dataVersion,
        Instant importedAt,
        Long created,
        Long updated,
        Long unchanged,
        List<Entry> entries) {

    /** Completes what a service left out. */
    public ReferenceReport {
        entries = entries == null ? List.of() : entries;
    }

    /** Entries of which something became: what stayed as it was is only counted. */
    public List<Entry> changes() {
        return entries.stream()
                .filter(entry -> !"UNCHANGED".equals(entry.change()))
                .toList();
    }

    /** How many entries were left as a city has published them. */
    public long kept() {
        return entries.stream().filter(entry -> "KEPT".equals(entry.change())).count();
    }

    /** One entry of the file. */
    public record Entry(Integer line, String kind, String id, String change) {

        /** The kind in words. */
        public String kindInWords() {
            return kind == null ? "" : kind.toLowerCase(Locale.ROOT).replace('_', ' ');
        }

        /** What became of it, in words. */
        public String changeInWords() {
            return change == null ? "" : change.toLowerCase(Locale.ROOT);
        }
    }
}
