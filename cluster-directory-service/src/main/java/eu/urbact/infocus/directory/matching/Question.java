package eu.urbact.infocus.directory.matching;

/**
 * Something to find out, which would narrow the interval of a score.
 *
 * @param subject id of the subject that is asked
 * @param subjectLabel its name
 * @param topic what it is asked about
 * @param reason why
 * @param narrowsBy by how much the answer alone narrows the interval; what is missing is counted as if the answer settled it, so that
 *     it narrows by at most this much
 */
public record Question(String subject, String subjectLabel, Topic topic, Reason reason, double narrowsBy) {

    /** What is asked about. */
    public enum Topic {
        MARKETS("markets served"),
        ACTIVITIES("activities"),
        COMPETENCES("competences");

        private final String words;

        Topic(String words) {
            this.words = words;
        }
    }

    /** Why it is asked. */
    public enum Reason {
        /** Nothing is known about it. */
        MISSING,
        /** What is known is not documented. */
        UNDOCUMENTED
    }

    /**
     * The question in words.
     *
     * @return one sentence
     */
    public String text() {
        if (reason == Reason.UNDOCUMENTED) {
            return "Ask for a document that confirms the " + topic.words + " of " + subjectLabel + ".";
        }
        return topic == Topic.MARKETS
                ? "Ask which markets " + subjectLabel + " serves."
                : "Ask which " + topic.words + " " + subjectLabel + " has.";
    }
}
