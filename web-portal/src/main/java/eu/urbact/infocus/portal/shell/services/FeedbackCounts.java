package eu.urbact.infocus.portal.shell.services;

/** How often cities said what about suggested partners. */
public record FeedbackCounts(long useful, long notUseful, long alreadyPartners) {

    /** How often anything was said. */
    public long total() {
        return useful + notUseful + alreadyPartners;
    }
}
