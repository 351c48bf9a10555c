package eu.urbact.infocus.directory.offer;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;

import eu.urbact.infocus.chassis.problem.FieldError;
import eu.urbact.infocus.chassis.validation.TextLength;
import eu.urbact.infocus.chassis.validation.TextRules;
import eu.urbact.infocus.directory.reference.Facet;
import eu.urbact.infocus.directory.reference.Taxonomy;

/**
 * What an offer or a need has to say: what, about which competence or activity, and until when, a year at most. It is public at once, so
 * it holds nobody's address.
 */
public final class OfferRules {

    /** Most characters of the text. */
    public static final int LONGEST_TEXT = 1000;

    /** Months after which a notice has to be written anew. */
    public static final int LONGEST_MONTHS = 12;

    private OfferRules() {}

    /**
     * Checks what was entered.
     *
     * @param draft what was entered
     * @param today the day it is
     * @param taxonomy the known codes
     * @return what is wrong, field by field; empty when it can be taken
     */
    public static List<FieldError> check(OfferDraft draft, LocalDate today, Taxonomy taxonomy) {
        List<FieldError> errors = new ArrayList<>();
        if (draft.kind() == null) {
            errors.add(new FieldError("kind", "must be OFFER or NEED"));
        }
        if (draft.text().isEmpty()) {
            errors.add(new FieldError("text", "must not be blank"));
        } else if (TextLength.of(draft.text()) > LONGEST_TEXT) {
            errors.add(new FieldError("text", "must have at most " + LONGEST_TEXT + " characters"));
        } else {
            String problem =
                    TextRules.problemOfPublished(draft.text(), true, "whoever is interested proposes a cooperation");
            if (problem != null) {
                errors.add(new FieldError("text", problem));
            }
        }
        if (draft.competence() == null && draft.activity() == null) {
            errors.add(new FieldError("competence", "choose a competence or an economic activity"));
        }
        if (draft.competence() != null && !taxonomy.knows(Facet.COMPETENCE, draft.competence())) {
            errors.add(new FieldError("competence", "is not a known competence"));
        }
        if (draft.activity() != null && !taxonomy.knows(Facet.ACTIVITY, draft.activity())) {
            errors.add(new FieldError("activity", "is not a known NACE division"));
        }
        if (draft.expiresOn() == null) {
            errors.add(new FieldError("expiresOn", "must not be blank"));
        } else if (draft.expiresOn().isBefore(today)) {
            errors.add(new FieldError("expiresOn", "must not be in the past"));
        } else if (draft.expiresOn().isAfter(today.plusMonths(LONGEST_MONTHS))) {
            errors.add(new FieldError("expiresOn", "must be within " + LONGEST_MONTHS + " months"));
        }
        return errors;
    }
}
