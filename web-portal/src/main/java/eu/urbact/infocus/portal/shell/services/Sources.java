package eu.urbact.infocus.portal.shell.services;

import java.util.List;
import java.util.Objects;
import java.util.stream.Stream;

/**
 * Where the statements of a page come from: each source once, numbered in the order in which a reader meets it. A statement carries the
 * number, and by itself only whether it is still to be verified.
 */
public final class Sources {

    private final List<Provenance> all;

    private Sources(List<Provenance> all) {
        this.all = all;
    }

    /**
     * Gathers sources.
     *
     * @param met in the order of the page, with repetitions; null where none is known
     * @return each once
     */
    static Sources of(Stream<Provenance> met) {
        return new Sources(
                met.filter(Objects::nonNull).map(Sources::plain).distinct().toList());
    }

    private static Provenance plain(Provenance provenance) {
        return new Provenance(provenance.source(), provenance.date(), provenance.confidence(), false);
    }

    /** Each source once. */
    public List<Provenance> getAll() {
        return all;
    }

    /** The number of a source, from 1 on. */
    public int number(Provenance provenance) {
        return all.indexOf(plain(provenance)) + 1;
    }
}
