package eu.urbact.infocus.chassis.yaml;

/** Which characters do no harm where a text is stored, sent and shown. */
final class PlainText {

    /** Enough to recognise what is quoted. */
    private static final int LONGEST_QUOTE = 300;

    private PlainText() {}

    /**
     * Characters that are no text: controls, halves of a surrogate pair, and marks that turn the direction of what
     * follows around. No database and no JSON takes some of them.
     */
    static boolean isForbidden(int character) {
        return switch (Character.getType(character)) {
            case Character.CONTROL,
                    Character.SURROGATE,
                    Character.LINE_SEPARATOR,
                    Character.PARAGRAPH_SEPARATOR,
                    Character.UNASSIGNED,
                    Character.PRIVATE_USE -> true;
            case Character.FORMAT ->
                (character >= 0x202A && character <= 0x202E)
                        || (character >= 0x2066 && character <= 0x2069)
                        || character == 0xFEFF;
            default -> false;
        };
    }

    /** The text for quoting: forbidden characters replaced, cut when it is too long. */
    static String printable(String text) {
        StringBuilder printable = new StringBuilder();
        text.codePoints()
                .limit(LONGEST_QUOTE)
                .map(character -> isForbidden(character) ? '\uFFFD' : character)
                .forEach(printable::appendCodePoint);
        boolean cut = text.codePointCount(0, text.length()) > LONGEST_QUOTE;
        return cut ? printable.append('…').toString() : printable.toString();
    }
}
