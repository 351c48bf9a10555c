package eu.urbact.infocus.directory.reference;

/** How sure a statement is, from its source. */
public enum Confidence {
    /** Read in the published source that is named. */
    DOCUMENTED(1.0),
    /** Said by the network's founding document, or by the cluster or city itself. */
    STATED(0.7),
    /** Concluded by somebody: coded from a short description, or general knowledge. */
    INFERRED(0.4);

    private final double weight;

    Confidence(double weight) {
        this.weight = weight;
    }

    /**
     * The weight of such a statement in any calculation.
     *
     * @return between 0 (worthless) and 1 (certain)
     */
    public double weight() {
        return weight;
    }
}
