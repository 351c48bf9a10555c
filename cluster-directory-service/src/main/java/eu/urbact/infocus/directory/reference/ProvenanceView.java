package eu.urbact.infocus.directory.reference;

import java.time.LocalDate;

/**
 * Where a statement comes from, as readers see it.
 *
 * @param source the source
 * @param date day on which the statement was last looked up there
 * @param confidence how sure it is
 * @param uncertain true when it is not verified or fits only roughly
 */
public record ProvenanceView(SourceView source, LocalDate date, Confidence confidence, boolean uncertain) {

    /**
     * A source, as readers see it.
     *
     * @param id short name
     * @param title what to print
     * @param url public address, or null
     */
    public record SourceView(String id, String title, String url) {}
}
