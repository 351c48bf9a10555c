package eu.urbact.infocus.directory.reference;

import java.time.LocalDate;
import java.util.Optional;

/**
 * A source that statements refer to.
 *
 * @param id short name used in data files
 * @param title what a reader sees
 * @param url public address, when there is one
 * @param readOn day on which it was last read
 */
public record SourceEntry(String id, String title, Optional<String> url, LocalDate readOn) {}
