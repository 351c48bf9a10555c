package eu.urbact.infocus.directory.referenceimport;

import java.util.Locale;

/** The kinds of entries that a file of reference data holds. */
public enum Kind {
    SOURCE,
    OBJECTIVE,
    COMPETENCE,
    NACE_SECTION,
    NACE_DIVISION,
    ECOSYSTEM,
    REGION,
    PRIORITY,
    CITY,
    CLUSTER,
    LEVER,
    RELATEDNESS,
    PARTNERSHIP,
    KNOWLEDGE_SERVICE,
    VOCABULARY_TERM;

    /** The kind in words, for messages. */
    String words() {
        return this == NACE_SECTION || this == NACE_DIVISION
                ? "NACE"
                        + name().substring("NACE".length())
                                .toLowerCase(Locale.ROOT)
                                .replace('_', ' ')
                : name().toLowerCase(Locale.ROOT).replace('_', ' ');
    }
}
