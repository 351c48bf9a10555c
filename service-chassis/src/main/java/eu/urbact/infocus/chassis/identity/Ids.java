package eu.urbact.infocus.chassis.identity;

import java.util.UUID;

import com.fasterxml.uuid.Generators;
import com.fasterxml.uuid.impl.TimeBasedEpochRandomGenerator;

/** Makes identifiers. */
public final class Ids {

    private static final TimeBasedEpochRandomGenerator GENERATOR = Generators.timeBasedEpochRandomGenerator();

    private Ids() {}

    /**
     * A new UUID of version 7 (RFC 9562): unique everywhere, and later ones sort after earlier ones, which keeps index pages
     * together. Those of one millisecond are random, so that nobody can tell from two ids how many are between them. Taken from the real time, not from the business clock, so that a restarted demo makes no doubles.
     */
    public static UUID next() {
        return GENERATOR.generate();
    }
}
