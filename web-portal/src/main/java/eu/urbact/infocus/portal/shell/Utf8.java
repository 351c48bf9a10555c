package eu.urbact.infocus.portal.shell;

import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.StandardCharsets;
import java.util.Optional;

/** Texts that come as bytes. */
public final class Utf8 {

    private Utf8() {}

    /**
     * The text of a file that somebody sends; none when it is not in UTF-8. Such a file is never shown nor passed on as a text: its letters
     * would be lost, and nobody would notice.
     */
    public static Optional<String> text(byte[] file) {
        try {
            return Optional.of(StandardCharsets.UTF_8
                    .newDecoder()
                    .decode(ByteBuffer.wrap(file))
                    .toString());
        } catch (CharacterCodingException e) {
            return Optional.empty();
        }
    }
}
