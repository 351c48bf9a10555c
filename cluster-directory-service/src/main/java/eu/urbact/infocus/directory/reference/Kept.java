package eu.urbact.infocus.directory.reference;

/**
 * A kept entry of a taxonomy: it can say what it holds, so that taking the same entry again is seen to change nothing.
 *
 * @param <E> the entry's value
 */
interface Kept<E> {

    /** What is kept now. */
    E entry();

    /** Takes over everything from the entry but its identifier. */
    void take(E entry);

    /**
     * Takes over an entry if it differs.
     *
     * @return whether anything changed
     */
    default Change change(E entry) {
        if (entry().equals(entry)) {
            return Change.UNCHANGED;
        }
        take(entry);
        return Change.UPDATED;
    }
}
