package eu.urbact.infocus.directory.matching;

import java.time.LocalDate;

/**
 * One summand of a score. {@code points = weight × similarity × factor × confidence}, and the points of all contributions
 * sum up to the score.
 *
 * @param strand what is measured
 * @param from the tag that looks for something
 * @param to the tag that answers best
 * @param similarity how near they are, 0 to 1
 * @param weight the most this summand could give
 * @param factor what the strand makes of the similarity: 1; for SERVICE 1 − kinship of the server's own activities; for
 *     LEARNING 4 (1 − similarity)
 * @param confidence of the less sure one of the tags
 * @param points what it gives
 * @param channel how they are related: {@code exact}, {@code narrower}, {@code kinship}, {@code market}, {@code lever},
 *     {@code learning}, or the channel of a relatedness table
 * @param source who says so, of the less sure tag
 * @param date day on which that was last looked up, or null
 * @param uncertain whether one of the two tags, or the lever between them, is still to be verified
 */
public record Contribution(
        Strand strand,
        End from,
        End to,
        double similarity,
        double weight,
        double factor,
        double confidence,
        double points,
        String channel,
        String source,
        LocalDate date,
        boolean uncertain) {

    /**
     * A tag of one of the two subjects.
     *
     * @param tag code
     * @param label of the code
     * @param subject id of the subject
     * @param subjectLabel name of the subject
     */
    public record End(String tag, String label, String subject, String subjectLabel) {}
}
