package eu.urbact.infocus.directory.reference;

import java.time.LocalDate;

/**
 * Where a statement comes from, as readers see it.
 *
 * @param sourceId short name of the source
 * @param source its title
 * @param sourceUrl its public address, or null
 * @param date day on which the statement was last looked up there
 * @param confidence how sure it is
 * @param uncertain true when it is not verified or fits only roughly
 */
public record ProvenanceView(
        String sourceId, String source, String sourceUrl, LocalDate date, Confidence confidence, boolean uncertain) {}
