package eu.urbact.infocus.directory.reference;

/** The sides from which a cluster or a regional priority is described. */
public enum Facet {
    /** What it does: NACE Rev. 2 divisions; level = weight, 1 minor to 3 main. */
    ACTIVITY(3),
    /** What it is good at: competences; level 1 uses, 2 develops, 3 leads. */
    COMPETENCE(3),
    /** Whom it serves: NACE Rev. 2 divisions it sells to. */
    MARKET(1),
    /** What it is for: numbers of the Sustainable Development Goals. */
    OBJECTIVE(1),
    /** Industrial ecosystems of the European Commission. */
    ECOSYSTEM(1),
    /** How far it reaches: a {@link Scale}. */
    SCALE(1);

    private final int highestLevel;

    Facet(int highestLevel) {
        this.highestLevel = highestLevel;
    }

    /**
     * The highest level a tag of this facet can have; the lowest is always 1.
     *
     * @return 1 where the facet has no levels
     */
    public int highestLevel() {
        return highestLevel;
    }
}
