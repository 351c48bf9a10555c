package eu.urbact.infocus.registration.seat;

import java.util.Map;
import java.util.Optional;
import java.util.regex.Pattern;

/**
 * Names a seat bucket of a call: {@code CITY:porto} (reserved for a partner city), {@code CONTRIBUTORS} or {@code OPEN}.
 *
 * @param value the name as it is stored and shown in the API
 */
public record BucketCode(String value) {

    // stands first: the constants below are checked against it
    private static final Pattern FORM = Pattern.compile("OPEN|CONTRIBUTORS|CITY:[a-z]+(-[a-z]+)*");

    public static final BucketCode OPEN = new BucketCode("OPEN");
    public static final BucketCode CONTRIBUTORS = new BucketCode("CONTRIBUTORS");

    private static final String CITY_PREFIX = "CITY:";

    /** Checks the form. */
    public BucketCode {
        if (!FORM.matcher(value).matches()) {
            throw new IllegalArgumentException("no bucket is named like this");
        }
    }

    /** The code that somebody has written, if it is one. */
    public static Optional<BucketCode> parse(String text) {
        return text != null && FORM.matcher(text).matches() ? Optional.of(new BucketCode(text)) : Optional.empty();
    }

    /**
     * The seats of the bucket as people call them.
     *
     * @param label the bucket's label in its call
     */
    public String words(String label) {
        if (equals(OPEN)) {
            return "the open seats";
        }
        return equals(CONTRIBUTORS) ? "the seats of contributors" : "the seats of " + label;
    }

    /** The partner city whose seats these are; empty for the other buckets. */
    public Optional<String> cityId() {
        return value.startsWith(CITY_PREFIX) ? Optional.of(value.substring(CITY_PREFIX.length())) : Optional.empty();
    }

    /** What numbers by partner city say about the city whose seats these are; nought where they say nothing, and for the other buckets. */
    public int ofCity(Map<String, Integer> numbers) {
        return cityId().map(city -> numbers.getOrDefault(city, 0)).orElse(0);
    }

    public static BucketCode city(String cityId) {
        return new BucketCode(CITY_PREFIX + cityId);
    }
}
