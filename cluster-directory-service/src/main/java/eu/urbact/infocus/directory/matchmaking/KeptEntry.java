package eu.urbact.infocus.directory.matchmaking;

/** A kept entry of what the model builds on; it can say what it holds, so that taking the same again changes nothing. */
interface KeptEntry<E> {

    /** What is kept now. */
    E entry();

    /** Takes over everything from the entry but its identifier. */
    void take(E entry);
}
