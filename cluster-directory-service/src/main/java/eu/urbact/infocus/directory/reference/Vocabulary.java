package eu.urbact.infocus.directory.reference;

/** A list of terms of somebody else in which clusters describe themselves there; it is no facet of the matching. */
public enum Vocabulary {
    /** The ten emerging industries of the European cluster observatory, a field of a profile on its platform. */
    EMERGING_INDUSTRY,
    /** Terms of Eye@RIS3 that the platform uses as priority areas of smart specialisation; only those that were seen there. */
    S3_PRIORITY_AREA,
    /** The sections of NACE Rev. 2.1 by their titles; the id of each ends with its letter. */
    NACE_REV_2_1_SECTION
}
