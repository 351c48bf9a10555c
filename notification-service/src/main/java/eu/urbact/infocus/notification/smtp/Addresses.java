package eu.urbact.infocus.notification.smtp;

import java.util.regex.Pattern;

/** Makes addresses harmless: on the wire, where they must not carry commands, and in stored text, where they must not name a person. */
public final class Addresses {

    // Deliberately narrower than RFC 5321: no quoted local part, no comments, no address literals. Each of them has
    // carried an injection
    // into some mail library, none of them belongs to a person who applies for a workshop.
    private static final Pattern PLAIN =
            Pattern.compile("[A-Za-z0-9!#$%&'*+/=?^_`{|}~-]+(\\.[A-Za-z0-9!#$%&'*+/=?^_`{|}~-]+)*"
                    + "@([A-Za-z0-9]([A-Za-z0-9-]{0,61}[A-Za-z0-9])?\\.)*[A-Za-z0-9]([A-Za-z0-9-]{0,61}[A-Za-z0-9])?");

    private static final Pattern ANYTHING_LIKE_ONE = Pattern.compile("[^\\s<>\"'(),;:]+@[^\\s<>\"'(),;:]+");

    private Addresses() {}

    /** Whether this can be put into an SMTP command as it is. */
    public static boolean isPlain(String address) {
        return address != null
                && address.length() <= 254
                && PLAIN.matcher(address).matches();
    }

    /**
     * Enough of an address to recognise it beside the application, not enough to write to it: {@code m***@e***.org}.
     *
     * @return the masked form; {@code ***} for something that is no address
     */
    public static String mask(String address) {
        int at = address == null ? -1 : address.lastIndexOf('@');
        if (at < 1 || at == address.length() - 1) {
            return "***";
        }
        String domain = address.substring(at + 1);
        int dot = domain.lastIndexOf('.');
        String suffix = dot > 0 ? domain.substring(dot) : "";
        return firstLetter(address) + "***@" + firstLetter(domain) + "***" + suffix;
    }

    /** A server's reply without the addresses that servers like to repeat, on one line, at most 500 characters. */
    public static String withoutAddresses(String reply) {
        String line = reply == null ? "" : reply.replaceAll("\\p{Cntrl}+", " ").strip();
        String masked = ANYTHING_LIKE_ONE.matcher(line).replaceAll("***@***");
        return masked.length() <= 500 ? masked : masked.substring(0, 500);
    }

    private static String firstLetter(String text) {
        return text.substring(0, text.offsetByCodePoints(0, 1));
    }
}
