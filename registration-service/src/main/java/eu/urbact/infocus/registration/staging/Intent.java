package eu.urbact.infocus.registration.staging;

import eu.urbact.infocus.registration.application.Decision;
import eu.urbact.infocus.registration.application.ReasonCode;
import eu.urbact.infocus.registration.seat.BucketCode;

/**
 * What is to be decided.
 *
 * @param reason needed for declining
 * @param note what the person is told with it, or null
 * @param bucket where the seat is to be taken, or null for the rule of the call; for admitting only
 * @param proposed whether a rule proposes that bucket, which then leaves to a city's nominees what is promised to them; false when
 *     organisers have chosen it, or there is none
 */
public record Intent(Decision decision, ReasonCode reason, String note, BucketCode bucket, boolean proposed) {

    /** Admits to a seat that a rule proposes. */
    public static Intent admitTo(BucketCode proposed) {
        return new Intent(Decision.ADMIT, null, null, proposed, true);
    }

    /** Puts on the waiting list, without a word. */
    public static Intent waitlist() {
        return new Intent(Decision.WAITLIST, null, null, null, false);
    }

    /** From what somebody has written; what belongs to another decision is left out. */
    public static Intent of(Decision decision, ReasonCode reason, String note, String bucket) {
        return new Intent(
                decision,
                decision == Decision.ADMIT ? null : reason,
                note == null || note.isBlank() ? null : note.strip(),
                decision == Decision.ADMIT ? BucketCode.parse(bucket).orElse(null) : null,
                false);
    }
}
