package eu.urbact.infocus.registration.draft;

import java.util.Map;
import jakarta.validation.constraints.Size;

/**
 * What somebody has entered so far, letter by letter; whether it can be sent is looked at apart from this. Null means that nothing has been
 * said yet. What is longer than anything that could be meant is refused, with the length that can be sent.
 *
 * @param answers to the call's own questions, by their keys
 */
public record DraftEntries(
        @Size(max = LONG, message = "size must be between 0 and 100")
        String givenName,

        @Size(max = LONG, message = "size must be between 0 and 100")
        String familyName,

        @Size(max = LONG, message = "size must be between 0 and 254")
        String email,

        @Size(max = LONG, message = "size must be between 0 and 200")
        String organisation,

        @Size(max = LONG, message = "size must be between 0 and 200")
        String position,

        @Size(max = LONG) String country,
        @Size(max = LONG) String cityId,
        @Size(max = LONG) String profile,
        Boolean contributor,

        @Size(max = LONGEST, message = "size must be between 0 and 2000")
        String motivation,

        @Size(max = 50) Map<String, Object> answers,
        @Size(max = LONG) String clusterId) {

    static final int LONG = 2_000;

    /** Ten times what can be sent: a text that must be shortened is kept, too. */
    public static final int LONGEST = 20_000;

    /** What a sent draft holds. */
    static final DraftEntries NONE =
            new DraftEntries(null, null, null, null, null, null, null, null, null, null, null, null);

    /** These entries with what somebody has said later. */
    DraftEntries with(DraftEntries later) {
        return new DraftEntries(
                latest(givenName, later.givenName),
                latest(familyName, later.familyName),
                latest(email, later.email),
                latest(organisation, later.organisation),
                latest(position, later.position),
                latest(country, later.country),
                latest(cityId, later.cityId),
                latest(profile, later.profile),
                latest(contributor, later.contributor),
                latest(motivation, later.motivation),
                latest(answers, later.answers),
                latest(clusterId, later.clusterId));
    }

    /** These entries with no other answers than these. */
    public DraftEntries withAnswers(Map<String, Object> others) {
        return new DraftEntries(
                givenName,
                familyName,
                email,
                organisation,
                position,
                country,
                cityId,
                profile,
                contributor,
                motivation,
                others,
                clusterId);
    }

    private static <T> T latest(T before, T later) {
        return later == null ? before : later;
    }

    @Override
    public String toString() {
        // personal data stays out of logs
        return "DraftEntries";
    }
}
