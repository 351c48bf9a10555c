package eu.urbact.infocus.directory.reference;

/** What became of an entry that was handed to the directory. */
public enum Change {
    /** It was not known before. */
    CREATED,
    /** It was known and something in it differed. */
    UPDATED,
    /** It was known exactly like that; nothing was written. */
    UNCHANGED,
    /** Its city has published it itself, so it stays as the city wrote it. */
    KEPT
}
