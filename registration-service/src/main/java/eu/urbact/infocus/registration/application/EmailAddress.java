package eu.urbact.infocus.registration.application;

import java.text.Normalizer;
import java.util.Locale;

/**
 * A mail address.
 *
 * @param address as the person wrote it, without spaces around
 */
public record EmailAddress(String address) {

    /** Takes spaces away that came with the pasting. */
    public EmailAddress {
        address = address.strip();
    }

    /**
     * The same for all spellings of one mailbox that people mix up: letter case and composed or decomposed letters. Dots and tags
     * stay, they mean different mailboxes at most providers.
     */
    public String key() {
        return Normalizer.normalize(address, Normalizer.Form.NFC).toLowerCase(Locale.ROOT);
    }
}
