package eu.urbact.infocus.directory.matchmaking.rest;

/** The question for an earlier version of the data. */
final class DataVersion {

    static final String PATTERN = "r\\d{1,18}";
    static final String HINT = "must be a version such as r12";
    static final String TEXT = "A version of the data of which scores were shown; the current one unless given";
    static final String NOT_KEPT =
            "What the scores of this version were computed of is not kept, or its formulas are no longer in use";

    private DataVersion() {}
}
