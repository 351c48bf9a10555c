package eu.urbact.infocus.directory.region;

import java.util.Optional;

import eu.urbact.infocus.directory.reference.Provenance;

/**
 * A smart specialisation strategy.
 *
 * @param title its title
 * @param period programming period, such as {@code 2014-2020}
 * @param note what a reader must know to read the priorities rightly
 * @param provenance who says so
 */
public record StrategyDescription(String title, String period, Optional<String> note, Provenance provenance) {}
