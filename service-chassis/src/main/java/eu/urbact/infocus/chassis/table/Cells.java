package eu.urbact.infocus.chassis.table;

import java.util.regex.Pattern;

/**
 * Makes texts that people have written harmless for whoever opens them in a spreadsheet program (OWASP ASVS 5.0 1.2.10).
 *
 * <p>A text that begins like a formula gets an apostrophe in front: with {@code = + - @}, also as full-width letters and after
 * spaces and marks that do not show, because some programs skip those, and with a tab or a line break. U+0000 is refused; what
 * else no workbook can hold becomes U+FFFD, so that both formats hold the same.
 */
final class Cells {

    /** The most characters that a cell of a workbook takes. */
    static final int LONGEST = 32_767;

    private static final String BEGINNINGS = "=+\\-@\uFF1D\uFF0B\uFF0D\uFF20\t\r\n";
    private static final String SKIPPED = "[\\p{Z}\\p{Cf}]*+";

    private static final Pattern FORMULA = Pattern.compile("\\A(?=" + SKIPPED + "[" + BEGINNINGS + "])");

    /**
     * The same, also behind apostrophes that somebody has written: such a text gets one more, so that one can be taken away when the
     * file is read.
     */
    private static final String AT_START = "(?='*+" + SKIPPED + "[" + BEGINNINGS + "])";

    /**
     * Where a program that expects semicolons or tabs between cells, as in most of Europe, would begin another cell: it does not
     * honour quotes in the middle of one.
     */
    private static final String INSIDE = "(?='*+" + SKIPPED + "[=+\\-@\uFF1D\uFF0B\uFF0D\uFF20])";

    private static final Pattern FORMULA_AT_START = Pattern.compile("\\A" + AT_START);
    private static final Pattern FORMULA_INSIDE = Pattern.compile("(?<=[;\\t\\r\\n])" + INSIDE);

    /** The apostrophes that {@link #plainEverywhere} has put in. */
    private static final Pattern APOSTROPHE_AT_START = Pattern.compile("\\A'" + AT_START);

    private static final Pattern APOSTROPHE_INSIDE = Pattern.compile("(?<=[;\\t\\r\\n])'" + INSIDE);

    private Cells() {}

    /** The text as it may stand in a cell of a workbook. */
    static String plain(String text) {
        return FORMULA.matcher(holdable(text)).replaceFirst("'");
    }

    private static String holdable(String text) {
        if (text.indexOf('\0') >= 0) {
            throw new IllegalArgumentException("a cell must not hold U+0000");
        }
        if (text.codePoints().allMatch(Cells::isHoldable)) {
            return text;
        }
        StringBuilder replaced = new StringBuilder(text.length());
        text.codePoints()
                .map(character -> isHoldable(character) ? character : 0xFFFD)
                .forEach(replaced::appendCodePoint);
        return replaced.toString();
    }

    /** The text as it may stand in a CSV file, which programs may cut into cells at other places than we do. */
    static String plainEverywhere(String text) {
        return FORMULA_INSIDE
                .matcher(FORMULA_AT_START.matcher(holdable(text)).replaceFirst("'"))
                .replaceAll("'");
    }

    /** What was written, of what {@link #plainEverywhere} has made of it. */
    static String original(String cell) {
        return APOSTROPHE_INSIDE
                .matcher(APOSTROPHE_AT_START.matcher(cell).replaceFirst(""))
                .replaceAll("");
    }

    /** XML 1.0's characters. */
    private static boolean isHoldable(int character) {
        return character == '\t'
                || character == '\n'
                || character == '\r'
                || (character >= 0x20 && character <= 0xD7FF)
                || (character >= 0xE000 && character <= 0xFFFD)
                || character >= 0x10000;
    }
}
