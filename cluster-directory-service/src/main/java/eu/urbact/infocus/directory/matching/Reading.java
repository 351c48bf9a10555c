package eu.urbact.infocus.directory.matching;

/** How the confidence of tags is read; indexes, because they choose arrays in the innermost loop. */
final class Reading {

    /** As it is. */
    static final int SCORE = 0;

    /** Documented counts, everything else does not. */
    static final int LOW = 1;

    /** Every tag is taken at its word. */
    static final int FIT = 2;

    static final int COUNT = 3;

    private Reading() {}
}
