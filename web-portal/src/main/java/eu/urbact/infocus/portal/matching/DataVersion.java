package eu.urbact.infocus.portal.matching;

import java.util.regex.Pattern;

/** The version of the data that an address asks for. */
final class DataVersion {

    private static final Pattern VERSION = Pattern.compile("r\\d{1,18}");

    private DataVersion() {}

    /** What the service is asked for; null, which is today's, for what can be no version. */
    static String of(String given) {
        return given != null && VERSION.matcher(given).matches() ? given : null;
    }
}
