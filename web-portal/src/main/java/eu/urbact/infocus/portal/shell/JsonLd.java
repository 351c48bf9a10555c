package eu.urbact.infocus.portal.shell;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.core.SerializableString;
import com.fasterxml.jackson.core.io.CharacterEscapes;
import com.fasterxml.jackson.core.io.SerializedString;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.quarkus.qute.RawString;

/**
 * A description of the page for machines, as a data block. Browsers run nothing in it, so the content security policy lets it be; it
 * still must not end the block it stands in, so the letters that could do so are written as escapes.
 */
public final class JsonLd {

    private static final ObjectMapper JSON = new ObjectMapper();

    static {
        JSON.getFactory().setCharacterEscapes(new NoMarkup());
    }

    private JsonLd() {}

    /** The description as it stands in the page. */
    public static RawString of(Object description) {
        try {
            return new RawString(JSON.writeValueAsString(description));
        } catch (JsonProcessingException e) {
            throw new IllegalStateException(e);
        }
    }

    /** Writes {@code <}, {@code >} and {@code &} as escapes. */
    private static final class NoMarkup extends CharacterEscapes {

        private static final long serialVersionUID = 1L;

        private final int[] escapes = CharacterEscapes.standardAsciiEscapesForJSON();

        private NoMarkup() {
            escapes['<'] = ESCAPE_STANDARD;
            escapes['>'] = ESCAPE_STANDARD;
            escapes['&'] = ESCAPE_STANDARD;
        }

        @Override
        public int[] getEscapeCodesForAscii() {
            return escapes.clone();
        }

        @Override
        public SerializableString getEscapeSequence(int letter) {
            return new SerializedString(String.format("\\u%04x", letter));
        }
    }
}
