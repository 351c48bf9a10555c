package eu.urbact.infocus.directory.revision;

import java.util.Optional;
import java.util.function.ToLongFunction;

/**
 * What was read of the directory last. Readers read beside each other, and who began first may end last: what is kept never goes back to
 * an older revision, and who has seen an older number is given the newer snapshot too.
 *
 * @param <S> the snapshot
 */
public final class Newest<S> {

    private final ToLongFunction<S> revision;
    private volatile S kept;

    /**
     * Keeps nothing yet.
     *
     * @param revision tells of which revision a snapshot is
     */
    public Newest(ToLongFunction<S> revision) {
        this.revision = revision;
    }

    /**
     * The kept snapshot, unless the directory has changed since.
     *
     * @param number the revision that the caller sees
     * @return empty when it has to be read
     */
    public Optional<S> since(long number) {
        return Optional.ofNullable(kept).filter(snapshot -> revision.applyAsLong(snapshot) >= number);
    }

    /** Keeps nothing any more: before something newer is made that takes as much memory, and for which everybody has to wait anyway. */
    public synchronized void letGo() {
        kept = null;
    }

    /**
     * Keeps what was read, unless there is something newer by now.
     *
     * @param read a snapshot
     * @return the newer of the two
     */
    public synchronized S keep(S read) {
        if (kept == null || revision.applyAsLong(kept) < revision.applyAsLong(read)) {
            kept = read;
        }
        return kept;
    }
}
