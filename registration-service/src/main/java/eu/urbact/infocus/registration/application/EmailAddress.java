package eu.urbact.infocus.registration.application;

import java.text.Normalizer;
import java.util.Locale;
import java.util.regex.Pattern;

/**
 * A mail address.
 *
 * @param address as the person wrote it, without spaces around
 */
public record EmailAddress(String address) {

    /** Spaces of all kinds and marks that nobody sees, around the address. */
    private static final Pattern PASTED =
            Pattern.compile("^[\\s\\p{Z}\\u200B\\u2060\\uFEFF]+|[\\s\\p{Z}\\u200B\\u2060\\uFEFF]+\\z");

    /** Takes spaces away that came with the pasting. */
    public EmailAddress {
        address = PASTED.matcher(address).replaceAll("");
    }

    /**
     * The same for all spellings of one mailbox that people mix up: letter case and composed or decomposed letters. Dots and tags
     * stay, they mean different mailboxes at most providers.
     */
    public String key() {
        return Normalizer.normalize(address, Normalizer.Form.NFC).toLowerCase(Locale.ROOT);
    }
}
