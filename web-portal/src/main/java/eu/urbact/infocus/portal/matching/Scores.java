package eu.urbact.infocus.portal.matching;

import java.math.BigDecimal;
import java.math.RoundingMode;
import java.util.Locale;

import io.quarkus.qute.TemplateExtension;

/** Numbers of the matchmaking, as pages say them. */
@TemplateExtension(namespace = "scored")
final class Scores {

    /** Keeps a percentile such as 94.0000000001 from being called the top 5 % instead of 6. */
    private static final double ROUNDING = 1e-9;

    /** More would tell nobody anything. */
    private static final int MOST_DIGITS = 5;

    private Scores() {}

    /** Such as {@code 0.41}. */
    static String number(double value) {
        return String.format(Locale.ROOT, "%.2f", value);
    }

    /**
     * A value that is not enough, with as many digits, two at least, as show that it is not, such as {@code 0.2999} where 0.30 is needed.
     * The directory's {@code RegionMatrices} writes them by the same rule in code of its own, as only the API joins the two: a change
     * belongs in both.
     */
    static String below(double value, double needed) {
        for (int digits = 2; digits <= MOST_DIGITS; digits++) {
            String text = String.format(Locale.ROOT, "%." + digits + "f", value);
            if (Double.parseDouble(text) < needed) {
                return text;
            }
        }
        return "just below " + threshold(needed);
    }

    /** With all its digits, two at least, such as {@code 0.30}: what is needed must not look like less or more. */
    static String threshold(double needed) {
        BigDecimal exact = BigDecimal.valueOf(needed);
        return exact.setScale(Math.max(2, exact.scale()), RoundingMode.UNNECESSARY)
                .toPlainString();
    }

    /** Such as {@code 0.4123}, where parts are added up. */
    static String exact(double value) {
        return String.format(Locale.ROOT, "%.4f", value);
    }

    /** Such as {@code 0.41 (between 0.12 and 0.78)}. */
    static String between(double score, double low, double high) {
        return number(score) + " (between " + number(low) + " and " + number(high) + ")";
    }

    /** Such as {@code 41 %}. */
    static String percent(double share) {
        return Math.round(share * 100) + " %";
    }

    /** A share as the length of a bar, 0 to 100. */
    static long length(double share) {
        return Math.round(Math.max(0, Math.min(1, share)) * 100);
    }

    /** Such as {@code top 6 % of 1,953 pairs}. */
    static String top(double percentile, long pairs) {
        long top = Math.max(1, (long) Math.ceil(100 - percentile - ROUNDING));
        return String.format(Locale.UK, "top %d %% of %,d pairs", top, pairs);
    }

    /** Such as {@code 1,953}. */
    static String count(long number) {
        return String.format(Locale.UK, "%,d", number);
    }

    /** A percentile as it is asked for, such as {@code 90}. */
    static String whole(double value) {
        return String.valueOf(Math.round(value));
    }
}
