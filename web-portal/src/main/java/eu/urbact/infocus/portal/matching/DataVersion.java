package eu.urbact.infocus.portal.matching;

import java.util.regex.Pattern;
import jakarta.ws.rs.BadRequestException;

/** The version of the data that an address asks for. */
final class DataVersion {

    private static final Pattern VERSION = Pattern.compile("r\\d{1,18}");

    private DataVersion() {}

    /**
     * What the service is asked for; null, which is today's, when the address does not name any.
     *
     * @throws BadRequestException for what can be no version: whoever asked for an old one must not take today's for it
     */
    static String of(String given) {
        if (given != null && !VERSION.matcher(given).matches()) {
            throw new BadRequestException();
        }
        return given;
    }
}
