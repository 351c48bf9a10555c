package eu.urbact.infocus.directory.cluster;

/** The sides by which a search among clusters can be narrowed. Each has a facet that counts its values. */
public enum Narrowing {
    /** Inside or outside the network. */
    SCOPE("scope"),
    /** City of the network. */
    CITY("city"),
    /** Country, ISO 3166 alpha-2. */
    COUNTRY("country"),
    /** Competence; a broader one includes its narrower ones. */
    COMPETENCE("competence"),
    /** Section of NACE Rev. 2 of one of its activities. */
    NACE_SECTION("naceSection"),
    /** Division of NACE Rev. 2 of one of its activities. */
    NACE_DIVISION("naceDivision"),
    /** Industrial ecosystem of its activities of weight 2 or 3. */
    ECOSYSTEM("ecosystem"),
    /** How far it reaches. */
    SCALE("scale"),
    /** What stands behind the name. */
    KIND("kind"),
    /** What it is to the strategy of its own region. */
    ROLE("role"),
    /** Whether it offers something to others today, or looks for something. */
    EXCHANGE("exchange");

    private final String field;

    Narrowing(String field) {
        this.field = field;
    }

    /**
     * The name of the side in addresses and in kept terms.
     *
     * @return such as {@code naceSection}
     */
    public String field() {
        return field;
    }
}
