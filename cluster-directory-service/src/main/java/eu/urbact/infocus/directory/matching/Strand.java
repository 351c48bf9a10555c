package eu.urbact.infocus.directory.matching;

/** What is measured between two sides; each strand lies between 0 and 1. */
public enum Strand {
    /** How far they do the same (A). */
    ACTIVITY(0),
    /** How far they are good at the same (K). */
    COMPETENCE(1),
    /** How far one serves what the other does, without doing it itself (V). */
    SERVICE(2),
    /** How far they can learn from each other: related, not the same (L). */
    LEARNING(3);

    /** Where its value stands in an array of values. */
    final int index;

    Strand(int index) {
        this.index = index;
    }
}
