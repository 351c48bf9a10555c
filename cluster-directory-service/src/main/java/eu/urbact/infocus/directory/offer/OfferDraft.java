package eu.urbact.infocus.directory.offer;

import java.time.LocalDate;

/**
 * An offer or a need as somebody entered it; {@link OfferRules} says whether it can be taken.
 *
 * @param kind which way
 * @param text what, in the cluster's words
 * @param competence id of the competence it is about, or null
 * @param activity NACE Rev. 2 division it is about, or null
 * @param expiresOn the last day on which it holds
 */
public record OfferDraft(OfferKind kind, String text, String competence, String activity, LocalDate expiresOn) {

    /** Takes blank codes for none and texts without what surrounds them. */
    public OfferDraft {
        text = text == null ? "" : text.strip();
        competence = competence == null || competence.isBlank() ? null : competence.strip();
        activity = activity == null || activity.isBlank() ? null : activity.strip();
    }
}
