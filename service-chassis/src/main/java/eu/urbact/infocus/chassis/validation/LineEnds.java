package eu.urbact.infocus.chassis.validation;

/** Line breaks. Browsers send two characters for each; kept and counted is one. */
public final class LineEnds {

    private LineEnds() {}

    /** The text with {@code \n} for every line break. */
    public static String plain(String text) {
        return text.indexOf('\r') < 0 ? text : text.replace("\r\n", "\n").replace('\r', '\n');
    }
}
