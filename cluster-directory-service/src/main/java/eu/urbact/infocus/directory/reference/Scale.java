package eu.urbact.infocus.directory.reference;

/** How far a cluster reaches, in the three groups in which cities of the network segment their economy. */
public enum Scale {
    /** Known and competing worldwide. */
    WORLD_CLASS,
    /** Of weight in its country. */
    NATIONAL,
    /** A sector of excellence of its city or region. */
    SECTOR_OF_EXCELLENCE
}
