package eu.urbact.infocus.chassis.validation;

import java.net.IDN;
import java.net.URI;
import java.net.URISyntaxException;
import java.util.Locale;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** An address on the web as it is kept: what every browser and every format of open data takes. */
public final class WebAddress {

    /** Longer ones are none. */
    public static final int LONGEST = 500;

    /** What is said of an address that {@link #mayBeTwo may be two}. */
    public static final String TWO_ADDRESSES =
            "must not have ß, ς or an invisible letter in the name of the site, as that can lead to two sites: write the name in the"
                    + " form that begins with xn--";

    private static final int LAST_PORT = 65_535;

    private static final Pattern PARTS = Pattern.compile("(?i:(https?)://)([^/?#:@]*)(.*)");

    /** Letters that the older rules for names of hosts, which some follow, replace or leave out and the newer ones keep. */
    private static final Pattern TWO_WAYS = Pattern.compile("[ßẞς\\u200C\\u200D]");

    /** A host by its number instead of its name; the longer numbers stand between brackets. */
    private static final Pattern NUMBER = Pattern.compile("\\[.*|[0-9.]+");

    private WebAddress() {}

    /**
     * The address that somebody means: its beginning in small letters, and a host with other letters than ASCII's as the network knows
     * it.
     *
     * @param text as somebody wrote it, or null
     * @return empty when it is no address that everybody can follow, may be two, or holds a name or password
     */
    public static Optional<String> of(String text) {
        // halves of characters pass as parts of an address, and no database takes them
        if (text == null || text.length() > LONGEST || SafeText.Validator.problem(text, false) != null) {
            return Optional.empty();
        }
        Matcher parts = PARTS.matcher(text);
        return parts.matches()
                ? host(parts.group(2))
                        .map(host -> parts.group(1).toLowerCase(Locale.ROOT) + "://" + host + parts.group(3))
                        .filter(WebAddress::isAddress)
                : Optional.empty();
    }

    /**
     * Whether the host is another one by the older rules for letters beyond ASCII than by the newer ones.
     *
     * @param text as somebody wrote it, or null
     * @return false for what is no address for another reason
     */
    public static boolean mayBeTwo(String text) {
        if (text == null) {
            return false;
        }
        Matcher parts = PARTS.matcher(text);
        return parts.matches() && TWO_WAYS.matcher(parts.group(2)).find();
    }

    private static Optional<String> host(String text) {
        if (TWO_WAYS.matcher(text).find()) {
            return Optional.empty();
        }
        try {
            // a host in ASCII stays as it is written
            return Optional.of(text.chars().allMatch(letter -> letter < 0x80) ? text : IDN.toASCII(text));
        } catch (IllegalArgumentException e) {
            return Optional.empty();
        }
    }

    private static boolean isAddress(String text) {
        try {
            URI uri = new URI(text);
            return uri.getHost() != null
                    // a name without a dot, and a number, leads nowhere or to the reader's own machine or network
                    && isName(uri.getHost())
                    // a name and a password would be published with it
                    && uri.getUserInfo() == null
                    && uri.getPort() <= LAST_PORT
                    && text.length() <= LONGEST;
        } catch (URISyntaxException e) {
            return false;
        }
    }

    private static boolean isName(String host) {
        int dot = host.indexOf('.', 1);
        return dot > 0 && dot < host.length() - 1 && !NUMBER.matcher(host).matches();
    }
}
